/** Areas of one type against the larger ones around them, such as England. Pure. */
import type { AreaType } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { type Candidate, candidateOf } from '../candidate.ts';
import { type Counted, countedOf, lessReal, restOf } from '../figures/counted.ts';
import { type TestOutcome, testOf, testOfCounted } from '../figures/two-figures.ts';
import { comparisonOf, type SeriesAt, shapeOf } from './of-areas.ts';

interface Figure {
  readonly code: string;
  readonly estimate: Estimate;
}

/**
 * Areas against a larger one around them, such as England: taken out of it where counts allow, else by the limits of both.
 *
 * @param asked the series and period.
 * @param areas their figures.
 * @param wider the larger area; its figure is of the same series and period.
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns one for each area, in its order; differences in the unit of the indicator.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG et al (2000) Statistics with Confidence, ch. 6 (independent groups).
 * @example widerCandidates(wards, [{ code: 'E09000099', estimate: { status: 'shown', interval: 'ours', numerator: 50, denominator: 100, basis: 'published' } }], {
 *   code: 'E92000001', type: 'country',
 *   estimate: { status: 'shown', interval: 'ours', numerator: 350, denominator: 600, basis: 'published' },
 * }, null)[0].outcome; // { difference: { value: -10 } }
 */
export function widerCandidates(
  asked: SeriesAt,
  areas: readonly Figure[],
  wider: Figure & { readonly type: AreaType },
  roundedTo: number | null,
): Candidate[] {
  return areas.map(({ code, estimate }) =>
    candidateOf({
      subject: asked.indicator,
      comparison: comparisonOf(asked, code, wider.code),
      shape: shapeOf(asked, wider.code),
      outcome: againstTheRest(estimate, wider.estimate, roundedTo),
      basis: lessRealOf(estimate, wider.estimate),
    }),
  );
}

/** The area is taken out of the larger one where counts allow; with limits alone its share of it is small. */
function againstTheRest(own: Estimate, wide: Estimate, roundedTo: number | null): TestOutcome {
  const [part, whole] = [countedOf(own, roundedTo), countedOf(wide, roundedTo)];
  if (part === undefined || whole === undefined) return testOf(own, wide, roundedTo);
  const rest: Counted | undefined = restOf(whole, part);
  return rest === undefined ? { reason: 'It is the whole of the larger area.' } : testOfCounted(part, rest);
}

function lessRealOf(a: Estimate, b: Estimate) {
  if (a.status !== 'shown') return b.status === 'shown' ? b.basis : undefined;
  return b.status === 'shown' ? lessReal(a.basis, b.basis) : a.basis;
}
