/** The ages, and the sexes, that figures of an indicator tell apart in an area. Pure. */
import { ageBandLabel, narrowestBands } from '../../contract/age-bands.ts';
import type { PeopleApart } from '../../contract/dimensions.ts';
import { atAges } from '../../contract/good-or-bad.ts';
import { comparePeriods } from '../../contract/periods.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { roundedToOf } from '../release/rounded-to.ts';
import type { SeriesWithCoverage, Snapshot } from '../release/snapshot.ts';
import type { AreaToRead } from './area-to-read.ts';

/** One age band or one sex: figures of its own, of other people than those of the others. */
interface SideToRead {
  readonly id: string;
  readonly label: string;
  readonly series: SeriesWithCoverage;
}

/** Figures of one indicator that stand side by side, all of one period. */
export interface SidesQuestion {
  readonly by: PeopleApart;
  /** As it reads where these people are told apart: between ages neither way is better. */
  readonly indicator: Indicator;
  readonly area: AreaToRead;
  /** The area, and those of its type within the place whose comparisons are judged with its own. */
  readonly codes: readonly string[];
  readonly period: string;
  readonly sides: readonly SideToRead[];
  /** What counts are rounded to the nearest of; null where they are not. */
  readonly roundedTo: number | null;
}

const sexesInWords = [
  { id: 'female', label: 'Women and girls' },
  { id: 'male', label: 'Men and boys' },
] as const;

/**
 * What an indicator tells apart in an area, by sex and by age: real figures of its first population, of everybody else
 * alike. Ages are the narrowest bands that together are all the ages counted; sexes those of all these ages.
 *
 * @param indicator what is asked about; one that is made up, or is neither outcome nor service, tells nobody apart.
 * @param area where.
 * @param codes areas of its type whose comparisons are judged together, itself among them.
 * @param snapshot the release.
 * @returns one question for each way there are figures in one period of two or more sides.
 * @throws what `roundedToOf` throws.
 * @example sidesQuestions(indicator, borough, [borough.code], snapshot); // []
 */
export function sidesQuestions(
  indicator: Indicator,
  area: AreaToRead,
  codes: readonly string[],
  snapshot: Snapshot,
): SidesQuestion[] {
  if (indicator.kind !== 'outcome' && indicator.kind !== 'service') return [];
  const [first] = indicator.valueType === 'proportion' ? indicator.denominators : [];
  const held = snapshot
    .seriesOf(indicator.id)
    .filter(
      (one) =>
        one.denominator === (first?.id ?? '') &&
        one.ethnic_group === 'all' &&
        one.deprivation === 'all' &&
        isHeld(one, area),
    );
  return (['sex', 'age'] as const).flatMap((by) => {
    const sides = by === 'sex' ? sexesOf(indicator, held) : agesOf(indicator, held, area);
    const period = newestOf(sides, area);
    const [one] = sides;
    if (one === undefined || period === undefined) return [];
    const roundedTo = roundedToOf(one.series.version_id, snapshot);
    const asRead = by === 'sex' ? atAges(indicator, one.series.age_band) : { ...indicator, ...BETWEEN_AGES };
    return [{ by, indicator: asRead, area, codes, period, sides, roundedTo }];
  });
}

/** A figure that goes by age is no better or worse for it, and is told at each age. */
const BETWEEN_AGES = { polarity: 'neutral', ageAdjusted: null } as const;

const isHeld = ({ coverage }: SeriesWithCoverage, { type }: AreaToRead) =>
  coverage.some((row) => row.area_type === type && row.shown > 0 && row.basis !== 'synthetic');

const widestOf = ({ populationGroups }: Indicator): string => populationGroups[0]?.ageBands[0] ?? 'all';

function sexesOf(indicator: Indicator, held: readonly SeriesWithCoverage[]): SideToRead[] {
  const sides = sexesInWords.flatMap(({ id, label }) => {
    const series = held.find((one) => one.sex === id && one.age_band === widestOf(indicator));
    return series === undefined ? [] : [{ id, label, series }];
  });
  return sides.length < 2 ? [] : sides;
}

/** At the newest period in which bands cover all ages counted. */
function agesOf(indicator: Indicator, held: readonly SeriesWithCoverage[], area: AreaToRead): SideToRead[] {
  const widest = widestOf(indicator);
  const whole = widest === 'all' ? (indicator.allAges ?? 'all') : widest;
  const narrower = held.filter((one) => one.sex === 'all' && ![widest, whole].includes(one.age_band));
  const periods = [...new Set(narrower.flatMap((one) => [...periodsOf(one, area)]))];
  for (const period of periods.toSorted(comparePeriods).reverse()) {
    const dated = narrower.filter((one) => periodsOf(one, area).has(period));
    const bands = narrowestBands(whole, [...new Set(dated.map(({ age_band }) => age_band))]) ?? [];
    if (bands.length < 2) continue;
    return bands.flatMap((band) => {
      const series = dated.find(({ age_band }) => age_band === band);
      return series === undefined
        ? []
        : [{ id: band, label: `Aged ${lowerFirst(ageBandLabel(band))}`, series }];
    });
  }
  return [];
}

const periodsOf = ({ coverage }: SeriesWithCoverage, area: AreaToRead): ReadonlySet<string> =>
  new Set(coverage.filter((row) => row.shown > 0 && row.area_type === area.type).map(({ period }) => period));

/** The newest period that every side has figures of: figures of different periods are never compared. */
function newestOf(sides: readonly SideToRead[], area: AreaToRead): string | undefined {
  const [first = new Set<string>(), ...others] = sides.map(({ series }) => periodsOf(series, area));
  return [...first]
    .filter((period) => others.every((one) => one.has(period)))
    .toSorted(comparePeriods)
    .at(-1);
}
