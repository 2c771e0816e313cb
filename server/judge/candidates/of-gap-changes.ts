/** How the gap of each group changed over time. Pure. */

import { comparePeriods } from '../../contract/periods.ts';
import { type Candidate, candidateOf } from '../candidate.ts';
import { byCountsAlone, type Counted } from '../figures/counted.ts';
import { gapBetween } from '../figures/gap-between.ts';
import { type GapChange, type GapInPeriod, gapChange, PERIODS } from '../figures/gap-change.ts';
import type { PartFigures } from '../figures/part.ts';
import type { TestOutcome } from '../figures/two-figures.ts';
import { type GroupFigures, groupFigures } from '../groups/group-figures.ts';
import type { GroupQuestion } from '../groups/question.ts';
import { breakWords, isAfter, lastBreak } from '../release/method-breaks.ts';
import { groupComparison, groupShape, referenceCode } from './of-groups.ts';

export interface GapHistory {
  /** The groups in their newest period, with the reference picked there. */
  readonly newest: GroupFigures;
  /** Oldest first, every period against that same reference. */
  readonly byPeriod: readonly { readonly period: string; readonly figures: GroupFigures }[];
  /** For each group the change of its gap, or why it cannot be tested. */
  readonly changes: readonly (GapChange | string)[];
  readonly candidates: readonly Candidate[];
}

const OF_LINE = `Two-sided normal test of the slope of a weighted line through the gaps of the last ${PERIODS} periods at most`;

/**
 * How the gap of each group changed: the slope of a weighted line through its gaps, every period against the reference of
 * the newest.
 *
 * @param question about the groups of one area.
 * @param stored their figures in every period.
 * @returns figures by period, changes in percentage points, and candidates, in the order of the groups.
 * @throws Unavailable naming the field and the values there are figures for.
 * @see Draper NR, Smith H (1998) Applied Regression Analysis, ch. 9 (weighted least squares).
 * @example gapHistory(question, figures).byPeriod.map(({ period }) => period); // ['2023-24', '2024-25']
 */
export function gapHistory(question: GroupQuestion, stored: PartFigures): GapHistory {
  const periods = periodsOf(question);
  const last = periods.at(-1) ?? '';
  const newest = groupFigures(question, stored, last);
  const fixed = withReferenceOf(question, newest);
  const byPeriod = periods.map((period) => ({ period, figures: groupFigures(fixed, stored, period) }));
  const changes = question.breakdown.groups.map((_, place) => changeOf(question, byPeriod, place));
  const reference = referenceCode(question, newest.references.index);
  const candidates = question.breakdown.groups.map(({ id }, place) => {
    const change = changes[place] ?? '';
    const since = typeof change === 'string' ? 'none' : change.from;
    const basis = newest.groups[place]?.counted?.basis;
    return candidateOf({
      subject: question.indicator,
      comparison: {
        ...groupComparison(question, last, id, reference),
        form: `change-since-${since}`,
      },
      // No page shows the change of a gap in several areas: the groups of one are a list.
      shape: `${groupShape(question, last, reference)} ${question.area.code} change`,
      outcome: outcomeOf(question, change),
      basis,
    });
  });
  return { newest, byPeriod, changes, candidates };
}

const PICKED = 'The best group is picked by the figures themselves, so a change of the gap is not tested.';

function outcomeOf({ reference }: GroupQuestion, change: GapChange | string): TestOutcome {
  if (typeof change === 'string') return { reason: change };
  if (reference === 'best') return { reason: PICKED };
  const { value, lower95: lower = value, upper95: upper = value } = change.change;
  return { difference: { value, lower, upper }, p: change.p, test: OF_LINE };
}

/**
 * Every period the groups have, oldest first.
 *
 * @param question about the groups of one area.
 * @returns periods as queries write them.
 * @example periodsOf(question); // ['2023-24', '2024-25']
 */
export function periodsOf({ breakdown }: GroupQuestion): string[] {
  const all = breakdown.coverage
    .filter((row) => row.area_type === breakdown.areaType)
    .map((row) => row.period);
  return [...new Set(all)].sort(comparePeriods);
}

/** The largest and the best group are those of the newest period, so that every period is compared with the same. */
function withReferenceOf(question: GroupQuestion, { references, groups }: GroupFigures): GroupQuestion {
  const chosen = references.index === undefined ? undefined : groups[references.index];
  return chosen === undefined ? question : { ...question, reference: chosen.id };
}

interface Pair {
  readonly own: Counted | undefined;
  readonly other: Counted | undefined;
}

/**
 * The counts of a group and of what it is compared with.
 *
 * @param found groups and references of one period.
 * @param place of the group among them.
 * @returns undefined for what is not shown, and for the reference itself.
 * @example pairOf(found, 0); // { own: { numerator: 50, denominator: 100, basis: 'published' }, other: { numerator: 195, denominator: 300, basis: 'published' } }
 */
export function pairOf({ groups, references }: GroupFigures, place: number): Pair {
  const { counted, isReference } = references.of(place);
  return { own: groups[place]?.counted, other: isReference ? undefined : counted };
}

/** Shared out alike in every period, groups are taken to err alike. */
const countsAlone = ({ own, other }: Pair): Pair => ({
  own: own && byCountsAlone(own),
  other: other && byCountsAlone(other),
});

function changeOf(
  { indicator, breaks }: GroupQuestion,
  byPeriod: GapHistory['byPeriod'],
  place: number,
): GapChange | string {
  const [first] = byPeriod;
  if (first?.figures.references.of(place).isReference) return 'It is the reference itself.';
  const newest = byPeriod.at(-1);
  const isMadeUp = newest?.figures.groups[place]?.counted?.basis === 'synthetic';
  const broken = lastBreak(breaks, newest?.period ?? '', isMadeUp);
  const alike = byPeriod.filter(({ period }) => isAfter(broken, period));
  if (broken !== undefined && alike.length < 2)
    return `There is no earlier gap to compare with: ${breakWords(broken)}.`;
  const points = alike.map(({ period, figures }): GapInPeriod => {
    const { own, other } = countsAlone(pairOf(figures, place));
    const gap = own && other && gapBetween(own, other, indicator.polarity);
    return { period, difference: gap?.difference, group: own, reference: other };
  });
  return gapChange(indicator.periodKind, points);
}
