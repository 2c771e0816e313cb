/** What each group is compared with. Pure. */
import { labelOf, type Polarity, references } from '../../contract/dimensions.ts';
import { type Counted, restOf, sumOfCounted } from '../figures/counted.ts';
import { isAboveAll } from '../figures/counted-estimate.ts';
import type { PartFigure } from '../figures/part.ts';
import { Unavailable } from '../release/unavailable.ts';

export interface GroupToCompare {
  readonly id: string;
  readonly label: string;
  readonly counted: Counted | undefined;
}

export interface ComparedGroup {
  readonly label: string;
  readonly counted: Counted | undefined;
  readonly isReference: boolean;
  /** Why there is nothing to compare with, where that is so whatever the figures are. */
  readonly reason?: string;
}

export interface References {
  /** In words, for the whole reply. */
  readonly against: string;
  /** Place of the group that is the reference; undefined where everyone else is. */
  readonly index: number | undefined;
  readonly notes: readonly string[];
  of(index: number): ComparedGroup;
}

/**
 * Everybody: as published, else the sum of all groups, those of unknown group among them. Where more are counted than there
 * are, groups may be shown beside each other, but not with everybody.
 *
 * @param whole as published; undefined where it is not.
 * @param groups counts of each.
 * @param unknown counts of those of unknown group.
 * @returns undefined where a part of the sum is not shown.
 * @example everybody(undefined, [{ numerator: 3, denominator: 10, basis: 'published' }], [{ numerator: 1, denominator: 5, basis: 'published' }]);
 *   // { numerator: 4, denominator: 15 }
 */
export function everybody(
  whole: PartFigure | undefined,
  groups: readonly (Counted | undefined)[],
  unknown: readonly (Counted | undefined)[],
): Counted | undefined {
  if (whole !== undefined && isAboveAll(whole.estimate)) return undefined;
  return whole?.counted ?? sumOfCounted([...groups, ...unknown]);
}

/**
 * What each group is compared with: everyone else, or one of the groups.
 *
 * @param reference `rest`, `largest`, `best`, or the code of a group.
 * @param groups in order, with their counts.
 * @param everyone counts of all; undefined where they are not known.
 * @param polarity which figure is best.
 * @returns counts of the reference of each group, and in words what it is.
 * @throws Unavailable where the reference is no group of the breakdown, or cannot be told.
 * @see Altman DG et al (2000) Statistics with Confidence, ch. 6 (independent groups).
 * @example referencesOf('rest', found.groups, found.everyone, 'higher-is-better').of(0).counted; // { numerator: 195, denominator: 300 }
 * @example referencesOf('largest', found.groups, found.everyone, 'higher-is-better').index; // 1
 */
export function referencesOf(
  reference: string,
  groups: readonly GroupToCompare[],
  everyone: Counted | undefined,
  polarity: Polarity,
): References {
  const picked = reference === 'largest' || (reference === 'best' && polarity !== 'neutral');
  if (picked && groups.every(({ counted }) => counted === undefined))
    return noReference(
      'no group, since none is shown',
      'No group is shown, so there is none to compare with.',
    );
  const index = indexOf(reference, groups, polarity);
  if (index === undefined) {
    const label = labelOf(references, 'rest');
    return {
      against: 'everyone else in the area, whoever they are',
      index,
      notes: [],
      of: (place) => {
        const own = groups[place]?.counted;
        const counted = own === undefined || everyone === undefined ? undefined : restOf(everyone, own);
        return { label, counted, isReference: false };
      },
    };
  }
  const chosen = groups[index];
  const label = chosen?.label ?? '';
  return {
    against: reference === 'largest' || reference === 'best' ? `${label}: ${words[reference]}` : label,
    index,
    notes: reference === 'best' ? [BEST_BY_CHANCE] : [],
    of: (place) => ({ label, counted: chosen?.counted, isReference: place === index }),
  };
}

/**
 * Where there is no such reference: nothing is compared.
 *
 * @param against in words, for the whole reply.
 * @param reason why.
 * @returns no counts for any group.
 * @example noReference('', 'No group is shown.').of(0); // { isReference: false, reason: 'No group is shown.' }
 */
export function noReference(against: string, reason: string): References {
  return {
    against,
    index: undefined,
    notes: [],
    of: () => ({ label: '', counted: undefined, isReference: false, reason }),
  };
}

const words = { largest: 'the largest group', best: 'the group with the best figure' } as const;
const BEST_BY_CHANCE =
  'The reference was picked for its figure: the best of several is partly luck, so gaps from it look larger than they are.';

function indexOf(
  reference: string,
  groups: readonly GroupToCompare[],
  polarity: Polarity,
): number | undefined {
  if (reference === 'rest') return undefined;
  const offered = [
    'rest',
    'largest',
    ...(polarity === 'neutral' ? [] : ['best']),
    ...groups.map(({ id }) => id),
  ];
  const shown = groups.flatMap(({ counted }, index) => (counted === undefined ? [] : [{ counted, index }]));
  const found =
    reference === 'largest'
      ? most(shown, ({ denominator }) => denominator)
      : reference === 'best' && polarity !== 'neutral'
        ? most(shown, valueFor(polarity))
        : groups.findIndex(({ id }) => id === reference);
  if (found === undefined || found === -1) throw new Unavailable('reference', reference, offered);
  return found;
}

const valueFor =
  (polarity: 'higher-is-better' | 'lower-is-better') =>
  ({ numerator, denominator }: Counted) =>
    (polarity === 'higher-is-better' ? 1 : -1) * (numerator / denominator);

/** Of equals, the first. */
function most(
  shown: readonly { readonly counted: Counted; readonly index: number }[],
  of: (counted: Counted) => number,
): number | undefined {
  return shown.reduce<(typeof shown)[number] | undefined>(
    (best, one) => (best === undefined || of(one.counted) > of(best.counted) ? one : best),
    undefined,
  )?.index;
}
