/** The ages, or the sexes, of one area against each other. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import { differenceOf } from '../../stats/difference.ts';
import { limitsTest } from '../../stats/limits-test.ts';
import { type Candidate, candidateOf } from '../candidate.ts';
import { countedOf, sumOfCounted } from '../figures/counted.ts';
import { WITHDRAWN, whyMissing, whyNoneOfSet } from '../figures/counted-estimate.ts';
import { symmetricLimitsOf } from '../figures/symmetric-limits.ts';
import { isTested, NO_LIMITS, type TestOutcome, testOfCounted } from '../figures/two-figures.ts';
import type { SidesQuestion } from '../groups/ages-and-sexes.ts';

const UNEVEN =
  'The published limits are not as far above the figure as below it, so they give no standard error to test with.';
const OF_LIMITS = 'Two-sided normal test from the published 95% limits of both';
const REFERENCE_ITSELF = 'The others are compared with this figure.';
/** What people are compared with where there are counts of more than two ages. */
const OTHERS = 'other-ages';

/**
 * The sides of one area: of two the first against the second; of more, each against all others together where they are
 * counted, and against the first where they come with limits alone.
 *
 * @param question what is compared, in which period.
 * @param area whose figures they are; an ONS code.
 * @param figures one for each side, in its order.
 * @returns one for each side, in its order; the reference itself has no test.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG, Bland JM (2003) BMJ 326:219 (from limits).
 * @example sideCandidates({ ...question, sides: [] }, 'E09000099', []); // []
 */
export function sideCandidates(
  question: SidesQuestion,
  area: string,
  figures: readonly Estimate[],
): Candidate[] {
  const { indicator, period, sides, by } = question;
  const place = referencePlace(question, figures);
  const reference = place === undefined ? OTHERS : (sides[place]?.id ?? OTHERS);
  const ofSet = whyNoneOfSet(figures);
  return sides.flatMap(({ series }, at) => {
    const estimate = figures[at];
    if (estimate === undefined) return [];
    const outcome = outcomeOf(question, figures, at, place);
    return [
      candidateOf({
        subject: indicator,
        comparison: {
          indicator: indicator.id,
          denominator: series.denominator,
          period,
          stratum: series,
          area,
          reference,
        },
        shape: [indicator.id, series.denominator, period, question.area.type, by, reference].join(' '),
        outcome: ofSet !== undefined && isTested(outcome) ? { reason: ofSet } : outcome,
        basis: estimate.status === 'shown' ? estimate.basis : undefined,
      }),
    ];
  });
}

/**
 * Which side is the reference.
 *
 * @param question what is compared.
 * @param figures one for each side, in its order.
 * @returns its place; undefined where each is compared with all others together.
 * @example referencePlace({ ...question, sides: [] }, []); // 0
 */
export function referencePlace(
  { sides, roundedTo }: Pick<SidesQuestion, 'sides' | 'roundedTo'>,
  figures: readonly Estimate[],
): number | undefined {
  if (sides.length === 2) return 1;
  const isCounted = figures.every((figure) => countedOf(figure, roundedTo) !== undefined);
  return isCounted && sides.length > 2 ? undefined : 0;
}

function outcomeOf(
  { indicator, roundedTo }: SidesQuestion,
  figures: readonly Estimate[],
  at: number,
  place: number | undefined,
): TestOutcome {
  const own = figures[at];
  if (own === undefined || at === place) return { reason: REFERENCE_ITSELF };
  const others =
    place === undefined ? figures.filter((_, other) => other !== at) : figures.slice(place, place + 1);
  const unknown = [own, ...others].find(({ status }) => status !== 'shown');
  if (unknown !== undefined) return { reason: whyNone(unknown) };
  const counted = countedOf(own, roundedTo);
  const rest = sumOfCounted(others.map((one) => countedOf(one, roundedTo)));
  if (counted !== undefined && rest !== undefined) return testOfCounted(counted, rest);
  const [other] = others;
  if (other === undefined) return { reason: NO_LIMITS };
  return fromLimits(own, other, indicator.decimals);
}

function fromLimits(own: Estimate, other: Estimate, decimals: number): TestOutcome {
  if (!hasLimits(own) || !hasLimits(other)) return { reason: NO_LIMITS };
  const [a, b] = [symmetricLimitsOf(own, decimals), symmetricLimitsOf(other, decimals)];
  if (a === undefined || b === undefined) return { reason: UNEVEN };
  return { difference: differenceOf(a, b), p: limitsTest(a, b).p, test: OF_LIMITS };
}

const hasLimits = (estimate: Estimate) =>
  estimate.status === 'shown' && estimate.lower95 !== undefined && estimate.upper95 !== undefined;

function whyNone(estimate: Estimate): string {
  if (estimate.status === 'withheld') return 'A figure is withheld to protect people.';
  if (estimate.status === 'withdrawn') return WITHDRAWN;
  return estimate.status === 'missing' ? whyMissing(estimate) : NO_LIMITS;
}
