/** What is known of single cells, each fact narrowing what others said. Pure. */
import type { Bounds } from '../disclosure/policy.ts';

export type KnownCells = Map<number, Bounds>;

export function narrow(known: KnownCells, cell: number, { lowest, highest }: Bounds): void {
  const before = known.get(cell) ?? { lowest, highest };
  known.set(cell, {
    lowest: Math.max(lowest, before.lowest),
    highest: Math.min(highest, before.highest),
  });
}

/** The value of a key, made where there is none. */
export function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make();
  map.set(key, found);
  return found;
}
