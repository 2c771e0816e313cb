/** Where a commitment stands, from the gap then and now, its interval and the target. Pure. */
import { agedLabel, ageOf, ageWords, type Dated } from '../../contract/ages.ts';
import { timeOfDay } from '../../contract/days.ts';
import type { CommitmentStatus, Polarity } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { number, withLimits } from './numbers-in-words.ts';

export interface Standing {
  readonly status: CommitmentStatus;
  readonly expected?: number;
  readonly reading: string;
}

export interface GapAt {
  readonly period: string;
  readonly difference: Measured;
}

export interface CommitmentQuestion {
  readonly baseline: GapAt;
  readonly current: GapAt;
  readonly target: number;
  readonly due: string;
  readonly polarity: Polarity;
  /** Whether the gaps are adjusted for age; false where they depend on age and are not. */
  readonly ageAdjusted: boolean | null;
  /** The day it is judged on, with what ages are counted from. */
  readonly dated: Dated;
}

export const STATUS_RULE =
  'Met: the whole 95% interval of the newest gap reaches the target. Before it is due: on course where the whole interval reaches the straight line from the baseline gap to the target, not on course where none of it does. Once it is due: not met where none of the interval reaches the target. Date passed: it was due, and no figure of that day or after is held. Otherwise nobody can tell.';

export function standingOf(question: CommitmentQuestion): Standing {
  const standing = crudeStanding(question);
  return question.ageAdjusted === false
    ? { ...standing, reading: standing.reading.replace(/\.$/, `, ${NOT_ADJUSTED}.`) }
    : standing;
}

function crudeStanding({ baseline, current, target, due, polarity, dated }: CommitmentQuestion): Standing {
  const [from, to] = [parsePeriod(baseline.period), parsePeriod(current.period)];
  if (from === undefined || to === undefined) throw new Error('both gaps belong to periods');
  const { value, lower95 = value, upper95 = value } = current.difference;
  const isRising = risesTo(target, baseline.difference.value, polarity);
  // Turned so that more is nearer the target.
  const [least, most] = isRising ? [lower95, upper95] : [-upper95, -lower95];
  const reaches = (gap: number, line: number) => gap >= (isRising ? line : -line);
  const isDue = to.end >= due;
  const gap = withLimits(current.difference);
  if (dated.asOf > due && !isDue)
    return {
      status: 'date-passed',
      reading: `No gap of the due date, ${parsePeriod(due)?.label ?? due}, or after is held. The last one (${agedLabel(to.label, current.period, dated)}) was ${gap} points.`,
    };
  const now =
    ageOf(current.period, dated) === undefined
      ? `The gap is ${gap} points`
      : `The gap was ${gap} points ${ageWords(current.period, dated)}`;
  if (reaches(least, target))
    return { status: 'met', reading: `${now}; all of its interval reaches the target of ${number(target)}.` };
  if (to.start <= from.end)
    return {
      status: 'cannot-tell',
      reading: `${now}; there is no period after the one it starts from.`,
    };
  const expected = lineAt({ from: from.end, to: to.end, due, start: baseline.difference.value, target });
  const line =
    expected === target
      ? `the target of ${number(target)}`
      : `${number(expected)}, where it would be by now on a straight line to the target`;
  if (expected !== target && reaches(least, expected))
    return { status: 'on-course', expected, reading: `${now}; all of its interval reaches ${line}.` };
  if (!reaches(most, expected))
    return {
      status: isDue ? 'not-met' : 'not-on-course',
      expected,
      reading: `${now}; none of its interval reaches ${line}.`,
    };
  return {
    status: 'cannot-tell',
    expected,
    reading: `${now}; its interval is on both sides of ${line}.`,
  };
}

/** A gap of a worse-off group closes upwards where high is good, downwards where low is. */
function risesTo(target: number, start: number, polarity: Polarity): boolean {
  if (polarity === 'neutral') return target >= start;
  return polarity === 'higher-is-better';
}

interface Line {
  readonly from: string;
  readonly to: string;
  readonly due: string;
  readonly start: number;
  readonly target: number;
}

function lineAt({ from, to, due, start, target }: Line): number {
  const [begin, now, end] = [from, to, due].map(timeOfDay);
  if (begin === undefined || now === undefined || end === undefined || now >= end || end <= begin)
    return target;
  return start + ((target - start) * (now - begin)) / (end - begin);
}
