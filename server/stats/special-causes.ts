/** The first rule a point breaks, and on which side. */
export type SpecialCause =
  | { readonly rule: 'common cause'; readonly side: 'none' }
  | {
      readonly rule:
        | 'outside the limits'
        | 'seven in a row one way'
        | 'two of three near a limit'
        | 'seven on one side';
      readonly side: 'high' | 'low';
    };

type Chart = {
  readonly mean: number;
  readonly limits: { readonly lower: number; readonly upper: number } | undefined;
};

const common: SpecialCause = { rule: 'common cause', side: 'none' };
const runLength = 7;

/**
 * The four rules of a statistical process control chart, in order of precedence: outside the limits; part of
 * seven points rising or falling strictly; two of three successive points, all on one side, between near and
 * outer limits; part of seven points on one side of the mean. A missing value ends every run.
 *
 * @param values in order of time.
 * @returns per value, the first rule it breaks, and whether it lies between near and outer limit.
 * @see Nelson LS (1984) The Shewhart control chart: tests for special causes. J Qual Technol 16:237-239; NHS
 * England, Making Data Count.
 * @example specialCauses([9, 1, 1], { mean: 1, limits: { lower: -1, upper: 3 } })[0].cause.rule; // 'outside the limits'
 */
export function specialCauses(values: readonly (number | undefined)[], { mean, limits }: Chart) {
  const sides = values.map((value) => (value === undefined ? undefined : Math.sign(value - mean)));
  const steps = values.map((value, i) => {
    const before = values[i - 1];
    return value === undefined || before === undefined ? undefined : Math.sign(value - before);
  });
  const outside = values.map((value) => outsideLimits(value, limits));
  const near = values.map((value, i) => outside[i] === 0 && nearLimit(value, { mean, limits }));
  // A run of steps covers one point more than it has steps: the point it starts from.
  const trends = runsOf(steps, runLength - 1, 1);
  const shifts = runsOf(sides, runLength, 0);
  const pairs = twoOfThree(sides, near);
  return values.map((_, i) => ({
    cause: firstRule(outside[i], trends[i], pairs[i], shifts[i]),
    nearLimit: near[i] === true,
  }));
}

function firstRule(...[outside = 0, trend = 0, pair = 0, shift = 0]: (number | undefined)[]): SpecialCause {
  const side = (sign: number): 'high' | 'low' => (sign > 0 ? 'high' : 'low');
  if (outside !== 0) return { rule: 'outside the limits', side: side(outside) };
  if (trend !== 0) return { rule: 'seven in a row one way', side: side(trend) };
  if (pair !== 0) return { rule: 'two of three near a limit', side: side(pair) };
  if (shift !== 0) return { rule: 'seven on one side', side: side(shift) };
  return common;
}

function outsideLimits(value: number | undefined, limits: Chart['limits']): number {
  if (value === undefined || limits === undefined) return 0;
  if (value > limits.upper) return 1;
  return value < limits.lower ? -1 : 0;
}

function nearLimit(value: number | undefined, { mean, limits }: Chart): boolean {
  if (value === undefined || limits === undefined) return false;
  return Math.abs(value - mean) > (2 / 3) * (limits.upper - mean);
}

/** Marks every point of a run of equal, non-zero signs that is at least so long, with the points before it. */
function runsOf(signs: readonly (number | undefined)[], length: number, before: number): number[] {
  const marks = signs.map(() => 0);
  let start = 0;
  for (let end = 1; end <= signs.length; end++) {
    if (end < signs.length && signs[end] === signs[start]) continue;
    const sign = signs[start];
    if (sign !== undefined && sign !== 0 && end - start >= length) marks.fill(sign, start - before, end);
    start = end;
  }
  return marks;
}

function twoOfThree(sides: readonly (number | undefined)[], near: readonly boolean[]): number[] {
  const marks = sides.map(() => 0);
  for (let start = 0; start + 3 <= sides.length; start++) {
    const three = [start, start + 1, start + 2];
    const side = sides[start] ?? 0;
    const together = side !== 0 && three.every((i) => sides[i] === side);
    const close = three.filter((i) => near[i]);
    if (together && close.length >= 2) for (const i of close) marks[i] = side;
  }
  return marks;
}
