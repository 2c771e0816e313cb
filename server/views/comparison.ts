/** What the reader must know about the verdicts of one reply. Pure. */
import { type AreaType, areaTypes } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';
import type { IndicatorAreasReply } from '../contract/replies.ts';
import { FALSE_DISCOVERY_RATE, type Judged } from './verdicts.ts';

const TEST =
  'Two-sided score test of two proportions at 5%, corrected for the number compared (Benjamini-Hochberg)';

interface Of {
  readonly areaType: AreaType;
  readonly place: Place;
  /** Why there is no test, where nothing was compared. */
  readonly untested: string;
}

export function comparisonOf(
  judged: readonly Judged[],
  { areaType, place, untested }: Of,
): IndicatorAreasReply['comparison'] {
  const compared = judged.filter((one) => one.verdict !== 'not-compared').length;
  const plural = areaTypes.find((type) => type.id === areaType)?.plural ?? 'areas';
  return {
    against: `the rest of ${place.name}: its other ${plural} together`,
    test: compared > 0 ? TEST : untested,
    compared,
    expectedByChance: compared * FALSE_DISCOVERY_RATE,
  };
}
