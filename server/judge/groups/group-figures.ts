/** What is read of the groups of one question in one period: every group, and everyone. Pure. */
import type { Counted } from '../figures/counted.ts';
import type { PartFigure, PartFigures } from '../figures/part.ts';
import type { GroupQuestion } from './question.ts';
import { tried } from './questions-of-areas.ts';
import { everybody, noReference, type References, referencesOf } from './reference.ts';

export interface GroupFigures {
  readonly groups: readonly (PartFigure & { readonly id: string; readonly label: string })[];
  readonly unknown: PartFigure | undefined;
  readonly whole: PartFigure | undefined;
  readonly everyone: Counted | undefined;
  readonly references: References;
}

/**
 * What is read of the groups of one question in one period: every group, everyone, and what each group is compared with.
 *
 * @param question about the groups of one area.
 * @param figures stored.
 * @param period one the groups have.
 * @returns counts of people and shares in percent, in the order of the groups.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example groupFigures(question, figures, '2024-25').everyone; // { numerator: 245, denominator: 400 }
 */
export function groupFigures(
  { breakdown, indicator, reference }: GroupQuestion,
  figures: PartFigures,
  period: string,
): GroupFigures {
  const groups = breakdown.groups.map(({ id, label, part }) => ({ id, label, ...figures.of(part, period) }));
  const unknown = breakdown.unknown && figures.of(breakdown.unknown, period);
  const whole = breakdown.whole && figures.of(breakdown.whole, period);
  const everyone = everybody(
    whole,
    groups.map(({ counted }) => counted),
    unknown === undefined ? [] : [unknown.counted],
  );
  const references = referencesOf(reference, groups, everyone, indicator.polarity);
  return { groups, unknown, whole, everyone, references };
}

/**
 * The same; where the indicator has no such reference, its figures all the same, with nothing compared.
 *
 * @param question about the groups of one area.
 * @param figures stored.
 * @param period one the groups have.
 * @returns as `groupFigures`.
 * @throws RangeError for a rounded count behind which only small ones could lie.
 * @example groupFiguresAnyhow({ ...question, reference: 'black' }, figures, '2024-25').references.of(0).reason;
 *   // 'This indicator has no such reference.'
 */
export function groupFiguresAnyhow(
  question: GroupQuestion,
  figures: PartFigures,
  period: string,
): GroupFigures {
  const found = tried(() => groupFigures(question, figures, period));
  if (found !== undefined) return found;
  const plain = groupFigures({ ...question, reference: 'rest' }, figures, period);
  return { ...plain, references: noReference('', 'This indicator has no such reference.') };
}
