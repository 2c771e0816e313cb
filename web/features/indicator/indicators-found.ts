/** Which indicators are looked for, and how many there would be by another choice. Pure. */
import { ageOf } from '../../../server/contract/ages.ts';
import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { aims, areaTypes, bases, kinds, populationGroups } from '../../../server/contract/dimensions.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { findByWords } from '../../shared/search/words.ts';
import { isOfficial } from '../../shared/words/meaning.ts';
import { type FigureAge, figureAges, type IndicatorsSearch } from './indicators-search.ts';

/** An indicator with its newest figures of the whole place, one for each group of people it is held for. */
export interface Held {
  readonly indicator: IndicatorSummary;
  readonly rows: readonly AreaIndicator[];
  /** Undefined where no figure of it is shown anywhere. */
  readonly age: FigureAge | undefined;
}

export function heldIndicators(
  indicators: readonly IndicatorSummary[],
  { indicators: figures, asOf }: Pick<AreaIndicatorsReply, 'indicators' | 'asOf'>,
): Held[] {
  const byIndicator = Map.groupBy(
    figures.filter(({ publishedHere }) => publishedHere),
    (row) => row.indicator,
  );
  return indicators.map((indicator) => {
    const rows = byIndicator.get(indicator.id) ?? [];
    return { indicator, rows, age: ageOfNewest(indicator, rows, asOf) };
  });
}

/** That of the place where it has any, else of whatever there is. */
function ageOfNewest(
  { latestPeriod, dates }: IndicatorSummary,
  rows: readonly AreaIndicator[],
  asOf: string,
): FigureAge | undefined {
  const isOld =
    rows.length > 0
      ? rows.every(({ age }) => age !== undefined)
      : latestPeriod !== null && ageOf(latestPeriod, { asOf, ...(dates && { dates }) }) !== undefined;
  if (rows.length === 0 && latestPeriod === null) return undefined;
  return isOld ? 'old' : 'recent';
}

interface Filter {
  readonly name: 'aim' | 'kind' | 'populationGroup' | 'areaType' | 'basis' | 'age';
  readonly label: string;
  readonly terms: readonly { readonly id: string; readonly label: string }[];
  valuesOf(held: Held): readonly (string | undefined)[];
}

export const filters: readonly Filter[] = [
  { name: 'aim', label: 'Aim', terms: aims, valuesOf: ({ indicator }) => [indicator.aim] },
  { name: 'kind', label: 'Kind', terms: kinds, valuesOf: ({ indicator }) => [indicator.kind] },
  {
    name: 'populationGroup',
    label: 'For whom',
    terms: populationGroups,
    valuesOf: ({ indicator }) => indicator.populationGroups.map(({ id }) => id),
  },
  {
    name: 'areaType',
    label: 'Held for',
    terms: areaTypes,
    valuesOf: ({ indicator }) => indicator.areaTypes,
  },
  { name: 'basis', label: 'Basis', terms: bases, valuesOf: ({ indicator }) => indicator.basis },
  { name: 'age', label: 'Newest figure', terms: figureAges, valuesOf: ({ age }) => [age] },
];

const passes = (held: Held, search: IndicatorsSearch, left?: Filter) =>
  (search.figures !== 'real' || isOfficial(held.indicator)) &&
  filters.every((filter) => {
    const asked = filter === left ? undefined : search[filter.name];
    return asked === undefined || filter.valuesOf(held).includes(asked);
  });

/** What an indicator is found by. */
const textOf = ({ indicator: { title, shortTitle } }: Held) => `${shortTitle} ${title}`;

/** Those that have every word and pass every filter. */
export function foundIndicators(held: readonly Held[], search: IndicatorsSearch) {
  const { found, alike } = findByWords(search.q ?? '', held, textOf);
  return { found: found.filter((one) => passes(one, search)), alike };
}

/** The choices of a filter, each with how many would be found by it, the other filters staying; those that find none are left out. */
export function choicesOf(filter: Filter, held: readonly Held[], search: IndicatorsSearch) {
  const { found } = findByWords(search.q ?? '', held, textOf);
  const among = found.filter((one) => passes(one, search, filter));
  return filter.terms
    .map(({ id, label }) => ({
      id,
      label,
      count: among.filter((one) => filter.valuesOf(one).includes(id)).length,
    }))
    .filter(({ id, count }) => count > 0 || id === search[filter.name]);
}

/** Whether anything is asked for beside the release and the switch. */
export const isNarrowed = (search: IndicatorsSearch) =>
  (search.q ?? '').trim() !== '' || filters.some(({ name }) => search[name] !== undefined);
