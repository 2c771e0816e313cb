/** How the areas of the place lie in one another. Pure: rows in, look-ups out. */
import type { AreaLinkRow, IntakeAreaRow } from '../../db/intake-schema.ts';
import type { AreaType } from '../contract/dimensions.ts';

/** For each area, the areas it belongs to and with what share; the shares of one area add up to 1. */
export type Shares = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface Geography {
  readonly areas: readonly IntakeAreaRow[];
  readonly links: readonly AreaLinkRow[];
}

/** The links from one list of areas to another, those without a share of their own split by `residents`. */
export function linked(
  { links }: Geography,
  from: { readonly type: AreaType; readonly edition: string },
  to: { readonly type: AreaType; readonly edition?: string },
  residents: ReadonlyMap<string, number>,
): Shares {
  const rows = links.filter(
    (link) =>
      link.from_type === from.type &&
      link.from_edition === from.edition &&
      link.to_type === to.type &&
      (to.edition === undefined || link.to_edition === to.edition),
  );
  const shares = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const share = row.weight ?? residents.get(row.to_code) ?? 0;
    const given = shares.get(row.from_code) ?? new Map<string, number>();
    shares.set(row.from_code, given.set(row.to_code, share));
  }
  for (const given of shares.values()) scaleToOne(given);
  return shares;
}

/** The neighbourhood each area of a list lies in, where the place has those. */
export function neighbourhoodsOf(
  { links }: Geography,
  { type, edition }: { readonly type: AreaType; readonly edition: string },
): ReadonlyMap<string, string> {
  return new Map(
    links
      .filter(
        (link) =>
          link.from_type === type && link.from_edition === edition && link.to_type === 'neighbourhood',
      )
      .map((link) => [link.from_code, link.to_code]),
  );
}

/** Follows shares through a middle list: small areas to wards by way of newer small areas, say. */
export function through(first: Shares, second: Shares): Shares {
  const result = new Map<string, Map<string, number>>();
  for (const [from, middles] of first) {
    const given = new Map<string, number>();
    for (const [middle, share] of middles) {
      for (const [to, further] of second.get(middle) ?? [])
        given.set(to, (given.get(to) ?? 0) + share * further);
    }
    result.set(from, given);
  }
  return result;
}

/** Everything belongs to the place. */
export function wholly(codes: Iterable<string>, place: string): Shares {
  return new Map([...codes].map((code) => [code, new Map([[place, 1]])]));
}

/**
 * Shares of areas that do not nest: each area's shares are those of the residents of its parts.
 *
 * @param parts for each small area, the larger area it lies in (to be shared out).
 * @param targets for each small area, the areas it belongs to.
 * @param residents people of the ages in question in each small area.
 */
export function sharesByResidents(
  parts: Shares,
  targets: Shares,
  residents: ReadonlyMap<string, number>,
): Shares {
  const shares = new Map<string, Map<string, number>>();
  for (const [part, wholes] of parts) {
    const people = residents.get(part) ?? 0;
    for (const [whole, share] of wholes) {
      const given = shares.get(whole) ?? new Map<string, number>();
      for (const [target, further] of targets.get(part) ?? []) {
        given.set(target, (given.get(target) ?? 0) + people * share * further);
      }
      shares.set(whole, given);
    }
  }
  for (const given of shares.values()) scaleToOne(given);
  return shares;
}

/** An area whose residents are unknown or none is split evenly: something has to be done, and nobody is counted there. */
function scaleToOne(given: Map<string, number>): void {
  const total = [...given.values()].reduce((sum, share) => sum + share, 0);
  for (const [to, share] of given) {
    if (total === 0) given.set(to, 1 / given.size);
    else if (share === 0) given.delete(to);
    else given.set(to, share / total);
  }
}

/** What adding up may leave of a share of one. */
const ROUNDING = 1e-9;

/** The areas that get a part of some other area only: all others are made of whole ones, and added up. */
export function sharedOutIn(shares: Shares): ReadonlySet<string> {
  return new Set(
    [...shares.values()].flatMap((given) =>
      [...given].filter(([, share]) => share < 1 - ROUNDING).map(([code]) => code),
    ),
  );
}
