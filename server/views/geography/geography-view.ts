/** Areas and outlines. Pure. */
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { OutlineGeometry } from '../../../db/schema.ts';
import { type AreaType, isServiceArea } from '../../contract/dimensions.ts';
import type { AreasReply, BoundariesReply } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';

const ATTRIBUTION =
  'Source: Office for National Statistics licensed under the Open Government Licence v.3.0. Contains OS data © Crown copyright and database right 2025';

const ILLUSTRATIVE =
  'Which wards make up which of these areas is illustrative: made for demonstration, from no official list.';

/** Areas of a type, or all that people live in; of each type the newest list, so that an area is named once. */
export function areasView(snapshot: Snapshot, type: AreaType | undefined): AreasReply {
  const listed = snapshot.areas.filter(
    (area) =>
      (type === undefined ? !isServiceArea(area.type) : area.type === type) &&
      area.edition === snapshot.editionOf(area.type),
  );
  return { release: snapshot.release, areas: listed.map(areaView) };
}

function areaView(area: SelectedArea): AreasReply['areas'][number] {
  return {
    code: area.code,
    name: area.name,
    type: area.type,
    parents: area.parents,
    ...(area.illustrative && { illustrative: true }),
  };
}

/** Outlines that can be had of a type of area: of which type they are drawn, and the editions asked for, newest first. */
export interface OutlinesHeld {
  readonly from: AreaType;
  readonly editions: readonly string[];
}

/**
 * The outlines held of a type; where it has none of its own and groups areas that have, as neighbourhoods group wards,
 * those of its members. A group is of the edition of its own list, whatever edition its members' outlines are of.
 */
export function outlinesHeld(snapshot: Snapshot, type: AreaType): OutlinesHeld {
  const own = editionsOf(snapshot, type);
  const edition = snapshot.editionOf(type);
  // Areas the place lies in are of no edition: they reach beyond what is held.
  if (own.length > 0 || edition === '') return { from: type, editions: own };
  const members = coarsestFirst.find(
    (one) => isGrouped(snapshot, one, type) && editionsOf(snapshot, one).includes(snapshot.editionOf(one)),
  );
  return members === undefined ? { from: type, editions: [] } : { from: members, editions: [edition] };
}

const coarsestFirst: readonly AreaType[] = ['ward', 'msoa', 'lsoa'];

const editionsOf = ({ outlines }: Snapshot, type: AreaType) =>
  outlines.filter((list) => list.type === type).map(({ edition }) => edition);

function isGrouped(snapshot: Snapshot, members: AreaType, groups: AreaType): boolean {
  const listed = snapshot.areas.filter(
    ({ type, edition }) => type === members && edition === snapshot.editionOf(members),
  );
  return listed.length > 0 && listed.every(({ parents }) => parents.some(({ type }) => type === groups));
}

/** The edition of the outlines that the figures of an indicator are drawn on. */
export const editionDrawn = ({ measure }: Pick<Indicator, 'measure'>, type: AreaType, snapshot: Snapshot) =>
  snapshot.catalogue.editionsOf(measure)[type] ?? snapshot.editionOf(type);

/** The group that a member lies in, by code. */
export const parentOf = ({ areaOf }: Snapshot, code: string, type: AreaType) =>
  areaOf(code)?.parents.find((parent) => parent.type === type)?.code;

export function boundariesView(
  snapshot: Snapshot,
  type: AreaType,
  edition: string,
  outlines: readonly { readonly code: string; readonly geometry: OutlineGeometry }[],
): BoundariesReply {
  return {
    type: 'FeatureCollection',
    release: snapshot.release,
    edition,
    attribution: snapshot.areas.some((area) => area.type === type && area.illustrative)
      ? `${ATTRIBUTION}. ${ILLUSTRATIVE}`
      : ATTRIBUTION,
    bbox: boundsOf(outlines.map((outline) => outline.geometry)),
    features: outlines.map(({ code, geometry }) => ({
      type: 'Feature',
      id: code,
      properties: { code, name: snapshot.nameOf(type, code) ?? code },
      geometry,
    })),
  };
}

function boundsOf(geometries: readonly OutlineGeometry[]): number[] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { type, coordinates } of geometries) {
    const points = (type === 'Polygon' ? coordinates.flat(1) : coordinates.flat(2)) as unknown as [
      number,
      number,
    ][];
    for (const [longitude, latitude] of points) {
      west = Math.min(west, longitude);
      south = Math.min(south, latitude);
      east = Math.max(east, longitude);
      north = Math.max(north, latitude);
    }
  }
  return [west, south, east, north];
}
