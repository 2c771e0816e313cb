/** Where figures over real time stand on a plot, in percent of its width and height. Pure. */

export interface TimeScale {
  /** Round values along the axis, lowest first. */
  readonly ticks: readonly number[];
  x(time: number): number;
  y(value: number): number;
}

/** Kept free left of the first date and right of the last, in percent. */
const EDGE = 3;

/** @param ticks hold every value drawn; where all are one, it stands half way up. */
export function timeScale(rows: readonly { readonly time: number }[], ticks: readonly number[]): TimeScale {
  const times = rows.map(({ time }) => time);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const [low = 0, high = low] = [ticks[0], ticks.at(-1)];
  return {
    ticks,
    x: (time) => rounded(last === first ? 50 : EDGE + ((time - first) / (last - first)) * (100 - 2 * EDGE)),
    y: (value) => rounded(high === low ? 50 : 100 - ((value - low) / (high - low)) * 100),
  };
}

/** A thousandth of a plot is a pixel. */
const rounded = (percent: number) => Number(percent.toFixed(2));

interface PlottedValue {
  readonly time: number;
  /** Null where there is no figure: the line then breaks. */
  readonly value: number | null;
}
interface PlottedLimits {
  readonly time: number;
  readonly limits: readonly [lower: number, upper: number] | null;
}

/** A line from figure to figure. */
export const linePath = ({ x, y }: TimeScale, points: readonly PlottedValue[]): string =>
  stretches(points.map(({ time, value }) => (value === null ? null : `${x(time)} ${y(value)}`)))
    .map((stretch) => `M${stretch.join('L')}`)
    .join('');

/** The band between limits. */
export const bandPath = ({ x, y }: TimeScale, points: readonly PlottedLimits[]): string =>
  stretches(
    points.map(({ time, limits }) =>
      limits === null ? null : [`${x(time)} ${y(limits[1])}`, `${x(time)} ${y(limits[0])}`],
    ),
  )
    .map((stretch) => {
      const uppers = stretch.map(([upper]) => upper);
      const lowers = stretch.map(([, lower]) => lower).toReversed();
      return `M${[...uppers, ...lowers].join('L')}Z`;
    })
    .join('');

/** Steps above the foot of a plot: each lasts from the date before to its own. */
export function stepsPath(
  { x, y, ticks }: TimeScale,
  start: number,
  points: readonly PlottedValue[],
): string {
  const foot = y(ticks[0] ?? 0);
  return points
    .map(({ time, value }, at) => {
      const since = points[at - 1]?.time ?? start;
      return value === null ? '' : `M${x(since)} ${foot}V${y(value)}H${x(time)}V${foot}Z`;
    })
    .join('');
}

/** Runs of what there is. */
function stretches<Item>(items: readonly (Item | null)[]): Item[][] {
  const found: Item[][] = [];
  items.forEach((item, at) => {
    if (item === null) return;
    if ((items[at - 1] ?? null) === null) found.push([]);
    found.at(-1)?.push(item);
  });
  return found;
}
