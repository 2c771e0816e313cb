/** Every table of doses as one system over all doses and dates, with what is known of its cells. Pure. */
import { cellOf, cellsIn, codesOf, type Layout } from '../disclosure/table/layout.ts';
import { areaTypesOf } from './count-system.ts';
import { doseFactsOf, smallAmong, stagesAbout } from './dose-facts.ts';
import { doseAndDate, isDifference, stage, stageIn } from './dose-stages.ts';
import { type DoseSystem, doseSystem } from './dose-system.ts';
import { editionsOf } from './editions.ts';
import type { Knowledge } from './facts.ts';
import type { GatheredFigure } from './figure.ts';
import type { Gathered } from './gather.ts';
import { type KnownCells, narrow } from './known-cells.ts';
import { officialTotals } from './official-totals.ts';
import { piecesOf } from './pieces.ts';
import type { AttackTarget, CountsSoFar } from './targets.ts';

export function doseTargetsOf(gathered: readonly Gathered[], knowledge: Knowledge): AttackTarget[] {
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

function targetsOfTable(id: string, gathered: readonly Gathered[], knowledge: Knowledge): AttackTarget[] {
  const newest = gathered.at(-1);
  if (newest === undefined) return [];
  const [finest = ''] = areaTypesOf(newest.definitions);
  const system = doseSystem(
    newest.definitions,
    newest.areas,
    gathered.flatMap(({ figures }) => figures),
    piecesOf(newest.areas, finest, newest.officials.outlines),
  );
  const known = new Map(gathered.map((one) => [one.release, knownOf(one, system, knowledge)]));
  const official = new Map<number, number>();
  for (const { release, definitions, officials } of gathered) {
    const cells = known.get(release)?.cells ?? new Map();
    for (const [cell, count] of officialTotals(officials.figures, definitions, system, cells)) {
      narrow(cells, cell, { lowest: count, highest: count });
      official.set(cell, count);
    }
  }
  const byRelease = new Map([...known].map(([release, { cells }]) => [release, cells]));
  return editionsOf(byRelease, cellsIn(system.layout)).map((edition) => {
    const own = edition.releases.flatMap((release) => known.get(release) ?? []);
    const published = new Set(own.flatMap((one) => [...one.published]));
    return {
      name: `${id}, release ${edition.releases.join(', ')}`,
      layout: system.layout,
      edition,
      published,
      isUnclaimed: system.isOfPieces,
      isDifference: (cell) => isDifference(stageIn(system.layout, cell)),
      courses: coursesOf(system.layout, published),
      official,
      smallAmong: own.flatMap((one) => one.smallAmong),
    };
  });
}

/** The published counts so far of the same people and dose, with the people new between them. */
function coursesOf(layout: Layout, published: ReadonlySet<number>): CountsSoFar[] {
  const found = new Map<string, { readonly date: string; readonly cell: number }[]>();
  for (const cell of published) {
    const codes = codesOf(layout, cell);
    const dated = doseAndDate(codes.at(-1) ?? '');
    if (dated === undefined) continue;
    const key = [...codes.slice(0, -1), dated.dose].join('|');
    found.set(key, [...(found.get(key) ?? []), { date: dated.date, cell }]);
  }
  return [...found].map(([key, counts]) => {
    const [people, dose = ''] = [key.split('|').slice(0, -1), key.split('|').at(-1)];
    const inOrder = counts.sort((a, b) => (a.date < b.date ? -1 : 1));
    return inOrder.map(({ date, cell }, at) => {
      const since = inOrder[at - 1]?.date;
      const added = since && cellOf(layout, [...people, stage.added(dose, date, since)]);
      return { date, cell, added: added === '' ? undefined : added };
    });
  });
}

interface Known {
  readonly cells: KnownCells;
  /** Cells that figures are about. */
  readonly published: Set<number>;
  readonly smallAmong: (readonly number[])[];
}

/** @throws Error where a figure has no definition, or is about no cell: the system is then not the one that is published. */
function knownOf(
  { definitions, figures }: Gathered,
  system: DoseSystem,
  { withheldIsSmall }: Knowledge,
): Known {
  const byId = new Map(definitions.map((definition) => [definition.id, definition]));
  const known: Known = { cells: new Map(), published: new Set(), smallAmong: [] };
  for (const figure of figures) {
    const definition = byId.get(figure.indicator);
    if (definition === undefined) throw new Error(`there is no definition for ${wordsOf(figure)}`);
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

const wordsOf = ({ indicator, period, area, stratum }: GatheredFigure): string =>
  [indicator, period, area, stratum.ethnicScheme, stratum.ethnicGroup, stratum.ageBand].join(', ');
