/** What the words of the question about gaps can be, each leading to figures. Pure. */
import {
  aims,
  type Breakdown,
  type EthnicScheme,
  ethnicSchemes,
  references,
} from '../../server/contract/dimensions.ts';
import type { DisparitiesReply } from '../../server/contract/disparity-replies.ts';
import type { DisparityOverviewReply, OverviewRow } from '../../server/contract/gap-replies.ts';
import type { IndicatorReply, IndicatorSummary } from '../../server/contract/replies.ts';
import { lowerFirst } from '../format.ts';
import type { TextChoice } from '../question/inline-select.tsx';
import type { Definition, Selection } from '../question/selection.ts';
import { describedOf, describedTitle, outcomesOf } from './held-words.ts';
import { inSentence } from './in-sentence.ts';

export const DEPRIVATION = 'deprivation';

/** The breakdown as one word: an ethnic group is a code with its scheme. */
export const breakdownValue = ({ by, ethnicScheme }: DisparityOverviewReply['query']): string =>
  by === 'ethnicGroup' ? (ethnicScheme ?? '') : DEPRIVATION;

/** Schemes that shares of people are published by, the one in use, and deprivation. */
export function breakdownChoices(
  indicators: readonly Pick<IndicatorSummary, 'unit' | 'ethnicGroups'>[],
  current: string,
): TextChoice[] {
  const held = new Set<string>([
    current,
    ...indicators
      .filter(({ unit }) => unit === 'percent')
      .flatMap(({ ethnicGroups }) => ethnicGroups.map(({ scheme }) => scheme)),
  ]);
  return [
    ...ethnicSchemes
      .filter(({ id }) => held.has(id))
      .map(({ id, label }) => ({ value: id as string, text: `ethnic groups (${label})`, fits: true })),
    { value: DEPRIVATION, text: 'fifths of deprivation', fits: true },
  ];
}

export const schemeOf = (value: string): EthnicScheme | undefined =>
  ethnicSchemes.find(({ id }) => id === value)?.id;

/** The best group can be told only where one way is better in every outcome shown. */
export function referenceChoices(
  groups: readonly { readonly group: string; readonly label: string }[],
  polarity: DisparitiesReply['polarity'] | undefined,
): TextChoice[] {
  return [
    ...references
      .filter(({ id }) => id !== 'best' || polarity !== 'neutral')
      .map(({ id, label }) => ({
        value: id as string,
        text: lowerFirst(label),
        fits: true,
        group: 'A rule',
      })),
    ...groups.map(({ group, label }) => ({
      value: group,
      text: inSentence(label),
      fits: true,
      group: 'One group',
    })),
  ];
}

/** Groups an outcome is published by within the place: the first scheme of ethnic groups it has, else fifths. */
export function breakdownOf(available: IndicatorReply['available']): {
  readonly by?: Breakdown;
  readonly ethnicScheme?: EthnicScheme;
} {
  const here = available.filter(({ areaType }) => areaType !== 'region' && areaType !== 'country');
  const scheme = ethnicSchemes.find(({ id }) =>
    here.some(({ ethnicScheme, ethnicGroup }) => ethnicScheme === id && ethnicGroup !== 'all'),
  );
  if (scheme !== undefined) return { by: 'ethnicGroup', ethnicScheme: scheme.id };
  return here.length === 0 ? {} : { by: 'deprivation' };
}

/** Outcomes and services together first, then each; what is only described comes last, under the name of its section. */
export const indicatorChoices = (overview: Pick<DisparityOverviewReply, 'indicators'>): TextChoice[] => [
  { value: '', text: 'All outcomes and services', fits: true },
  ...aims.flatMap(({ id, label }) =>
    choicesOf(
      outcomesOf(overview).filter(({ aim }) => aim === id),
      label,
    ),
  ),
  ...choicesOf(describedOf(overview), describedTitle(overview)),
];

const choicesOf = (rows: readonly OverviewRow[], group: string): TextChoice[] =>
  rows.map(({ indicator, shortTitle }) => ({ value: indicator, text: shortTitle, fits: true, group }));

/**
 * The strata and periods the groups are published for, as the words of the sentence choose among them: the group
 * compared is not chosen, so it stands for everyone in each row.
 */
export function withinGroups(
  definition: IndicatorReply,
  { breakdown, area }: Pick<DisparitiesReply, 'breakdown' | 'area'>,
): Definition {
  const rows = definition.available.filter((row) => {
    if (breakdown.by === 'ethnicGroup')
      return (
        row.ethnicScheme === breakdown.ethnicScheme && row.ethnicGroup !== 'all' && row.deprivation === 'all'
      );
    const whole = row.ethnicGroup === 'all';
    return whole && (breakdown.fifths === 'wards' ? row.areaType === 'ward' : row.deprivation !== 'all');
  });
  const own = rows.filter(({ areaType }) => areaType === area.type);
  const read = own.length > 0 ? own : rows;
  return {
    populationGroups: definition.populationGroups,
    denominators: definition.denominators,
    drawn: [...new Set(read.map(({ areaType }) => areaType))],
    available: read.map(({ ethnicScheme: _, ...row }) => ({
      ...row,
      areaType: read[0]?.areaType ?? row.areaType,
      ethnicGroup: 'all',
      deprivation: 'all',
    })),
  };
}

/** The words the reply answered. */
export const answeredSelection = ({ query }: DisparitiesReply, definition: Definition): Selection => ({
  populationGroup: query.populationGroup,
  areaType: definition.available[0]?.areaType ?? '',
  denominator: query.denominator ?? '',
  ageBand: query.ageBand,
  ethnicity: 'all',
  sex: query.sex,
  deprivation: 'all',
  period: query.period,
});
