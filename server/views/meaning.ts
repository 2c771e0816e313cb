/** What the figures of an indicator are about, as replies and files say it. Pure. */
import type { Polarity } from '../contract/dimensions.ts';
import type { Meaning } from '../contract/meaning.ts';
import type { Indicator } from '../indicators/indicator.ts';

export const meaningOf = ({ kind, counted, ageAdjusted, scale, caution, isOfAreas }: Indicator): Meaning => ({
  kind,
  counted,
  ageAdjusted,
  scaleNote: scale?.note ?? null,
  scaleReversed: scale?.reversed ?? false,
  caution: caution ?? null,
  isOfAreas: isOfAreas ?? false,
});

/** Which way is better, where figures may be called that; else neither is. */
export const spokenPolarity = (indicator: Indicator): Polarity =>
  isGoodOrBad({ ...meaningOf(indicator), polarity: indicator.polarity }) ? indicator.polarity : 'neutral';

export const NOT_ADJUSTED = 'not adjusted for age';

/**
 * Whether figures may be called better or worse, and added up as such: outcomes and services where one way is better,
 * and age alone does not make them high or low.
 */
export const isGoodOrBad = ({
  kind,
  polarity,
  ageAdjusted,
  isOfAreas,
}: Pick<Meaning, 'kind' | 'ageAdjusted' | 'isOfAreas'> & Pick<Indicator, 'polarity'>): boolean =>
  (kind === 'outcome' || kind === 'service') && polarity !== 'neutral' && ageAdjusted !== false && !isOfAreas;
