/** Columns by age in NHS England's publications on COVID-19 vaccination, whose bands change from week to week. Pure. */
import { ageRange } from '../contract/age-bands.ts';

/** The youngest age vaccination was open to in early 2021: doses "Under 50" began there. */
const YOUNGEST = 16;

/**
 * "Under 50", "50-54" and "80+" as age bands.
 *
 * @param isPopulation whether people are counted from birth: "Under 16" is then everyone to 15.
 */
export function ageBandOf(words: string, isPopulation: boolean): string | undefined {
  const under = /^Under (\d{2})$/i.exec(words);
  if (under !== null) {
    const last = Number(under[1]) - 1;
    // Populations are split at the age vaccination begins, or at 18; doses "Under 25" begin at 16.
    return isPopulation || last < YOUNGEST ? `0-${last}` : `${YOUNGEST}-${last}`;
  }
  const band = /^(\d{2})(?:-(\d{2})|\+)$/.exec(words);
  if (band === null) return undefined;
  return band[2] === undefined ? `${band[1]}-plus` : `${band[1]}-${band[2]}`;
}

/** "0-50" and "80-150", each with the age after its last, as a copy of the publication writes them. */
export function halfOpenBandOf(words: string): string | undefined {
  const [, from, to] = /^(\d{1,3})-(\d{2,3})$/.exec(words) ?? [];
  if (from === undefined || Number(to) <= Number(from)) return undefined;
  if (Number(to) >= 120) return `${from}-plus`;
  return `${from === '0' ? YOUNGEST : from}-${Number(to) - 1}`;
}

/** What is wrong with bands that should follow on each other from birth, or from 16, to the oldest; undefined where nothing is. */
export function gapIn(bands: readonly string[]): string | undefined {
  const ranges = bands
    .map(ageRange)
    .filter((range) => range !== undefined)
    .toSorted((a, b) => a.from - b.from);
  const first = ranges[0];
  if (first === undefined) return 'none';
  if (first.from !== 0 && first.from !== YOUNGEST) return `nobody younger than ${first.from}`;
  for (const [index, { from }] of ranges.entries()) {
    const before = ranges[index - 1];
    if (before !== undefined && from !== before.to + 1)
      return from > before.to + 1
        ? `nobody from ${before.to + 1} to ${from - 1}`
        : `those aged ${from} twice`;
  }
  const last = ranges.at(-1);
  return last?.to === Number.POSITIVE_INFINITY ? undefined : `nobody older than ${last?.to}`;
}
