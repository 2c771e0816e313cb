/** A small made-up release for tests of these views: one indicator by ethnic group in one borough, over years. */

import type { AreaType, PeriodKind, Polarity } from '../../contract/dimensions.ts';
import type { Place } from '../../contract/place.ts';
import { PROTECT } from '../../contract/policies.ts';
import type { ProportionIndicator } from '../../indicators/indicator.ts';
import { catalogueToday } from '../../indicators/released-catalogue.ts';
import type { StoredFigure } from '../figures/part.ts';
import { snapshotOf } from '../release/snapshot.ts';
import type { BreakdownContext } from './group-breakdown.ts';
import { groupQuestion } from './question.ts';

export const place: Place = {
  code: 'E09000099',
  name: 'Exampleton',
  type: 'borough',
  parents: [{ code: 'E92000001', name: 'England', type: 'country' }],
};

/** With the outcome and in all; null where the figure is withheld. */
export type CountsByGroup = Readonly<Record<string, readonly [number, number] | null>>;

export interface Made {
  /** By period, then by group; `all` is everyone. */
  readonly counts: Readonly<Record<string, CountsByGroup>>;
  readonly policy?: 'as-published' | 'protect';
  readonly polarity?: Polarity;
  readonly periodKind?: PeriodKind;
  readonly basis?: StoredFigure['basis'];
  readonly reference?: string;
}

export const indicatorOf = ({
  polarity = 'higher-is-better',
  periodKind = 'separate',
}: Pick<Made, 'polarity' | 'periodKind'>): ProportionIndicator => ({
  valueType: 'proportion',
  kind: 'service',
  counted: 'people',
  ageAdjusted: null,
  id: 'made-up',
  title: 'Made-up outcome',
  shortTitle: 'Made up',
  dataset: 'made-up',
  aim: 'outcomes',
  populationGroups: [{ id: 'all', membership: 'Everyone.', ageBands: ['all'] }],
  unit: 'percent',
  decimals: 1,
  polarity,
  periodKind,
  finestArea: 'borough',
  areaTypes: ['borough'],
  strata: [{}],
  measure: 'made-up',
  numerator: 'People with the outcome.',
  denominator: 'People.',
  denominators: [{ id: '', title: 'People', measure: 'people' }],
  method: '',
  source: { title: '', publisher: '', url: '', published: '', licence: '' },
  caveats: [],
  disclosureRule: '',
});

/** A series of everyone ("all") or of each ethnic group, numbered from 1. */
export const seriesOf = (indicator: string, groups: readonly string[]) =>
  groups.map((group, at) => ({
    id: at + 1,
    version_id: 1,
    indicator,
    denominator: '' as const,
    ethnic_group: group === 'all' ? 'all' : `census-2021-5/${group}`,
    age_band: 'all',
    sex: 'all',
    deprivation: 'all',
  }));

/** A question about the borough by ethnic group (five groups), and the rows that answer it. */
export function madeQuestion(made: Made) {
  const { counts, policy = 'as-published', basis = 'published', reference = 'rest' } = made;
  const indicator = indicatorOf(made);
  const groups = [...new Set(Object.values(counts).flatMap((byGroup) => Object.keys(byGroup)))];
  const series = seriesOf(indicator.id, groups);
  const rows = Object.entries(counts).flatMap(([period, byGroup]) =>
    Object.entries(byGroup).map(([group, pair]) => rowOf(groups.indexOf(group) + 1, period, pair, basis)),
  );
  const coverage = rows.map((row) => ({
    series_id: row.series_id,
    area_type: 'borough' as const,
    period: row.period,
    basis,
    areas: 1,
    shown: row.status === 'shown' ? 1 : 0,
  }));
  const version = {
    id: 1,
    dataset: 'made-up',
    policy,
    policy_numbers: policy === 'protect' ? PROTECT : null,
    told_elsewhere: [],
    title: 'Made up',
    recorded: 'when-published' as const,
    published_at: '',
    content_sha256: '',
    estimates: 0,
    withheld: 0,
  };
  const area = { ...place, version_id: 1, edition: '', parents: [...place.parents], illustrative: false };
  const snapshot = snapshotOf({
    release: 1,
    versions: [version],
    catalogue: catalogueToday(),
    areas: [area],
    series,
    coverage: Map.groupBy(coverage, (row) => row.series_id),
    // Nothing was judged when publishing, so every answer is looked up; every list of indicators was selected.
    judgement: { rule: 1, answers: new Map(), thresholds: { real: 1, synthetic: 1 } },
  });
  const context: BreakdownContext = { snapshot, place, wardFifths: new Map() };
  return {
    question: groupQuestion(indicator, area, { by: 'ethnicGroup', reference }, context),
    rows,
    snapshot,
  };
}

export function rowOf(
  series_id: number,
  period: string,
  pair: readonly [number, number] | null,
  basis: StoredFigure['basis'],
  area: { readonly code: string; readonly type: AreaType } = place,
): StoredFigure {
  const common = {
    series_id,
    area_type: area.type,
    period,
    area_code: area.code,
    lower95: null,
    upper95: null,
    lower998: null,
    upper998: null,
    basis,
    notes: null,
  };
  if (pair === null) {
    const reason = 'Fewer than eight people.';
    return {
      ...common,
      status: 'withheld',
      reason,
      value: null,
      interval: 'none',
      numerator: null,
      denominator: null,
    };
  }
  const [numerator, denominator] = pair;
  const value = (100 * numerator) / denominator;
  return { ...common, status: 'shown', reason: null, value, interval: 'ours', numerator, denominator };
}
