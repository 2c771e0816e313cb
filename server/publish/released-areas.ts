/** Areas as the public sees them: each with a name and the areas it lies in. Pure. */

import type { AreaLinkRow, IntakeAreaRow } from '../../db/intake-schema.ts';
import type { AreaRow } from '../../db/schema.ts';
import { type AreaType, areaTypes } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';

/** The edition of areas that somebody grouped for illustration, not from an official list. */
const ILLUSTRATIVE = 'illustrative';

export interface ReleasedArea extends AreaRow {
  readonly parents: { code: string; name: string; type: AreaType }[];
  readonly illustrative: boolean;
}

export function releasedAreas(
  areas: readonly IntakeAreaRow[],
  links: readonly AreaLinkRow[],
  place: Place,
): ReleasedArea[] {
  // A code is one area whatever the year of the list, so a better-known name goes with the code. One without a name is called by its code.
  const named = new Map(
    areas.filter(({ name, code }) => name !== code).map((area) => [`${area.type} ${area.code}`, area.name]),
  );
  for (const area of areas) if (area.known_as !== null) named.set(`${area.type} ${area.code}`, area.known_as);
  const size = new Map<AreaType, number>(areaTypes.map((type, index) => [type.id, index]));
  const wholes = new Map<string, Map<string, AreaLinkRow>>();
  for (const link of links) {
    if (link.from_type === link.to_type) continue;
    const key = `${link.from_type} ${link.from_code}`;
    const given = wholes.get(key) ?? new Map<string, AreaLinkRow>();
    wholes.set(key, given.set(`${link.to_type} ${link.to_code}`, link));
  }
  const placeItself = { code: place.code, name: place.name, type: place.type };
  const above = [placeItself, ...place.parents];
  const within = (area: AreaRow) => {
    const direct = [...(wholes.get(`${area.type} ${area.code}`)?.values() ?? [])];
    const further = direct.flatMap((link) => [
      ...(wholes.get(`${link.to_type} ${link.to_code}`)?.values() ?? []),
    ]);
    return [
      ...new Map([...direct, ...further].map((link) => [`${link.to_type} ${link.to_code}`, link])).values(),
    ]
      .map((link) => ({
        code: link.to_code,
        name: named.get(`${link.to_type} ${link.to_code}`) ?? link.to_code,
        type: link.to_type,
      }))
      .sort((a, b) => (size.get(a.type) ?? 0) - (size.get(b.type) ?? 0));
  };
  // What a lookup names without a year, a list of some year holds too, or else nothing better is known.
  const ofSomeYear = new Set(
    areas.filter(({ edition }) => edition !== '').map(({ type, code }) => `${type} ${code}`),
  );
  const listed = areas.filter(
    ({ type, edition, code }) => edition !== '' || !ofSomeYear.has(`${type} ${code}`),
  );
  const small = listed.map((area) => ({
    type: area.type,
    edition: area.edition,
    code: area.code,
    name: named.get(`${area.type} ${area.code}`) ?? area.name,
    parents: [...within(area), ...above],
    illustrative: area.edition === ILLUSTRATIVE,
  }));
  const large = above.map((area, index) => ({
    ...area,
    edition: '',
    parents: above.slice(index + 1),
    illustrative: false,
  }));
  // Nobody lives in them, and nothing lies in them.
  const serving = (place.servedBy ?? []).map(({ code, name, type }) => ({
    code,
    name,
    type,
    edition: '',
    parents: [],
    illustrative: false,
  }));
  return [...small.filter((area) => !large.some((whole) => whole.code === area.code)), ...large, ...serving];
}
