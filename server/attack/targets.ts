/** Every table of people, period and edition there is something to tell of, with what is known of its cells. Pure. */
import { cellsIn, type Layout } from '../disclosure/table/layout.ts';
import { type CountSystem, countSystem } from './count-system.ts';
import { type Edition, editionsOf } from './editions.ts';
import { factsOf, type Knowledge } from './facts.ts';
import type { Gathered } from './gather.ts';
import { getOrMake, type KnownCells, narrow } from './known-cells.ts';

/** Counts so far, oldest first, each with the cell of those added since the one before where there is such a cell. */
export type CountsSoFar = readonly {
  readonly date: string;
  readonly cell: number;
  readonly added: number | undefined;
}[];

/** One table in one period, or a table of doses in all, in one edition. */
export interface AttackTarget {
  readonly name: string;
  readonly layout: Layout;
  readonly edition: Edition;
  /** Cells that figures are about: of others it is no finding that they are below four. All of them where left out. */
  readonly published?: ReadonlySet<number>;
  /** Counts that official figures give exactly: what they tell by themselves is no finding, however small. */
  readonly official?: ReadonlyMap<number, number>;
  /** Cells of which nothing is claimed, whatever is inferred of them. */
  readonly isUnclaimed?: (cell: number) => boolean;
  /** Cells that are the difference of two published counts: that it is somebody and below four is a finding too. */
  readonly isDifference?: (cell: number) => boolean;
  /** Cumulative counts of the same people: the difference of any two may follow from all that was added between. */
  readonly courses?: readonly CountsSoFar[];
  /** Cells of which one at least is small in each. */
  readonly smallAmong?: readonly (readonly number[])[];
}

const newKnown = (): KnownCells => new Map();

/** What is known of cells, by period and release. */
type Known = Map<string, Map<number, KnownCells>>;

export function countTargetsOf(gathered: readonly Gathered[], knowledge: Knowledge): AttackTarget[] {
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
        if (cell === undefined) continue;
        const byRelease = getOrMake(periods, figure.period, () => new Map<number, KnownCells>());
        narrow(getOrMake(byRelease, figure.release, newKnown), cell, bounds);
      }
    }
  }
  return [...systems].flatMap(([id, system]) =>
    [...(known.get(id) ?? [])].flatMap(([period, byRelease]) =>
      editionsOf(byRelease, cellsIn(system.layout)).map((edition) => ({
        name: `${id} ${period}, release ${edition.releases.join(', ')}`,
        layout: system.layout,
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
      if (id === '') continue;
      if (!systems.has(id)) systems.set(id, countSystem(own, areas));
    }
  }
  return systems;
}
