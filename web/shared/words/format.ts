import { ageWords, type Dated } from '../../../server/contract/ages.ts';
import type { Unit } from '../../../server/contract/dimensions.ts';
import { parsePeriod } from '../../../server/contract/periods.ts';
import { roundedNumber, writtenFigure, writtenInterval } from '../../../server/contract/written-figures.ts';

/** What is needed to write a figure of an indicator. */
export interface WrittenMeasure {
  readonly unit: Unit;
  readonly decimals: number;
}

/** A count, or a number beside others; a figure of an indicator is written by `formatValue`. */
export const formatNumber = roundedNumber;

/** The number that is read where a value is written with so many decimals. */
export const asWritten = (value: number, decimals: number) =>
  Number(formatNumber(value, decimals).replaceAll(',', ''));

const suffix = (unit: Unit) => (unit === 'percent' ? '%' : '');

const writingOf = ({ unit, decimals }: WrittenMeasure) => ({
  decimals,
  suffix: suffix(unit),
  isShare: unit === 'percent',
});

export const formatValue = (value: number, measure: WrittenMeasure) =>
  writtenFigure(value, writingOf(measure));

const inUnits: Partial<Record<Unit, string>> = {
  years: ' years',
  'per-100000': ' per 100,000',
  ratio: ' times',
};

/** A figure as a sentence says it, where no head beside it says in what: "161.4 per 100,000", "83.8 years", "12.2%". */
export const formatInUnit = (value: number, measure: WrittenMeasure) =>
  `${formatValue(value, measure)}${inUnits[measure.unit] ?? ''}`;

export const formatInterval = (lower: number, upper: number, measure: WrittenMeasure) =>
  writtenInterval(lower, upper, writingOf(measure));

/** The end of a scale or of a class: a round number, or one with the decimals it needs. */
export const formatEdge = (value: number, { unit, decimals }: WrittenMeasure) =>
  `${formatNumber(value, decimals)}${suffix(unit)}`;

/** People: whole, but with one decimal below ten where the count was apportioned to the area. */
export const formatCount = (people: number) =>
  formatNumber(people, people < 10 && !Number.isInteger(people) ? 1 : 0);

export const formatFraction = (numerator: number, denominator: number) =>
  `${formatCount(numerator)} of ${formatCount(denominator)}`;

const gapUnits: Record<Unit, readonly [one: string, many: string]> = {
  percent: ['percentage point', 'percentage points'],
  people: ['person', 'people'],
  score: ['point', 'points'],
  decile: ['tenth', 'tenths'],
  years: ['year', 'years'],
  'per-10000': ['per 10,000', 'per 10,000'],
  'per-100000': ['per 100,000', 'per 100,000'],
  ratio: ['times', 'times'],
  unstated: ['(unit not stated)', '(unit not stated)'],
};

/** The size of a gap, without its sign. */
export function formatGap(gap: number, { unit, decimals }: WrittenMeasure): string {
  const size = writtenFigure(Math.abs(gap), { decimals });
  const [one, many] = gapUnits[unit];
  return `${size} ${Number(size) === 1 ? one : many}`;
}

/** On which side a gap lies and how far: "2.0 percentage points below"; empty where it is written as none. */
export const gapSideWords = (gap: number, measure: WrittenMeasure): string =>
  asWritten(gap, measure.decimals) === 0 ? '' : `${formatGap(gap, measure)} ${gap > 0 ? 'above' : 'below'}`;

export const formatPeriod = (id: string) => parsePeriod(id)?.label ?? id;

/** A title with the period and the age of what it tells, where that is three years or more, or both dates where it has two. */
export function withAge(title: string, period: string, dated: Dated): string {
  const dates = datesWords(period, dated);
  return dates === '' ? title : `${title} (${dates})`;
}

/** When what is told was, where that has to be said: "2021, 5 years ago", or both dates of what has two; else nothing. */
export function datesWords(period: string, dated: Dated): string {
  const age = ageWords(period, dated);
  return dated.dates?.[period] ?? (age === '' ? '' : `${formatPeriod(period)}, ${age}`);
}

/** The day of a date or of an instant: "15 July 2021", the same for readers in every time zone. */
export const formatDay = (day: string) => formatPeriod(day.slice(0, 10));

/** "1 ward", "6 wards". */
export const countOf = (n: number, one: string, many: string) =>
  `${formatNumber(n, 0)} ${n === 1 ? one : many}`;

/** Months of a label in three letters: "Jan to Mar 2025". */
export const shortLabel = (label: string) =>
  label.replace(
    /\b(January|February|March|April|June|July|August|September|October|November|December)\b/g,
    (month) => month.slice(0, 3),
  );
