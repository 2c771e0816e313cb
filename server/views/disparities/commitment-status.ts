/** Where a commitment stands, from the gap then and now, its interval and the target. Pure. */
import { agedLabel, ageOf, type Dated } from '../../contract/ages.ts';
import { timeOfDay } from '../../contract/days.ts';
import type { Course, Polarity } from '../../contract/dimensions.ts';
import type { Measured } from '../../contract/gap.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { type Attainment, standingByDate } from '../comparing/standing-by-date.ts';
import { numberText, withLimits } from '../writing/numbers-in-words.ts';

export interface CommitmentStanding {
  readonly status: Course;
  readonly expected?: number;
  readonly reading: string;
}

interface GapAt {
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
  'The first gap of the due date or after decides: met where its whole 95% interval reaches the target, not met where none of it does. Before it is due: on course where the whole interval reaches the target, or the straight line to it from the gap at the start; not on course where none of it reaches the line. Date passed: it was due, and no gap of that day or after is held. Otherwise, and where the newest gap is of three or more years ago, nobody can tell.';

export function standingOf(question: CommitmentQuestion): CommitmentStanding {
  const standing = crudeStanding(question);
  return question.ageAdjusted === false
    ? { ...standing, reading: standing.reading.replace(/\.$/, `, ${NOT_ADJUSTED}.`) }
    : standing;
}

function crudeStanding({
  baseline,
  current,
  target,
  due,
  polarity,
  dated,
}: CommitmentQuestion): CommitmentStanding {
  const [from, to] = [parsePeriod(baseline.period), parsePeriod(current.period)];
  if (from === undefined || to === undefined) throw new Error('both gaps belong to periods');
  const { value, lower95 = value, upper95 = value } = current.difference;
  const isRising = risesTo(target, baseline.difference.value, polarity);
  const sideOf = (line: number): Attainment => {
    // Turned so that more is nearer the target.
    const [least, most, aim] = isRising ? [lower95, upper95, line] : [-upper95, -lower95, -line];
    return least >= aim ? 'reached' : most < aim ? 'short' : 'holds';
  };
  const isOld = ageOf(current.period, dated) !== undefined;
  const { asOf } = dated;
  const side = sideOf(target);
  const { course, isDecided } = standingByDate({ side, end: to.end, due, asOf, isOld });
  const gap = withLimits(current.difference);
  const dueWords = parsePeriod(due)?.label ?? due;
  const when = agedLabel(dated.dates?.[current.period] ?? to.label, current.period, dated);
  if (course === 'date-passed')
    return {
      status: course,
      reading: `No gap of the due date, ${dueWords}, or after is held. The last one (${when}) was ${gap} points.`,
    };
  const now = `The gap ${isOld ? 'was' : 'is'} ${gap} points (${when})`;
  const aim = `the target of ${numberText(target)}`;
  if (course !== undefined) {
    const decided = isDecided ? '' : `; it is decided by the first gap on or after ${dueWords}`;
    return { status: course, reading: `${now}; ${sideWords[side]} ${aim}${decided}.` };
  }
  if (to.start <= from.end)
    return {
      status: 'cannot-tell',
      reading: `${now}; there is no period after the one it starts from.`,
    };
  const expected = lineAt({ from: from.end, to: to.end, due, start: baseline.difference.value, target });
  const byNow = sideOf(expected);
  return {
    status: onTheLine[byNow],
    expected,
    reading: `${now}; ${sideWords[byNow]} ${numberText(expected)}, where it would be by now on a straight line to the target.`,
  };
}

const sideWords: Readonly<Record<Attainment, string>> = {
  reached: 'all of its interval reaches',
  short: 'none of its interval reaches',
  holds: 'its interval is on both sides of',
};
const onTheLine = {
  reached: 'on-course',
  short: 'not-on-course',
  holds: 'cannot-tell',
} as const satisfies Readonly<Record<Attainment, Course>>;

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
  const gone = (timeOfDay(to) - timeOfDay(from)) / (timeOfDay(due) - timeOfDay(from));
  return start + (target - start) * gone;
}
