/** Every table, period and edition there is something to tell of, with what is known of its cells. Pure. */
import type { Bounds } from '../disclosure/policy.ts';
import { cellsIn } from '../disclosure/table.ts';
import { type CountSystem, countSystem } from './count-system.ts';
import { type Edition, editionsOf } from './editions.ts';
import { factsOf, type Knowledge } from './facts.ts';
import type { Gathered } from './gather.ts';

/** One table in one period, in one edition. */
export interface Target {
  readonly name: string;
  readonly system: CountSystem;
  readonly edition: Edition;
}

/** What is known of cells, by period and release. */
type Known = Map<string, Map<number, Map<number, Bounds>>>;

export function targetsOf(gathered: readonly Gathered[], knowledge: Knowledge): Target[] {
  const systems = systemsOf(gathered);
  const known = new Map([...systems.keys()].map((id): [string, Known] => [id, new Map()]));
  for (const { definitions, figures } of gathered) {
    const byId = new Map(definitions.map((definition) => [definition.id, definition]));
    for (const figure of figures) {
      const definition = byId.get(figure.indicator);
      const table = definition?.countTable?.id ?? '';
      const [system, periods] = [systems.get(table), known.get(table)];
      if (definition === undefined || system === undefined || periods === undefined) continue;
      for (const { outcome, ...bounds } of factsOf(figure, definition, knowledge)) {
        const cell = system.cellOf(figure, outcome);
        if (cell !== undefined) narrow(within(within(periods, figure.period), figure.release), cell, bounds);
      }
    }
  }
  return [...systems].flatMap(([id, system]) =>
    [...(known.get(id) ?? [])].flatMap(([period, byRelease]) =>
      editionsOf(byRelease, cellsIn(system.layout)).map((edition) => ({
        name: `${id} ${period}, release ${edition.releases.join(', ')}`,
        system,
        edition,
      })),
    ),
  );
}

/** One system for each table; the newest release knows the most areas and groups. */
function systemsOf(gathered: readonly Gathered[]): Map<string, CountSystem> {
  const systems = new Map<string, CountSystem>();
  for (const { definitions, areas } of gathered.toReversed()) {
    for (const [id, own] of Map.groupBy(definitions, ({ countTable }) => countTable?.id ?? '')) {
      if (!systems.has(id)) systems.set(id, countSystem(own, areas));
    }
  }
  return systems;
}

function narrow(known: Map<number, Bounds>, cell: number, { lowest, highest }: Bounds): void {
  const before = known.get(cell) ?? { lowest, highest };
  known.set(cell, {
    lowest: Math.max(lowest, before.lowest),
    highest: Math.min(highest, before.highest),
  });
}

function within<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = maps.get(key) ?? new Map<L, V>();
  maps.set(key, found);
  return found;
}
