/** A figure beside those of the larger areas it lies in. Pure. */
import type { BoardRow } from '../contract/board-reply.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { Place } from '../contract/place.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { countedOf, restOf } from '../judge/figures/counted.ts';
import { isTested, type Outcome, testOf, testOfCounted } from '../judge/figures/two-figures.ts';
import { differenceView } from './board-change.ts';
import type { Family } from './board-family.ts';
import type { BoardQuestion } from './board-questions.ts';

type Area = Omit<Place, 'parents'>;

export interface ComparisonDraft {
  readonly area: Area;
  readonly estimate: Estimate;
  readonly outcome: Outcome;
}

export function comparisonDraft(
  { indicator: { polarity }, roundedTo }: BoardQuestion,
  own: Estimate,
  area: Area,
  estimate: Estimate,
): ComparisonDraft {
  const outcome: Outcome =
    polarity === 'neutral'
      ? { reason: 'Neither high nor low is better.' }
      : againstTheRest(own, estimate, roundedTo);
  return { area, estimate, outcome };
}

/** The area is taken out of the larger one where counts allow; with limits alone its share of it is small. */
function againstTheRest(own: Estimate, wide: Estimate, roundedTo: number | null): Outcome {
  const [part, whole] = [countedOf(own, roundedTo), countedOf(wide, roundedTo)];
  if (part === undefined || whole === undefined) return testOf(own, wide, roundedTo);
  const rest = restOf(whole, part);
  return rest === undefined ? { reason: 'It is the whole of the larger area.' } : testOfCounted(part, rest);
}

export function comparisonView(
  { area, estimate, outcome }: ComparisonDraft,
  { polarity }: Indicator,
  family: Family,
): BoardRow['comparisons'][number] {
  if (!isTested(outcome))
    return { area, estimate, verdict: 'not-compared', couldBeChance: false, test: outcome.reason };
  const { proven, couldBeChance } = family.judge(outcome);
  const better = outcome.difference.value > 0 === (polarity === 'higher-is-better');
  return {
    area,
    estimate,
    verdict: proven ? (better ? 'better' : 'worse') : 'similar',
    couldBeChance,
    difference: differenceView(outcome),
    test: outcome.test,
  };
}
