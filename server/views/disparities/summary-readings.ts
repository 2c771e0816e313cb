/** What each summary measure says, in one sentence. Pure. */
import type { SummaryMeasure } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { size, withLimits } from './numbers-in-words.ts';

export interface SummaryWords {
  readonly unit: string;
  read(measured: Measured, context: { readonly reference: string }): string;
}

const points = 'percentage points';
const fromReference = {
  unit: points,
  read: (measured: Measured, { reference }: { readonly reference: string }) =>
    `On average people live with a figure ${withLimits(measured)} percentage points away from that of ${reference}.`,
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
      `From the most to the least deprived end the figure ${m.value < 0 ? 'falls' : 'rises'} by ${size(m)} percentage points, every fifth counted.`,
  },
  'relative-index': {
    unit: 'times',
    read: (m) =>
      `The figure at the least deprived end is ${withLimits(m, 2)} times that at the most deprived end.`,
  },
  'absolute-concentration-index': {
    unit: points,
    read: (m) =>
      `People with the outcome are found more among the ${m.value < 0 ? 'more' : 'less'} deprived: ${withLimits(m, 2)} on a scale where 0 is equality.`,
  },
  'relative-concentration-index': {
    unit: 'from −1 to 1',
    read: (m) =>
      `Measured against the average, people with the outcome are found more among the ${m.value < 0 ? 'more' : 'less'} deprived: ${withLimits(m, 3)}, where 0 is equality.`,
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
      `On average people are in a group ${withLimits(m)} percentage points away from the average of everyone.`,
  },
  'mean-difference-from-mean-unweighted': {
    unit: points,
    read: (m) =>
      `On average a group is ${withLimits(m)} percentage points away from the average of everyone, each group counting alike.`,
  },
  'mean-difference-from-best': {
    unit: points,
    read: (m) =>
      `On average people are in a group ${withLimits(m)} percentage points away from the best group; luck makes this larger.`,
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
    read: (m, { reference }) =>
      `If every group did as well as ${reference}, the figure of everyone would be ${size(m)} percentage points ${m.value < 0 ? 'lower' : 'higher'}.`,
  },
  'attributable-fraction': {
    unit: '% of the figure',
    read: (m, { reference }) =>
      `If every group did as well as ${reference}, the figure of everyone would be ${m.value < 0 ? 'lower' : 'higher'} by ${size(m)}% of itself.`,
  },
};
