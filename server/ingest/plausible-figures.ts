/** What a figure can be at all, by measure, and what it would be an odd one beyond: data, which every source is held to. Pure. */
import type { AreaType } from '../contract/dimensions.ts';
import { parsePeriod } from '../contract/periods.ts';
import { measures } from '../indicators/measures.ts';
import type { ObservationItem } from './source.ts';

export type Range = readonly [least: number, most: number];

interface Bounds {
  /** No figure lies outside. */
  readonly can: Range;
  /** No district or larger area of England has been seen outside, by far: a figure that is, is to be confirmed. */
  readonly seen: Range;
  /** Nothing of it was counted before this day. */
  readonly since: string;
}

/** Numerator and denominator of a percentage may come from different counts, so it can lie a little above 100. */
const PERCENT: Range = [0, 110];
const YEARS: Range = [30, 120];
const PER_100_000: Range = [0, 100_000];

const bounds = (can: Range, seen: Range, since: string): Bounds => ({ can, seen, since });

/** Measures that are values: a rate per 1,000 for one per 100,000, months for years or a share for a percentage leave what was seen. */
const OF_VALUES: Readonly<Record<string, Bounds>> = {
  'life-expectancy-at-birth': bounds(YEARS, [65, 95], '2000-01-01'),
  'healthy-life-expectancy-at-birth': bounds(YEARS, [40, 85], '2009-01-01'),
  // A slope can run either way.
  'inequality-in-life-expectancy': bounds([-60, 60], [-10, 30], '2010-01-01'),
  'preventable-mortality': bounds(PER_100_000, [20, 1200], '2001-01-01'),
  'nhs-health-checks': bounds(PERCENT, [0, 110], '2013-04-01'),
  'smoking-adults': bounds(PERCENT, [1, 110], '2011-01-01'),
  'overweight-adults': bounds(PERCENT, [15, 110], '2015-04-01'),
  'inactive-adults': bounds(PERCENT, [4, 110], '2015-04-01'),
  'depression-recorded': bounds(PERCENT, [1, 110], '2006-04-01'),
  'obesity-reception': bounds(PERCENT, [1.5, 110], '2006-04-01'),
  'obesity-year-6': bounds(PERCENT, [3, 110], '2006-04-01'),
  'dental-decay-at-5-years': bounds(PERCENT, [3, 110], '2007-04-01'),
  'campylobacter-incidence': bounds(PER_100_000, [2, 2000], '2010-01-01'),
  'diabetes-recorded': bounds(PERCENT, [1, 110], '2006-04-01'),
  'hypertension-recorded': bounds(PERCENT, [2, 110], '2006-04-01'),
  'dementia-recorded': bounds(PERCENT, [0.05, 110], '2006-04-01'),
  'coronary-heart-disease-recorded': bounds(PERCENT, [0.3, 110], '2006-04-01'),
  'copd-recorded': bounds(PERCENT, [0.2, 110], '2006-04-01'),
  'severe-mental-illness-recorded': bounds(PERCENT, [0.2, 110], '2006-04-01'),
  'enough-staff': bounds([0, 100], [10, 80], '2003-01-01'),
  'stress-at-work': bounds([0, 100], [15, 75], '2003-01-01'),
  'burnt-out': bounds([0, 100], [8, 70], '2021-01-01'),
  'discrimination-by-colleagues': bounds([0, 100], [1, 40], '2003-01-01'),
  'beds-occupied': bounds([0, 100], [40, 100], '2010-01-01'),
  'talking-therapies-recovery': bounds([0, 100], [15, 90], '2012-01-01'),
  'carer-quality-of-life': bounds([0, 12], [4, 11], '2012-04-01'),
  'social-care-quality-of-life': bounds([0, 1], [0.15, 0.9], '2010-04-01'),
  'social-care-information-users': bounds(PERCENT, [25, 110], '2010-04-01'),
  'social-care-information-carers': bounds(PERCENT, [20, 110], '2012-04-01'),
  'short-term-social-care-outcome': bounds(PERCENT, [10, 110], '2014-04-01'),
  'social-care-requests': bounds(PER_100_000, [50, 20_000], '2014-04-01'),
  'social-care-staff-turnover': bounds(PERCENT, [3, 110], '2012-04-01'),
  'key-stage-2-standard': bounds(PERCENT, [25, 110], '2015-04-01'),
  'persistent-absence': bounds(PERCENT, [2, 110], '2006-04-01'),
  'early-years-communication': bounds(PERCENT, [30, 110], '2012-04-01'),
  'cancer-diagnosed-early': bounds(PERCENT, [20, 110], '2012-01-01'),
  'life-satisfaction': bounds([0, 10], [4, 9.5], '2011-04-01'),
  anxiety: bounds([0, 10], [0.8, 7], '2011-04-01'),
  worthwhile: bounds([0, 10], [4, 9.5], '2011-04-01'),
  happiness: bounds([0, 10], [4, 9.5], '2011-04-01'),
  'obesity-adults': bounds(PERCENT, [5, 110], '2015-11-01'),
  'preventable-cardiovascular-mortality': bounds(PER_100_000, [5, 300], '2001-01-01'),
  'smoking-recorded': bounds(PERCENT, [3, 110], '2013-04-01'),
  'social-contact-users': bounds(PERCENT, [15, 110], '2010-04-01'),
  'social-contact-carers': bounds(PERCENT, [8, 110], '2012-04-01'),
  'falls-admissions-65-plus': bounds(PER_100_000, [500, 8000], '2010-04-01'),
  'dementia-diagnosis-rate': bounds(PERCENT, [30, 110], '2016-01-01'),
  'deaths-in-usual-residence': bounds(PERCENT, [15, 110], '2001-01-01'),
  'self-harm-admissions': bounds(PER_100_000, [15, 1500], '2010-04-01'),
  'self-harm-admissions-10-24': bounds(PER_100_000, [15, 3000], '2011-04-01'),
  'alcohol-admissions': bounds(PER_100_000, [100, 4000], '2008-04-01'),
  'children-in-care': bounds([0, 10_000], [5, 400], '2010-01-01'),
  'not-in-education-or-work-16-17': bounds(PERCENT, [0.2, 110], '2015-01-01'),
  'illness-and-disability-ratio': bounds([0, 1000], [5, 600], '2025-01-01'),
  'acute-morbidity-ratio': bounds([0, 1000], [5, 600], '2025-01-01'),
  'mental-health-score': bounds([-5, 5], [-4, 4], '2025-01-01'),
  'years-of-life-lost': bounds([0, 500], [15, 250], '2025-01-01'),
  'health-index-frailty': bounds(PER_100_000, [50, 5000], '2015-01-01'),
  'health-index-gp-appointments': bounds(PERCENT, [1, 110], '2015-01-01'),
  'health-index-cancer-screening': bounds(PERCENT, [15, 110], '2015-01-01'),
  'deprivation-score-2025': bounds([0, 100], [0, 100], '2025-01-01'),
};

