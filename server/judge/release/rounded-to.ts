/** Whether the counts of a version are rounded. Pure. */
import type { Snapshot } from './snapshot.ts';

/** What a test says of itself where counts are rounded. */
export const AT_LEAST_FAVOURABLE = 'at the least favourable counts that round to those shown';

/**
 * What the counts of a version are rounded to the nearest of, by the policy it was published with.
 *
 * @param version its number.
 * @param snapshot the release.
 * @returns null where they are not rounded.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 5 (conventional rounding).
 * @example roundedToOf(1, { versions: [{ id: 1, policy_numbers: { roundedTo: 5 } }] }); // 5
 */
export function roundedToOf(version: number, snapshot: Pick<Snapshot, 'versions'>): number | null {
  return snapshot.versions.find(({ id }) => id === version)?.policy_numbers?.roundedTo ?? null;
}
