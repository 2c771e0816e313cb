/** How a figure stands to its target, told by intervals and by the date the target is due. Pure. */
import { ageOf } from '../../contract/ages.ts';
import type { BoardTarget } from '../../contract/board-reply.ts';
import { yearsOfDay } from '../../contract/days.ts';
import type { Course } from '../../contract/dimensions.ts';
import type { DocumentOf } from '../../contract/documents/schemas.ts';
import type { ShownEstimate } from '../../contract/estimate.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { limitsOf } from '../../judge/figures/two-figures.ts';
import type { IntervalEstimate as Figure } from '../../stats/difference.ts';
import { projectedLine, type TimedEstimate } from '../../stats/projected-line.ts';
import { type Attainment, MADE_UP_STANDING, standingByDate } from '../comparing/standing-by-date.ts';
import { amountWords, limitsWords, targetWords } from '../writing/amount-words.ts';
import { agedPeriodWords, datedBy } from '../writing/words.ts';

type Point = TrendReply['points'][number];
type StoredTarget = Pick<DocumentOf<'targets'>['targets'][number], 'value' | 'due'>;
type Standing = Pick<BoardTarget, 'course' | 'because' | 'projected'>;

/** The figure that decides, how it stands to the target, and both in words. */
interface Reading {
  readonly indicator: Indicator;
  readonly period: string;
  readonly side: Attainment;
  readonly hasInterval: boolean;
  /** "the interval of 2024/25, 60.0% to 62.0%,". */
  readonly words: string;
  /** The figure with its period: "61.0% (2024/25)". */
  readonly figure: string;
  readonly isOld: boolean;
  /** Of a figure of years ago, what it did, not what it does. */
  readonly lies: 'lies' | 'lay';
  /** "of 2022/23, 3 years ago, 18.6%". */
  readonly of: string;
  /** "95%". */
  readonly aim: string;
}

/** A line is drawn through the figures of these last years. */
const YEARS = 5;
const FEWEST = 5;

/**
 * Without a due date the target holds at all times, and the latest figure counts. With one, the first figure on or
 * after it decides; until there is one, the latest is held against the target, and its line against the date. A figure
 * beyond the target before its date has not met it, for it may come back: only a count that can still be the one of that
 * day, and can only rise, has.
 *
 * @param asOf the day it is judged on.
 */
export function courseOf(
  indicator: Indicator,
  target: StoredTarget,
  points: readonly Point[],
  period: string,
  asOf: string,
): Standing {
  if (indicator.polarity === 'neutral')
    return { course: 'cannot-tell', because: 'Neither high nor low is better.' };
  const { due } = target;
  const deciding =
    due === undefined ? undefined : points.find((point) => isShown(point) && endOf(point.period) >= due);
  const point = deciding ?? points.find((one) => one.period === period);
  if (point?.estimate.status !== 'shown')
    return { course: 'cannot-tell', because: 'The latest period has no figure.' };
  const { estimate } = point;
  const reading = readingOf(indicator, target.value, { period: point.period, estimate, asOf });
  const standing = standingOn(reading, target, points, asOf);
  // The course stands in its row, marked as synthetic; no sentence is made of it.
  return estimate.basis === 'synthetic' ? { ...standing, because: MADE_UP_STANDING } : standing;
}

function standingOn(
  reading: Reading,
  { value, due }: StoredTarget,
  points: readonly Point[],
  asOf: string,
): Standing {
  const { side, isOld, indicator } = reading;
  const { course, isDecided } = standingByDate({
    side,
    end: endOf(reading.period),
    due,
    asOf,
    isOld,
    stays: due !== undefined && staysUntil(due, indicator),
  });
  if (due === undefined && isOld) return oldStanding(reading);
  if (due === undefined || isDecided) return whenDue(reading);
  if (course === 'date-passed') return datePassed(reading, due);
  return course === undefined ? onItsWay(reading, value, due, points) : beforeDue(reading, due, course);
}

const isShown = ({ estimate }: Point) => estimate.status === 'shown';
const endOf = (period: string) => parsePeriod(period)?.end ?? '';

interface DecidingFigure {
  readonly period: string;
  readonly estimate: ShownEstimate;
  readonly asOf: string;
}

function readingOf(
  indicator: Indicator,
  target: number,
  { period, estimate, asOf }: DecidingFigure,
): Reading {
  const limits = limitsOf(estimate);
  const { value } = estimate;
  const own = limits ?? { value, lower: value, upper: value };
  const label = agedPeriodWords(indicator, period, { asOf });
  const isOld = ageOf(period, datedBy(indicator, { asOf })) !== undefined;
  const of = indicator.periodKind === 'cumulative' ? label : `of ${label}`;
  return {
    indicator,
    period,
    side: sideOf(own, target, indicator),
    hasInterval: limits !== undefined,
    words:
      limits === undefined
        ? `the figure ${of}, ${amountWords(value, indicator)},`
        : `the interval ${of}, ${intervalOf(limits, indicator)},`,
    figure: `${amountWords(value, indicator)} (${label})`,
    lies: isOld ? 'lay' : 'lies',
    isOld,
    of: `${of}, ${amountWords(value, indicator)}`,
    aim: targetWords(target, indicator),
  };
}

