/** What a source counts. */
import type { AreaType } from '../contract/dimensions.ts';

export interface Measure {
  readonly id: string;
  readonly title: string;
  /** The form of the number. What is counted comes in whole numbers; a value is a score, a rank, a percentage as the source gave it. */
  readonly valueType: 'count' | 'value';
  /**
   * How areas combine: counts add up; values are averaged over residents; `none` where neither makes sense.
   * Where an area does not nest in a larger one, counts are apportioned by residents of the same ages.
   */
  readonly combine: 'sum' | 'residents-mean' | 'none';
  /** The edition of each area type the source uses. */
  readonly editions: Partial<Record<AreaType, string>>;
  /** The measure that no count of this one can exceed, in the same source. */
  readonly atMost?: string;
  /** Its figures are made for demonstration: whatever is made of them is synthetic. */
  readonly synthetic?: true;
  /** Its figures were derived before they were loaded, from published ones: whatever is made of them is modelled. */
  readonly modelled?: true;
  /** Counted by us, not by a source: those people of another measure who live in the most deprived fifth of areas. */
  readonly livingIn?: { readonly people: string; readonly fifthsBy: FifthsBy };
}

/** The measure that gives small areas their national tenth, 1 the most deprived. */
export interface FifthsBy {
  readonly decile: string;
  readonly period: string;
}

/** What fifths of deprivation are by, wherever a stratum asks for one. */
export const nationalFifths: FifthsBy & { readonly edition: string } = {
  decile: 'deprivation-decile-2025',
  period: '2025',
  edition: '2021',
};
