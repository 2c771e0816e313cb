/** What the reader must know about the verdicts of one reply. Pure. */
import { type AreaType, areaTypes } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';
import { AT_LEAST_FAVOURABLE } from '../judge/release/rounded-to.ts';
import { FALSE_DISCOVERY_RATE, type Judged } from './verdicts.ts';

const TEST =
  'Two-sided score test of two proportions at 5%, corrected for the number compared (Benjamini-Hochberg)';

interface Of {
  readonly areaType: AreaType;
  readonly place: Place;
  /** Why there is no test, where nothing was compared. */
  readonly untested: string;
  /** For each one judged, what its counts are rounded to the nearest of; null where they are not. */
  readonly roundedTo: readonly (number | null)[];
}

export interface ComparisonFacts {
  readonly against: string;
  readonly test: string;
  readonly compared: number;
  readonly expectedByChance: number;
}

export function comparisonOf(
  judged: readonly Judged[],
  { areaType, place, untested, roundedTo }: Of,
): ComparisonFacts {
  const isRounded = judged.flatMap(({ verdict }, index) =>
    verdict === 'not-compared' ? [] : [(roundedTo[index] ?? null) !== null],
  );
  const compared = isRounded.length;
  const plural = areaTypes.find((type) => type.id === areaType)?.plural ?? 'areas';
  return {
    against: `the rest of ${place.name}: its other ${plural} together`,
    test: compared > 0 ? TEST + ofRounded(isRounded) : untested,
    compared,
    expectedByChance: compared * FALSE_DISCOVERY_RATE,
  };
}

/** Whether all, some or none of the figures compared have rounded counts. */
function ofRounded(isRounded: readonly boolean[]): string {
  if (!isRounded.includes(true)) return '';
  return isRounded.includes(false)
    ? `; where counts are rounded, ${AT_LEAST_FAVOURABLE}`
    : `, ${AT_LEAST_FAVOURABLE}`;
}
