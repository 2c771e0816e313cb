/** Values to be reached, as reference lines: targets that a document sets for the very figure shown. Pure. */
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import type { Stratum } from '../../../server/contract/queries.ts';

type Target = DocumentOf<'targets'>['targets'][number];

export interface Threshold {
  readonly value: number;
  readonly label: string;
  readonly synthetic: boolean;
  readonly due?: string;
}
interface Figure {
  readonly indicator: string;
  readonly area: string;
  /** The area a target without one is for. */
  readonly place: string;
  readonly stratum: Partial<Stratum>;
}

/** A target without an area is for the whole place; one without a stratum for everyone. */
export function thresholdsOf(
  targets: readonly Target[],
  { indicator, area, place, stratum }: Figure,
): Threshold[] {
  return targets
    .filter((target) => target.indicator === indicator && (target.area?.code ?? place) === area)
    .filter((target) => isAbout(target, stratum))
    .map(({ value, title, synthetic, due }) => ({
      value,
      label: title,
      synthetic,
      ...(due !== undefined && { due }),
    }));
}

/** The population group follows from the ages, so it is not compared. */
function isAbout({ stratum: own = {} }: Target, stratum: Partial<Stratum>): boolean {
  const parts = ['ageBand', 'sex', 'deprivation', 'ethnicGroup'] as const;
  const matches = parts.every((part) => (own[part] ?? 'all') === (stratum[part] ?? 'all'));
  return matches && (own.denominator === undefined || own.denominator === stratum.denominator);
}
