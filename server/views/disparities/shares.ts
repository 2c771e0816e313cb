/** A group as a share of everyone, and of those the outcome is bad for. Pure. */
import type { Polarity } from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Counted } from '../../judge/figures/counted.ts';

/** Percent; null where either is unknown. */
export function populationShareOf(group: Counted | undefined, everyone: Counted | undefined): number | null {
  if (group === undefined || everyone === undefined || everyone.denominator <= 0) return null;
  return (100 * group.denominator) / everyone.denominator;
}

export function affectedShareOf(
  group: Counted | undefined,
  everyone: Counted | undefined,
  polarity: Polarity,
): number | null {
  if (group === undefined || everyone === undefined) return null;
  const all = affectedOf(everyone, polarity);
  return all <= 0 ? null : (100 * affectedOf(group, polarity)) / all;
}

/** Where a high figure is good, those without the outcome are the ones it is bad for. */
const affectedOf = ({ numerator, denominator }: Counted, polarity: Polarity) =>
  polarity === 'higher-is-better' ? denominator - numerator : numerator;

export const countedIn = ({ counted }: Indicator) => counted ?? 'people';

export function affectedWords(indicator: Indicator): string {
  const { polarity, numerator } = indicator;
  const counted = countedIn(indicator) === 'people' ? 'People' : 'Households';
  return polarity === 'higher-is-better' ? `${counted} who are not among: ${numerator}` : numerator;
}