/** By the beginning of the measure's name, the first that fits: deciles, ranks and whatever is counted. */
const SINCE: readonly (readonly [name: string, since: string])[] = [
  ['deprivation-decile-2019', '2019-01-01'],
  ['deprivation-', '2025-01-01'],
  ['residents-mid-2019', '2019-01-01'],
  ['residents-mid-2020', '2020-01-01'],
  ['residents-nims', '2020-12-01'],
  ['residents', '2021-01-01'],
  ['households-', '2021-01-01'],
  ['covid-19-', '2020-12-08'],
  ['care-home-residents-eligible', '2020-12-01'],
  ['care-home-staff-eligible', '2020-12-01'],
  ['home-care-staff', '2020-12-01'],
  ['children-in-', '2014-04-01'],
  ['menb-', '2016-04-01'],
  ['rotavirus-', '2013-07-01'],
  // COVER was first published by local authority for these years.
  ['', '2005-04-01'],
];

/** More people than live in any area of England of its kind: a count of people or households that is higher is none. */
const MOST_PEOPLE: Partial<Record<AreaType, number>> = {
  lsoa: 12_000,
  msoa: 35_000,
  ward: 50_000,
  borough: 1_300_000,
  'other-borough': 1_300_000,
  region: 10_500_000,
  country: 65_000_000,
};

const DECILE: Range = [1, 10];

function boundsOf(measure: string): Bounds {
  const known = OF_VALUES[measure];
  if (known !== undefined) return known;
  const since = SINCE.find(([name]) => measure.startsWith(name))?.[1] ?? '';
  const can = measure.startsWith('deprivation-decile-')
    ? DECILE
    : ([0, Number.POSITIVE_INFINITY] satisfies Range);
  return { can, seen: can, since };
}

/**
 * Least and most that a figure of a measure can be.
 *
 * @param measure id of `server/indicators/measures.ts`.
 */
export const plausibleRange = (measure: string): Range => boundsOf(measure).can;

export interface Implausible {
  /** What would be right. */
  readonly expected: string;
  /** Whether somebody who knows the figure may say that it is right all the same. */
  readonly mayBeRight: boolean;
}

/**
 * What speaks against a figure, by its measure, period and kind of area alone; undefined where nothing does.
 *
 * The figure itself is never among the words: it may count people.
 */
export function implausibilityOf({
  measure,
  period,
  areaType,
  value,
  lower95,
  upper95,
}: Omit<ObservationItem, 'kind' | 'row' | 'areaCode' | 'status'>): Implausible | undefined {
  const { can, seen, since } = boundsOf(measure);
  const start = parsePeriod(period)?.start;
  if (start !== undefined && start < since)
    return {
      expected: `the period ${period} begins before anything of ${measure} was counted, on ${since}`,
      mayBeRight: false,
    };
  if (value === null) return undefined;
  const most = measures.get(measure)?.valueType === 'count' ? MOST_PEOPLE[areaType] : undefined;
  if (most !== undefined && value > most)
    return {
      expected: `no ${areaType} of England has so many: expected at most ${most.toLocaleString('en-GB')}`,
      mayBeRight: false,
    };
  const isOutside = (figure: number) => figure < can[0] || figure > can[1];
  if ([value, lower95, upper95].some((figure) => figure !== undefined && isOutside(figure)))
    return {
      expected: `expected a figure of ${measure} and limits of it from ${can[0]} to ${can[1]}`,
      mayBeRight: false,
    };
  // Where a rate or a share can be nothing, nothing is a figure like any other.
  if (value === 0 || (value >= seen[0] && value <= seen[1])) return undefined;
  const unit = measures.get(measure)?.title ?? measure;
  return {
    expected: `"${unit}" has been from ${seen[0]} to ${seen[1]} wherever it was measured: is the unit another one? Where the figure is right, load with --accept-changes`,
    mayBeRight: true,
  };
}
