/** What each summary measure says, in one sentence. Pure. */
import type { SummaryMeasure } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { size, withLimits } from '../writing/numbers-in-words.ts';

export interface SummaryWords {
  readonly unit: string;
  read(measured: Measured, context: { readonly reference: string }): string;
}

const points = 'percentage points';

/** A direction is told only where the interval leaves out no gap; without an interval it is told of nothing. */
const isBeyond = ({ lower95, upper95 }: Measured, none: number) =>
  lower95 !== undefined && upper95 !== undefined && (lower95 > none || upper95 < none);
const NOT_BEYOND = 'the direction is not known beyond chance';

/** The measure as a bare number: nothing is said of figures made for demonstration. */
export const bareReading = (measured: Measured, unit: string) => `${withLimits(measured, 2)} ${unit}.`;

const concentrated = (m: Measured) => `it is found more among the ${m.value < 0 ? 'more' : 'less'} deprived`;

/** What would change if every group did as well, by so much of what it is in. */
function ifAllAlike(m: Measured, reference: string, unit: string): string {
  const all = `If every group did as well as ${reference}, the figure of everyone would`;
  return isBeyond(m, 0)
    ? `${all} be ${m.value < 0 ? 'lower' : 'higher'} by ${size(m)}${unit}.`
    : `${all} change by ${withLimits(m)}${unit}; ${NOT_BEYOND}.`;
}
const fromReference = {
  unit: points,
  read: (measured: Measured, { reference }: { readonly reference: string }) =>
    `On average those counted live with a figure ${withLimits(measured)} percentage points away from that of ${reference}.`,
};
const fromReferenceAlike = {
  unit: points,
  read: (measured: Measured, { reference }: { readonly reference: string }) =>
    `On average a group is ${withLimits(measured)} percentage points away from ${reference}, each group counting alike.`,
};

export const summaryWords: Readonly<Record<SummaryMeasure, SummaryWords>> = {
  'slope-index': {
    unit: points,
    read: (m) =>
      isBeyond(m, 0)
        ? `From the most to the least deprived end the figure ${m.value < 0 ? 'falls' : 'rises'} by ${size(m)} percentage points, every fifth counted.`
        : `From the most to the least deprived end the figure changes by ${withLimits(m)} percentage points, every fifth counted; ${NOT_BEYOND}.`,
  },
  'relative-index': {
    unit: 'times',
    read: (m) =>
      `The figure at the least deprived end is ${withLimits(m, 2)} times that at the most deprived end${isBeyond(m, 1) ? '' : `; ${NOT_BEYOND}`}.`,
  },
  'absolute-concentration-index': {
    unit: points,
    read: (m) =>
      isBeyond(m, 0)
        ? `On a scale where 0 is equality, ${concentrated(m)}: ${withLimits(m, 2)}.`
        : `On a scale where 0 is equality: ${withLimits(m, 2)}; ${NOT_BEYOND}.`,
  },
  'relative-concentration-index': {
    unit: 'from −1 to 1',
    read: (m) =>
      isBeyond(m, 0)
        ? `Measured against the average, ${concentrated(m)}: ${withLimits(m, 3)}, where 0 is equality.`
        : `Measured against the average, where 0 is equality: ${withLimits(m, 3)}; ${NOT_BEYOND}.`,
  },
  'between-group-variance': {
    unit: 'squared percentage points',
    read: (m) => `Squared distances from the average come to ${withLimits(m)}, each group by its people.`,
  },
  'between-group-standard-deviation': {
    unit: points,
    read: (m) =>
      `Groups lie typically ${withLimits(m)} percentage points from the average, larger distances counting more.`,
  },
  'coefficient-of-variation': {
    unit: '% of the average',
    read: (m) => `The typical distance from the average is ${withLimits(m)}% of the average.`,
  },
  'mean-difference-from-mean': {
    unit: points,
    read: (m) =>
      `On average those counted are in a group ${withLimits(m)} percentage points away from the average of everyone.`,
  },
  'mean-difference-from-mean-unweighted': {
    unit: points,
    read: (m) =>
      `On average a group is ${withLimits(m)} percentage points away from the average of everyone, each group counting alike.`,
  },
  'mean-difference-from-best': {
    unit: points,
    read: (m) =>
      `On average those counted are in a group ${withLimits(m)} percentage points away from the best group; luck makes this larger.`,
  },
  'mean-difference-from-best-unweighted': {
    unit: points,
    read: (m) =>
      `On average a group is ${withLimits(m)} percentage points away from the best one, each group counting alike; luck makes this larger.`,
  },
  'mean-difference-from-reference': fromReference,
  'mean-difference-from-reference-unweighted': fromReferenceAlike,
  'index-of-disparity': {
    unit: '% of the average',
    read: (m) => `The mean distance from the average is ${withLimits(m)}% of the average.`,
  },
  'index-of-disparity-unweighted': {
    unit: '% of the average',
    read: (m) => `The mean distance from the average is ${withLimits(m)}% of it, each group counting alike.`,
  },
  'theil-index': {
    unit: 'thousandths',
    read: (m) => `Theil index ${withLimits(m, 2)}: 0 is equality; groups far above the average weigh most.`,
  },
  'mean-log-deviation': {
    unit: 'thousandths',
    read: (m) =>
      `Mean log deviation ${withLimits(m, 2)}: 0 is equality; groups far below the average weigh most.`,
  },
  'attributable-risk': {
    unit: points,
    read: (m, { reference }) => ifAllAlike(m, reference, ' percentage points'),
  },
  'attributable-fraction': {
    unit: '% of the figure',
    read: (m, { reference }) => ifAllAlike(m, reference, '% of itself'),
  },
};
