/** The lists of areas of the place, which grow as a load brings new ones. */
import type { AreaType } from '../contract/dimensions.ts';
import type { KnownAreas } from './source.ts';

export interface KnownArea {
  readonly type: AreaType;
  readonly edition: string;
  readonly code: string;
  readonly name?: string;
}

export interface LiveAreas extends KnownAreas {
  /** An area, or another name of one that is there. */
  add(area: KnownArea): void;
  /** The same areas, to which can be added without a trace here. */
  copy(): LiveAreas;
}

export function areaLists(areas: Iterable<KnownArea>): LiveAreas {
  const all: KnownArea[] = [];
  /** By list, each code with its names. */
  const lists = new Map<string, Map<string, Set<string>>>();
  // Ward codes outlive the year of a list, so wards are known whatever their edition.
  const key = (type: AreaType, edition: string) => `${type} ${type === 'ward' ? '' : edition}`;
  const known: LiveAreas = {
    has: (type, edition, code) => lists.get(key(type, edition))?.has(code) ?? false,
    hasAny: (type, edition) => lists.has(key(type, edition)),
    codes: (type, edition) => [...(lists.get(key(type, edition))?.keys() ?? [])].sort(),
    names: (type, edition, code) => [...(lists.get(key(type, edition))?.get(code) ?? [])],
    hasCode: (type, code) =>
      [...lists].some(([list, codes]) => list.startsWith(`${type} `) && codes.has(code)),
    add: (area) => {
      all.push(area);
      const id = key(area.type, area.edition);
      const list = lists.get(id) ?? new Map<string, Set<string>>();
      const names = list.get(area.code) ?? new Set<string>();
      // Where a list gives no name its codes stand for them.
      if (area.name !== undefined && area.name !== '' && area.name !== area.code) names.add(area.name);
      lists.set(id, list.set(area.code, names));
    },
    copy: () => areaLists(all),
  };
  for (const area of areas) known.add(area);
  return known;
}
