import type { Point } from './centre.ts';

const arrows: Readonly<Record<string, Point>> = {
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** A degree of longitude is shorter than one of latitude by the cosine of the latitude. */
const squeezed = (from: Point, to: Point): Point => [
  (to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180),
  to[1] - from[1],
];

/**
 * The area an arrow key leads to: the nearest centre on that side, where straying sideways counts double.
 * Home and End lead to the first and the last; undefined where there is nothing that way.
 */
export function neighbourOf(
  current: string | undefined,
  key: string,
  centres: ReadonlyMap<string, Point>,
): string | undefined {
  const codes = [...centres.keys()];
  if (key === 'Home') return codes[0];
  if (key === 'End') return codes.at(-1);
  const arrow = arrows[key];
  const from = current === undefined ? undefined : centres.get(current);
  if (arrow === undefined) return undefined;
  if (from === undefined) return codes[0];
  let best: { code: string; cost: number } | undefined;
  for (const [code, centre] of centres) {
    const [east, north] = squeezed(from, centre);
    const along = east * arrow[0] + north * arrow[1];
    const across = Math.abs(east * arrow[1]) + Math.abs(north * arrow[0]);
    const cost = along + 2 * across;
    if (along > across * 0.5 && along > 0 && (best === undefined || cost < best.cost)) best = { code, cost };
  }
  return best?.code;
}
