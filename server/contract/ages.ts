/** How old a figure is: one of more than three years carries its age wherever it is told. Pure. */
import { wholeYearsBetween } from './days.ts';
import { parsePeriod } from './periods.ts';

/** What the age of a figure is counted with. */
export interface Dated {
  /** The day it is counted to. */
  readonly asOf: string;
  /** The day of a period that stands for one day, by period: the Census of 2021 counted 21 March. */
  readonly measuredOn?: Readonly<Record<string, string>>;
}

/** From this many whole years on a figure is old. */
export const OLD_YEARS = 3;

/**
 * Whole years from the end of what a figure measures to a day, where they are three or more; undefined of newer figures.
 * A period ends with its last day, where the indicator names no day of its own.
 */
export function ageOf(period: string, { asOf, measuredOn }: Dated): number | undefined {
  const end = measuredOn?.[period] ?? parsePeriod(period)?.end;
  if (end === undefined) return undefined;
  const years = wholeYearsBetween(end, asOf);
  return years >= OLD_YEARS ? years : undefined;
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
