/** How far the coverage of a childhood vaccine has come: the steps to the target, and what is said of them. Pure. */
import { inWords } from '../../../server/contract/phrases.ts';

/** Percentages on the way to the target. */
export const STEPS = [80, 85, 90] as const;

/** "Above 80% and 85%, below 90% and the target of 95%." */
export function stepsWords(value: number, target: number | undefined): string {
  const marks = [
    ...STEPS.map((step) => ({ step, text: `${step}%` })),
    ...(target === undefined ? [] : [{ step: target, text: `the target of ${target}%` }]),
  ];
  const reached = marks.filter(({ step }) => value >= step).map(({ text }) => text);
  const ahead = marks.filter(({ step }) => value < step).map(({ text }) => text);
  const parts = [
    ...(reached.length === 0 ? [] : [`at or above ${inWords(reached)}`]),
    ...(ahead.length === 0 ? [] : [`below ${inWords(ahead)}`]),
  ];
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
