/** The lists of areas of the place, which grow as a load brings new ones. */
import type { AreaType } from '../contract/dimensions.ts';
import type { KnownAreas } from './source.ts';

export interface KnownArea {
  readonly type: AreaType;
  readonly edition: string;
  readonly code: string;
}

export interface LiveAreas extends KnownAreas {
  add(area: KnownArea): void;
  /** The same areas, to which can be added without a trace here. */
  copy(): LiveAreas;
}

export function areaLists(areas: Iterable<KnownArea>): LiveAreas {
  const all: KnownArea[] = [];
  const lists = new Map<string, Set<string>>();
  // Ward codes outlive the year of a list, so wards are known whatever their edition.
  const key = (type: AreaType, edition: string) => `${type} ${type === 'ward' ? '' : edition}`;
  const known: LiveAreas = {
    has: (type, edition, code) => lists.get(key(type, edition))?.has(code) ?? false,
    hasAny: (type, edition) => lists.has(key(type, edition)),
    codes: (type, edition) => [...(lists.get(key(type, edition)) ?? [])].sort(),
    hasCode: (type, code) =>
      [...lists].some(([list, codes]) => list.startsWith(`${type} `) && codes.has(code)),
    add: (area) => {
      all.push(area);
      const list = key(area.type, area.edition);
      lists.set(list, (lists.get(list) ?? new Set()).add(area.code));
    },
    copy: () => areaLists(all),
  };
  for (const area of areas) known.add(area);
  return known;
}
