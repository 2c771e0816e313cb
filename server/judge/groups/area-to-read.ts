/** How the figures of an area are had: its own, or those of its wards added up. Pure. */
import type { AreaType } from '../../contract/dimensions.ts';
import type { Place } from '../../contract/place.ts';
import type { Snapshot } from '../release/snapshot.ts';

export interface AreaToRead {
  readonly code: string;
  readonly name: string;
  readonly type: AreaType;
  readonly parents: readonly { readonly code: string }[];
}

export interface AreasRead {
  readonly areaType: AreaType;
  readonly codes: readonly string[];
}

/**
 * How the figures of an area are had: its own first; an area of the place that is made of wards (a neighbourhood) can be
 * added up from them.
 *
 * @param area whose figures are wanted.
 * @param snapshot which names the wards of every area.
 * @param place outside of it nothing is added up.
 * @returns ways in order of preference.
 * @example areasToRead(borough, snapshot, place);
 *   // [{ areaType: 'borough', codes: ['E09000099'] }, { areaType: 'ward', codes: ['E05000001', 'E05000002'] }]
 */
export function areasToRead(area: AreaToRead, snapshot: Snapshot, place: Place): AreasRead[] {
  const own: AreasRead = { areaType: area.type, codes: [area.code] };
  const isHere = area.code === place.code || area.parents.some(({ code }) => code === place.code);
  const wards = isHere && area.type !== 'ward' ? wardsOf(area.code, snapshot) : [];
  return wards.length === 0 ? [own] : [own, { areaType: 'ward', codes: wards }];
}

/** The wards an area is made of, by the newest list of wards; empty where it is made of none. */
function wardsOf(code: string, snapshot: Snapshot): string[] {
  const edition = snapshot.editionOf('ward');
  return snapshot.areas
    .filter(
      (ward) =>
        ward.type === 'ward' &&
        ward.edition === edition &&
        ward.parents.some((parent) => parent.code === code),
    )
    .map((ward) => ward.code);
}
