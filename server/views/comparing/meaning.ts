/** What the figures of an indicator are about, as replies and files say it. Pure. */
import type { Polarity } from '../../contract/dimensions.ts';
import { spokenPolarity } from '../../contract/good-or-bad.ts';
import type { Meaning } from '../../contract/meaning.ts';
import type { Indicator } from '../../indicators/indicator.ts';

/** @param indicator as it reads at the ages of the figure (`atAges`). */
export const meaningOf = ({ kind, counted, ageAdjusted, scale, caution, isOfAreas }: Indicator): Meaning => ({
  kind,
  counted,
  ageAdjusted,
  scaleNote: scale?.note ?? null,
  scaleReversed: scale?.reversed ?? false,
  scaleFirst: scale?.first ?? null,
  caution: caution ?? null,
  isOfAreas: isOfAreas ?? false,
});

/** Which way is better, where figures of the indicator may be called that; else neither is. */
export const spokenPolarityOf = (indicator: Indicator): Polarity =>
  spokenPolarity({ ...meaningOf(indicator), polarity: indicator.polarity });
