/** The gaps of the groups of one question, before any verdict: what is compared with what, and why not. Pure. */
import type { Polarity } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Gap } from '../../contract/gap.ts';
import { type Counted, restOf } from '../../judge/figures/counted.ts';
import { fromAverage, type GapFigures, gapBetween } from '../../judge/figures/gap-between.ts';
import { OF_AREAS, OTHER_AREAS, sameSample, shareOfAreas } from '../../judge/figures/over-areas.ts';
import type { Compared } from '../../judge/groups/reference.ts';
import { proportion } from '../../stats/proportion.ts';
import { type Judgeable, type Judgement, NOT_COMPARED } from './gap-verdicts.ts';

/** A gap waiting for its verdict. */
export interface OpenGap {
  readonly judgeable: Judgeable;
  /** @param judgement the verdict among everything the reply shows. */
  close(judgement: Judgement | undefined): Gap;
}

export interface GapQuestion {
  readonly estimate: Estimate;
  readonly counted: Counted | undefined;
  readonly compared: Compared;
  /** Everyone in the area; undefined where not known. */
  readonly everyone: Counted | undefined;
  readonly polarity: Polarity;
  /** Which way may be called better; neither of causes, and of what is not adjusted for age. */
  readonly spoken: Polarity;
}

export function openGap(question: GapQuestion): OpenGap {
  const { estimate, counted, compared, everyone, polarity, spoken } = question;
  const rest = counted && everyone && restOf(everyone, counted);
  const average = counted && rest && sameSample(counted, rest) && { fromAverage: fromAverage(counted, rest) };
  const reference = compared.counted && referenceOf(compared.label, compared.counted);
  const facts = {
    isReference: compared.isReference,
    ...(reference !== undefined && { reference }),
    ...average,
  };
  if (counted === undefined || compared.counted === undefined || compared.isReference) {
    const reason = reasonOf(estimate, counted, compared);
    return { judgeable: undefined, close: () => ({ ...NOT_COMPARED, ...facts, reason }) };
  }
  if (!sameSample(counted, compared.counted))
    return { judgeable: undefined, close: () => ({ ...NOT_COMPARED, ...facts, reason: OTHER_AREAS }) };
  const figures: GapFigures = gapBetween(counted, compared.counted, polarity);
  if (counted.smallAreas !== undefined) {
    const { p: _, ...described } = figures;
    return {
      judgeable: undefined,
      close: () => ({ ...NOT_COMPARED, ...facts, ...described, reason: OF_AREAS }),
    };
  }
  return {
    judgeable: { difference: figures.difference, p: figures.p, basis: figures.basis, polarity: spoken },
    close: (judgement = NOT_COMPARED) => ({ ...judgement, ...facts, ...figures }),
  };
}

function referenceOf(
  label: string,
  { numerator, denominator, smallAreas }: Counted,
): NonNullable<Gap['reference']> {
  const ofAreas = smallAreas && shareOfAreas(smallAreas);
  const { value, lower, upper } = ofAreas ?? proportion(numerator, denominator);
  return { label, value: 100 * value, lower95: 100 * lower, upper95: 100 * upper, numerator, denominator };
}

function reasonOf(estimate: Estimate, counted: Counted | undefined, compared: Compared): string {
  if (compared.isReference) return 'It is the reference itself.';
  if (estimate.status === 'withheld') return 'A gap is never shown from withheld counts.';
  if (estimate.status === 'missing') return 'There is no figure to compare.';
  if (compared.reason !== undefined) return compared.reason;
  if (counted === undefined) return 'The figure comes without counts that could be compared.';
  return 'The figure it would be compared with is withheld, missing, or of nobody.';
}
