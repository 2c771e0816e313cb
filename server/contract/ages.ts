/** How old a figure is: one of more than three years carries its age wherever it is told. Pure. */
import { wholeYearsBetween } from './days.ts';
import { parsePeriod } from './periods.ts';

/** What the age of a figure is counted with. */
export interface Dated {
  /** The day it is counted to. */
  readonly asOf: string;
  /** The dates of a figure made of two sources, in words, by period: they say more than one age could. */
  readonly dates?: Readonly<Record<string, string>>;
}

/** From this many whole years after the end of its period on a figure is old. */
const OLD_YEARS = 3;

/**
 * How many years ago a period ended, as anybody subtracts one year from another, where three whole years or more have gone
 * by since; undefined of newer figures, and of those made of sources of two dates. Two figures of one period have one age.
 */
export function ageOf(period: string, { asOf, dates }: Dated): number | undefined {
  const end = parsePeriod(period)?.end;
  if (end === undefined || dates?.[period] !== undefined) return undefined;
  if (wholeYearsBetween(end, asOf) < OLD_YEARS) return undefined;
  return Number(asOf.slice(0, 4)) - Number(end.slice(0, 4));
}

/** The same as a field of a reply. */
export function ageField(period: string, dated: Dated): { readonly age?: number } {
  const age = ageOf(period, dated);
  return age === undefined ? {} : { age };
}

/** "5 years ago"; nothing for a newer figure. */
export function ageWords(period: string, dated: Dated): string {
  const years = ageOf(period, dated);
  return years === undefined ? '' : `${years} years ago`;
}

/** A period in words with its age, where it is old: "up to 15 July 2021, 5 years ago". */
export const agedLabel = (label: string, period: string, dated: Dated): string =>
  labelOfAge(label, ageOf(period, dated));

/** The same of a row that says how old it is. */
export const labelOfAge = (label: string, age: number | undefined): string =>
  age === undefined ? label : `${label}, ${age} years ago`;
