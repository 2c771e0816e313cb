/** Where a source began to count otherwise: figures before and after are not compared. Pure. */
import { parsePeriod } from '../../contract/periods.ts';
import type { Snapshot } from './snapshot.ts';

export interface MethodBreak {
  /** The first day that is counted in the new way. */
  readonly date: string;
  readonly title: string;
  /** Made for demonstration: it breaks no series of real figures. */
  readonly synthetic: boolean;
}

/**
 * The breaks of method that are recorded for an indicator in an area.
 *
 * @param indicator its id.
 * @param area ONS code.
 * @param snapshot the release, with its events.
 * @returns oldest first.
 * @throws nothing.
 * @see Code of Practice for Statistics (2022), Q2: changes of method are explained, and series that they break are marked.
 * @example methodBreaks('made-up', 'E05000001', { ...snapshot, documentOf: () => ({ events: [
 *   { type: 'method', date: '2024-04-01', title: 'Counted by residence', indicators: ['made-up'], areas: [], synthetic: false },
 * ] }) }); // [{ date: '2024-04-01', title: 'Counted by residence', synthetic: false }]
 */
export function methodBreaks(
  indicator: string,
  area: string,
  { documentOf, areaOf }: Pick<Snapshot, 'documentOf' | 'areaOf'>,
): MethodBreak[] {
  const here = [area, ...(areaOf(area)?.parents.map(({ code }) => code) ?? [])];
  return (documentOf('events')?.events ?? [])
    .filter(({ type, indicators }) => type === 'method' && indicators.includes(indicator))
    .filter(({ areas }) => areas.length === 0 || areas.some(({ code }) => here.includes(code)))
    .map(({ date, title, synthetic }) => ({ date, title, synthetic }))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

/**
 * The break that the figures up to a period are told from: the last that lies before it.
 *
 * @param breaks oldest first.
 * @param latest the newest period looked at.
 * @param isMadeUp whether its figure is synthetic.
 * @returns undefined where all earlier figures may be compared with.
 * @throws nothing.
 * @see Code of Practice for Statistics (2022), Q2.
 * @example lastBreak([{ date: '2023-04-01', title: 'Counted by residence', synthetic: false }], '2024-25', false);
 *   // { date: '2023-04-01', title: 'Counted by residence', synthetic: false }
 */
export const lastBreak = (
  breaks: readonly MethodBreak[],
  latest: string,
  isMadeUp: boolean,
): MethodBreak | undefined => breaks.findLast((one) => (isMadeUp || !one.synthetic) && isAfter(one, latest));

/**
 * Whether all of a period is counted in the new way.
 *
 * @param found the break; left out, everything is.
 * @param period as queries write it.
 * @throws nothing.
 * @see Code of Practice for Statistics (2022), Q2.
 * @example isAfter({ date: '2023-04-01', title: '', synthetic: false }, '2023-24'); // true
 */
export const isAfter = (found: MethodBreak | undefined, period: string): boolean =>
  found === undefined || (parsePeriod(period)?.start ?? '') >= found.date;

/**
 * Why earlier figures are left aside, in the words of readers.
 *
 * @param found the break.
 * @returns the end of a sentence.
 * @throws nothing.
 * @see Code of Practice for Statistics (2022), Q2.
 * @example breakWords({ date: '2023-04-01', title: 'Counted by residence', synthetic: false });
 *   // 'since 1 April 2023 it is counted otherwise (Counted by residence)'
 */
export const breakWords = ({ date, title }: MethodBreak): string =>
  `since ${parsePeriod(date)?.label ?? date} it is counted otherwise (${title})`;
