/** What the words of the question about gaps can be, each leading to figures. Pure. */
import {
  aims,
  type Breakdown,
  type EthnicScheme,
  ethnicSchemes,
  labelOf,
  references,
} from '../../../server/contract/dimensions.ts';
import type { DisparitiesReply } from '../../../server/contract/disparity-replies.ts';
import type { DisparityOverviewReply, OverviewRow } from '../../../server/contract/gap-replies.ts';
import type { HeldBreakdown } from '../../../server/contract/held-breakdowns.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { AreasReply, IndicatorReply, IndicatorSummary } from '../../../server/contract/replies.ts';
import { areaChoices } from '../../shared/question/area-choices.ts';
import type { TextChoice } from '../../shared/question/inline-select.tsx';
import type { Definition, Selection } from '../../shared/question/selection.ts';
import { markedSynthetic } from '../../shared/words/meaning.ts';
import { type DisparitiesSearch, withBreakdown, withIndicator } from './disparities-search.ts';
import { describedOf, describedTitle, outcomesOf } from './held-words.ts';
import { inSentence } from './in-sentence.ts';

const DEPRIVATION = 'deprivation';

/** The breakdown as one word: an ethnic group is a code with its scheme. */
export const breakdownValue = ({ by, ethnicScheme }: HeldBreakdown): string =>
  by === 'ethnicGroup' ? (ethnicScheme ?? '') : DEPRIVATION;

/** The groups there are figures by in this area; those the indicator has not lead to all of them instead. */
export const breakdownChoices = (
  { held, query }: Pick<DisparityOverviewReply, 'held' | 'query'>,
  indicator: string | undefined,
): TextChoice[] =>
  held.map((way) => ({
    value: breakdownValue(way),
    text: breakdownWords(way),
    fits:
      indicator === undefined ||
      way.indicators.includes(indicator) ||
      breakdownValue(way) === breakdownValue(query),
  }));

/** "ethnic groups (Census 2021, five groups)". */
export const breakdownWords = ({ by, ethnicScheme }: HeldBreakdown): string =>
  by === 'ethnicGroup' && ethnicScheme !== undefined
    ? `ethnic groups (${labelOf(ethnicSchemes, ethnicScheme)})`
    : 'fifths of deprivation';

/** Other groups: the indicator is kept where it has them. */
export function withHeld(
  search: DisparitiesSearch,
  { held }: Pick<DisparityOverviewReply, 'held'>,
  value: string,
): DisparitiesSearch {
  const way = held.find((one) => breakdownValue(one) === value);
  if (way === undefined) return search;
  const { indicator = '' } = search;
  const next = withBreakdown(search, way.by, way.ethnicScheme);
  const kept = way.indicators.includes(indicator) ? indicator : undefined;
  return next.indicator === kept ? next : withIndicator(next, kept);
}

/**
 * The areas of the place in which the groups shown are held, of the indicator asked about where there is one, and the
 * area asked about where it is another.
 */
export function areasHeld(
  areas: AreasReply['areas'],
  place: string,
  { heldIn, area }: Pick<DisparityOverviewReply, 'heldIn' | 'area'>,
  indicator: string | undefined,
): TextChoice[] {
  const types = heldIn
    .filter(({ indicators }) => indicator === undefined || indicators.includes(indicator))
    .map(({ areaType }) => areaType);
  const choices = areaChoices(
    areas.filter(({ type, code }) => types.includes(type) || code === area.code),
    place,
  );
  return choices.some(({ value }) => value === area.code)
    ? choices
    : [...choices, { value: area.code, text: area.name, fits: true, group: 'Beyond the place' }];
}

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
export function publishedBreakdown(available: IndicatorReply['available']): {
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

/**
 * Outcomes and services together first, then each; what is only described comes last, under the name of its section.
 *
 * @param asked the indicator asked for, which is named even where it is not held here.
 */
export const indicatorChoices = (
  overview: Pick<DisparityOverviewReply, 'indicators'>,
  asked: Pick<IndicatorSummary, 'id' | 'shortTitle' | 'basis'> | undefined,
): TextChoice[] => [
  { value: '', text: 'All outcomes and services', fits: true },
  ...(asked === undefined || overview.indicators.some(({ indicator }) => indicator === asked.id)
    ? []
    : [
        {
          value: asked.id,
          text: markedSynthetic(asked.shortTitle, asked),
          fits: true,
          group: 'Not held here',
        },
      ]),
  ...aims.flatMap(({ id, label }) =>
    choicesOf(
      outcomesOf(overview).filter(({ aim }) => aim === id),
      label,
    ),
  ),
  ...choicesOf(describedOf(overview), describedTitle(overview)),
];

const choicesOf = (rows: readonly OverviewRow[], group: string): TextChoice[] =>
  rows.map((row) => ({
    value: row.indicator,
    text: markedSynthetic(row.shortTitle, row),
    fits: true,
    group,
  }));

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
