/** Every table of doses as one system over all doses and dates, with what is known of its cells. Pure. */
import type { IndicatorReply } from '../contract/replies.ts';
import { cellsIn } from '../disclosure/table.ts';
import { doseFactsOf, smallAmong, stagesAbout } from './dose-facts.ts';
import { type DoseSystem, doseSystem } from './dose-system.ts';
import { editionsOf } from './editions.ts';
import type { Knowledge } from './facts.ts';
import type { Figure } from './figure.ts';
import type { Gathered } from './gather.ts';
import { type KnownCells, narrow } from './known-cells.ts';
import { officialTotals } from './official-totals.ts';
import type { Target } from './targets.ts';

export function doseTargetsOf(gathered: readonly Gathered[], knowledge: Knowledge): Target[] {
  const ids = gathered.flatMap(({ definitions }) =>
    definitions.flatMap(({ doseTable }) => doseTable?.id ?? []),
  );
  return [...new Set(ids)].flatMap((id) =>
    targetsOfTable(
      id,
      gathered.map((one) => ownOf(id, one)).filter(({ definitions }) => definitions.length > 0),
      knowledge,
    ),
  );
}

/** What one release says of one table. */
function ownOf(id: string, gathered: Gathered): Gathered {
  const definitions = gathered.definitions.filter(({ doseTable }) => doseTable?.id === id);
  const names = new Set(definitions.map((definition) => definition.id));
  return {
    ...gathered,
    definitions,
    figures: gathered.figures.filter(({ indicator }) => names.has(indicator)),
  };
}

function targetsOfTable(id: string, gathered: readonly Gathered[], knowledge: Knowledge): Target[] {
  const newest = gathered.at(-1);
  if (newest === undefined) return [];
  const system = doseSystem(
    newest.definitions,
    newest.areas,
    gathered.flatMap(({ figures }) => figures),
  );
  const known = new Map(gathered.map((one) => [one.release, knownOf(one, system, knowledge)]));
  const official = new Map<number, number>();
  for (const { release, definitions, officials } of gathered) {
    const cells = known.get(release)?.cells ?? new Map();
    for (const [cell, count] of officialTotals(officials, definitions, system, cells)) {
      narrow(cells, cell, { lowest: count, highest: count });
      official.set(cell, count);
    }
  }
  const byRelease = new Map([...known].map(([release, { cells }]) => [release, cells]));
  return editionsOf(byRelease, cellsIn(system.layout)).map((edition) => {
    const own = edition.releases.flatMap((release) => known.get(release) ?? []);
    return {
      name: `${id}, release ${edition.releases.join(', ')}`,
      layout: system.layout,
      edition,
      published: new Set(own.flatMap(({ published }) => [...published])),
      official,
      smallAmong: own.flatMap((one) => one.smallAmong),
    };
  });
}

interface Known {
  readonly cells: KnownCells;
  /** Cells that figures are about. */
  readonly published: Set<number>;
  readonly smallAmong: (readonly number[])[];
}

/** @throws Error where a figure is about no cell: the system is then not the one that is published. */
function knownOf(
  { definitions, figures }: Gathered,
  system: DoseSystem,
  { withheldIsSmall }: Knowledge,
): Known {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const known: Known = { cells: new Map(), published: new Set(), smallAmong: [] };
  for (const figure of figures) {
    const definition = byId.get(figure.indicator) as IndicatorReply;
    const cellsOf = (stages: readonly string[]) => stages.flatMap((one) => system.cellOf(figure, one) ?? []);
    const about = cellsOf(stagesAbout(figure, definition));
    if (about.length === 0) throw new Error(`the system has no cell for ${wordsOf(figure)}`);
    for (const cell of about) known.published.add(cell);
    if (withheldIsSmall && figure.estimate.status === 'withheld')
      known.smallAmong.push(cellsOf(smallAmong(figure, definition)));
    for (const { stage, ...bounds } of doseFactsOf(figure, definition)) {
      const cell = system.cellOf(figure, stage);
      if (cell !== undefined) narrow(known.cells, cell, bounds);
    }
  }
  return known;
}

const wordsOf = ({ indicator, period, area, stratum }: Figure): string =>
  [indicator, period, area, stratum.ethnicScheme, stratum.ethnicGroup, stratum.ageBand].join(', ');