/** Without an interval a figure is held against the target by itself, and the sentence says so. */
function whenDue({ indicator, side, words, lies, aim, hasInterval }: Reading): Standing {
  const where = hasInterval ? `${lies} wholly` : lies;
  const apart = hasInterval ? '' : '; it comes without an interval';
  if (side === 'reached')
    return {
      course: 'met',
      because: capital(`${words} ${where} ${sideWords(indicator, 'reached')} ${aim}${apart}.`),
    };
  if (side === 'short')
    return {
      course: 'not-met',
      because: capital(`${words} ${where} ${sideWords(indicator, 'short')} ${aim}${apart}.`),
    };
  return { course: 'cannot-tell', because: capital(`${words} ${lies} on both sides of ${aim}.`) };
}

/** A target that holds at all times holds today: of years ago a figure does not tell. */
const oldStanding = ({ indicator, side, of, aim }: Reading): Standing => ({
  course: 'cannot-tell',
  because: `The last figure is ${of}, ${sideWords(indicator, side)} ${aim}; how it stands today is not known.`,
});

function onItsWay(reading: Reading, value: number, due: string, points: readonly Point[]): Standing {
  if (!reading.hasInterval)
    return {
      course: 'cannot-tell',
      because: capital(
        `${reading.words} ${reading.lies} ${sideWords(reading.indicator, 'short')} ${reading.aim}; without intervals no line can be drawn to its date.`,
      ),
    };
  return projected(reading, value, due, points);
}

/** What can only rise stays where it got, until the count ends and the next one begins at none. */
const staysUntil = (due: string, { periodKind, countedUntil }: Indicator) =>
  periodKind === 'cumulative' && (countedUntil === undefined || due <= countedUntil);

/** A figure of years ago says nothing of the course: what became of it since nobody knows. */
function beforeDue(
  { indicator, words, aim, isOld, of, side }: Reading,
  due: string,
  course: Course,
): Standing {
  const where = `${sideWords(indicator, side)} ${aim}`;
  const decided = `it is decided by the first figure on or after ${parsePeriod(due)?.label ?? due}.`;
  return isOld
    ? { course, because: `The last figure is ${of}, ${where}; ${decided}` }
    : { course, because: capital(`${words} already lies ${where}; ${decided}`) };
}

/** Where a figure lies, so that nobody has to know which way is better: "at or below 20%". */
function sideWords({ polarity }: Indicator, side: Reading['side']): string {
  if (side === 'holds') return 'not to be told from';
  const [reached, short] =
    polarity === 'lower-is-better' ? ['at or below', 'above'] : ['at or above', 'below'];
  return side === 'reached' ? reached : short;
}

/** Of anything that may have fallen since, nobody knows what it was when the target was due. */
function datePassed(reading: Reading, due: string): Standing {
  const { indicator, side, figure, aim } = reading;
  return {
    course: 'date-passed',
    because: `No figure of the due date, ${parsePeriod(due)?.label ?? due}, or after is held. The last one, ${figure}, was ${sideWords(indicator, side)} ${aim}.`,
  };
}

/** On course where the whole interval of the line reaches the target when it is due. */
function projected(
  { indicator, period, aim }: Reading,
  value: number,
  due: string,
  points: readonly Point[],
): Standing {
  if (indicator.periodKind !== 'separate')
    return { course: 'cannot-tell', because: 'The periods overlap or add up, so no line can be drawn.' };
  const figures = lastYears(points, period);
  if (figures.length < FEWEST)
    return {
      course: 'cannot-tell',
      because: `A line needs ${FEWEST} periods with an interval in ${YEARS} years; there are ${figures.length}.`,
    };
  const line = projectedLine(figures, yearsOfDay(due));
  const side = sideOf(line, value, indicator);
  const because = `On its line of the last ${YEARS} years it would be ${intervalOf(line, indicator)} when the target, ${aim}, is due.`;
  const course = side === 'reached' ? 'on-course' : side === 'short' ? 'not-on-course' : 'cannot-tell';
  return {
    course,
    because,
    projected: { value: line.value, lower95: line.lower, upper95: line.upper },
  };
}

function lastYears(points: readonly Point[], period: string): TimedEstimate[] {
  const end = yearsOfDay(endOf(period));
  return points.flatMap((point) => {
    const time = yearsOfDay(endOf(point.period));
    const figure = time > end - YEARS && time <= end ? limitsOf(point.estimate) : undefined;
    return figure === undefined ? [] : [{ time, ...figure }];
  });
}

function sideOf({ lower, upper }: Figure, value: number, { polarity }: Indicator): Reading['side'] {
  const [near, far] =
    polarity === 'higher-is-better' ? [lower >= value, upper < value] : [upper <= value, lower > value];
  return near ? 'reached' : far ? 'short' : 'holds';
}

const intervalOf = ({ lower, upper }: Figure, indicator: Indicator) => limitsWords(lower, upper, indicator);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
