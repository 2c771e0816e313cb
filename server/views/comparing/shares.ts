/** A group as a share of everyone, and of those the outcome is bad for. Pure. */
import type { CountedNoun, Polarity } from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import { spokenPolarityOf } from './meaning.ts';

/** Percent; null where either is unknown. */
export function populationShareOf(group: Counted | undefined, everyone: Counted | undefined): number | null {
  if (group === undefined || everyone === undefined || everyone.denominator <= 0) return null;
  return (100 * group.denominator) / everyone.denominator;
}

/** Null too where nobody is affected: of what is neither good nor bad. */
export function affectedShareOf(
  group: Counted | undefined,
  everyone: Counted | undefined,
  polarity: Polarity,
): number | null {
  if (group === undefined || everyone === undefined || polarity === 'neutral') return null;
  const all = affectedOf(everyone, polarity);
  return all <= 0 ? null : (100 * affectedOf(group, polarity)) / all;
}

/** Where a high figure is good, those without the outcome are the ones it is bad for. */
const affectedOf = ({ numerator, denominator }: Counted, polarity: Polarity) =>
  polarity === 'higher-is-better' ? denominator - numerator : numerator;

/** What a share counts, for it always counts something. @throws Error where the indicator counts nothing. */
export function countedIn({ counted, id }: Indicator): CountedNoun {
  if (counted === null) throw new Error(`"${id}" counts nothing, so no number of anything lies behind a gap`);
  return counted;
}

/** Empty where nobody is affected: of what is neither good nor bad. */
export function affectedWords(indicator: Indicator): string {
  const { numerator } = indicator;
  const polarity = spokenPolarityOf(indicator);
  if (polarity === 'neutral') return '';
  if (polarity !== 'higher-is-better') return numerator;
  const counted = countedIn(indicator);
  return `${counted.charAt(0).toUpperCase()}${counted.slice(1)} not among: ${numerator}`;
}
