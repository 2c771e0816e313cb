/** How a figure stands to its target, told by intervals. Pure. */
import type { BoardTarget } from '../contract/board-reply.ts';
import type { DocumentOf } from '../contract/documents/schemas.ts';
import { parsePeriod } from '../contract/periods.ts';
import type { TrendReply } from '../contract/replies.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { limitsOf } from '../judge/figures/two-figures.ts';
import type { Estimate as Figure } from '../stats/difference.ts';
import { projectedLine, type TimedFigure } from '../stats/projected-line.ts';
import { targetWords, valueWords } from './value-words.ts';
import { periodWords } from './words.ts';

type Point = TrendReply['points'][number];
type StoredTarget = DocumentOf<'targets'>['targets'][number];
type Standing = Pick<BoardTarget, 'course' | 'because' | 'projected'>;

/** A line is drawn through the figures of these last years. */
const YEARS = 5;
const FEWEST = 5;

/** Without a due date the target holds at all times: the latest figure is what counts. */
export function courseOf(
  indicator: Indicator,
  target: Pick<StoredTarget, 'value' | 'due'>,
  points: readonly Point[],
  period: string,
): Standing {
  const latest = points.find((point) => point.period === period);
  const own = latest && limitsOf(latest.estimate);
  if (indicator.polarity === 'neutral')
    return { course: 'cannot-tell', because: 'Neither high nor low is better.' };
  if (own === undefined)
    return { course: 'cannot-tell', because: 'The latest figure has no interval to tell by.' };
  const side = sideOf(own, target.value, indicator);
  const words = `the interval of ${periodWords(indicator, period)}, ${intervalOf(own, indicator)},`;
  const aim = targetWords(target.value, indicator);
  if (side === 'reached')
    return { course: 'met', because: capital(`${words} lies wholly at or beyond ${aim}.`) };
  const isDue = target.due === undefined || (parsePeriod(period)?.end ?? '') >= target.due;
  if (isDue)
    return side === 'short'
      ? { course: 'not-met', because: capital(`${words} lies wholly short of ${aim}.`) }
      : { course: 'cannot-tell', because: capital(`${words} holds ${aim}.`) };
  return projected(indicator, target.value, target.due ?? '', points, period);
}

/** On course where the whole interval of the line reaches the target when it is due. */
function projected(
  indicator: Indicator,
  value: number,
  due: string,
  points: readonly Point[],
  period: string,
): Standing {
  if (indicator.periodKind !== 'separate')
    return { course: 'cannot-tell', because: 'The periods overlap or add up, so no line can be drawn.' };
  const figures = lastYears(points, period);
  if (figures.length < FEWEST)
    return {
      course: 'cannot-tell',
      because: `A line needs ${FEWEST} periods with an interval in ${YEARS} years; there are ${figures.length}.`,
    };
  const line = projectedLine(figures, timeOf(due));
  const side = sideOf(line, value, indicator);
  const because = `On its line of the last ${YEARS} years it would be ${intervalOf(line, indicator)} when the target, ${targetWords(value, indicator)}, is due.`;
  const course = side === 'reached' ? 'on-course' : side === 'short' ? 'not-on-course' : 'cannot-tell';
  return {
    course,
    because,
    projected: { value: line.value, lower95: line.lower, upper95: line.upper },
  };
}

function lastYears(points: readonly Point[], period: string): TimedFigure[] {
  const end = timeOf(parsePeriod(period)?.end ?? '');
  return points.flatMap((point) => {
    const time = timeOf(parsePeriod(point.period)?.end ?? '');
    const figure = time > end - YEARS && time <= end ? limitsOf(point.estimate) : undefined;
    return figure === undefined ? [] : [{ time, ...figure }];
  });
}

/** Years since 1970. */
const timeOf = (day: string) => Date.parse(day) / (365.25 * 86_400_000);

function sideOf({ lower, upper }: Figure, value: number, { polarity }: Indicator) {
  const [near, far] =
    polarity === 'higher-is-better' ? [lower >= value, upper < value] : [upper <= value, lower > value];
  return near ? 'reached' : far ? 'short' : 'holds';
}

const intervalOf = ({ lower, upper }: Figure, indicator: Indicator) =>
  `${valueWords(lower, indicator)} to ${valueWords(upper, indicator)}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
