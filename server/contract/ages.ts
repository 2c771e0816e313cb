/** How old a figure is: one of more than three years carries its age wherever it is told. Pure. */
import { wholeYearsBetween } from './days.ts';
import { parsePeriod } from './periods.ts';

/** From this many whole years on a figure is old. */
export const OLD_YEARS = 3;

/** Whole years from the end of a period to a day, where they are three or more; undefined of newer figures. */
export function ageOf(period: string, asOf: string): number | undefined {
  const end = parsePeriod(period)?.end;
  if (end === undefined) return undefined;
  const years = wholeYearsBetween(end, asOf);
  return years >= OLD_YEARS ? years : undefined;
}

/** The same as a field of a reply. */
export function ageField(period: string, asOf: string): { readonly age?: number } {
  const age = ageOf(period, asOf);
  return age === undefined ? {} : { age };
}

/** "5 years ago"; nothing for a newer figure. */
export function ageWords(period: string, asOf: string): string {
  const years = ageOf(period, asOf);
  return years === undefined ? '' : `${years} years ago`;
}

/** A period in words with its age, where it is old: "up to 15 July 2021, 5 years ago". */
export const agedLabel = (label: string, period: string, asOf: string): string =>
  labelOfAge(label, ageOf(period, asOf));

/** The same of a row that says how old it is. */
export const labelOfAge = (label: string, age: number | undefined): string =>
  age === undefined ? label : `${label}, ${age} years ago`;
