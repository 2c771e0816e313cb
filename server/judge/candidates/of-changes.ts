/** The figure of an area against an earlier one of its kind: the headline change. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import { type Candidate, candidateOf } from '../candidate.ts';
import { type TestOutcome, testOfChange } from '../figures/two-figures.ts';
import { comparablePeriods, NONE_EARLIER } from '../release/comparable-periods.ts';
import { breakWords, isAfter, lastBreak, type MethodBreak } from '../release/method-breaks.ts';
import { comparisonOf, type SeriesAt, shapeOf } from './of-areas.ts';

interface Point {
  readonly period: string;
  readonly estimate: Estimate;
}

export interface Change<P extends Point = Point> {
  /** The earlier figure; undefined where none can be compared with. */
  readonly since: P | undefined;
  readonly candidate: Candidate;
}

const NO_FIGURE = 'The latest period has no figure.';

/**
 * The headline change of an area: its newest figure against the last earlier one that does not overlap with it and is of
 * its length and season.
 *
 * @param asked the series, type of area and newest period.
 * @param area ONS code.
 * @param points the figures of the area over time, in any order.
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @param breaks of method, oldest first: no figure from before the last one is compared with.
 * @returns the later figure less the earlier one, in the unit of the indicator, and which that is; or why there is no test.
 * @throws RangeError for counts that are no part of a whole.
 * @example changeOf(wards, 'E05000002', rows.filter(({ series_id, area_code }) => series_id === 1 && area_code === 'E05000002')
 *   .map((row) => ({ period: row.period, estimate: estimateView(row) })), null).candidate;
 *   // { id: 'made-up:2024-25:all:E05000002:since-2023-24', isSynthetic: false }
 */
export function changeOf<P extends Point>(
  asked: SeriesAt,
  area: string,
  points: readonly P[],
  roundedTo: number | null,
  breaks: readonly MethodBreak[] = [],
): Change<P> {
  const { since, outcome } = testedChange(asked, points, roundedTo, breaks);
  const latest = points.find((point) => point.period === asked.period)?.estimate;
  return {
    since,
    candidate: candidateOf({
      subject: asked.indicator,
      comparison: comparisonOf(asked, area, `since-${since?.period ?? 'none'}`),
      // Areas may differ in the periods they have: the change of all of them is one list.
      shape: shapeOf(asked, 'since'),
      outcome,
      basis: latest?.status === 'shown' ? latest.basis : undefined,
    }),
  };
}

const whyNone = (found: { readonly reason: string }, broken: MethodBreak | undefined) =>
  broken === undefined || found.reason !== NONE_EARLIER
    ? found
    : { reason: `There is no earlier period to compare with: ${breakWords(broken)}.` };

function testedChange<P extends Point>(
  { indicator, period }: SeriesAt,
  points: readonly P[],
  roundedTo: number | null,
  breaks: readonly MethodBreak[],
): { readonly since: P | undefined; readonly outcome: TestOutcome } {
  const latest = points.find((point) => point.period === period);
  if (latest?.estimate.status !== 'shown') return { since: undefined, outcome: { reason: NO_FIGURE } };
  const broken = lastBreak(breaks, period, latest.estimate.basis === 'synthetic');
  const shown = points.filter(({ estimate }) => estimate.status === 'shown').map((point) => point.period);
  const alike = shown.filter((one) => isAfter(broken, one));
  const earlier = comparablePeriods(indicator.periodKind, alike, period);
  if ('reason' in earlier) return { since: undefined, outcome: whyNone(earlier, broken) };
  const since = points.find((point) => point.period === earlier[0]);
  if (since?.estimate.status !== 'shown') return { since: undefined, outcome: { reason: NO_FIGURE } };
  if (since.estimate.basis !== latest.estimate.basis)
    return { since, outcome: { reason: 'The two figures do not have the same basis.' } };
  return { since, outcome: testOfChange(latest.estimate, since.estimate, roundedTo) };
}
