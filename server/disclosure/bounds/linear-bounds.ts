/** The least and the most a cell can be, by linear programming: the last resort of an intruder who adds and subtracts. */

import highsModule, { type Highs, type Model } from 'highs';
import { at } from '../../lists.ts';
import type { Bounds } from '../policy.ts';
import { listOf } from '../table/lists.ts';
import type { Sums } from '../table/table.ts';
import { MOST_CELLS_OF_A_PROGRAM } from '../tuning.ts';
import { type CellBounds, UNLIMITED } from './cell-bounds.ts';

/** Its types describe the CommonJS build, whose default lies one deeper than that of the module Node loads. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** What a solver may be off by: an optimum this close to a whole number counts as that number, on the safe side. */
const TOLERANCE = 1e-4;

interface LinearOptions {
  /** Cells of one program at most; those further from the cell asked about are left out, which only widens its bounds. */
  readonly most?: number;
}

/**
 * The bounds of single cells under all sums together. Tighter than `deduce`, which looks at one sum at a time, and far
 * slower. They hold for certain: of what is left out, or not solved, nothing is concluded.
 *
 * @param table whose sums are known.
 * @param known bounds of every cell, in people, best those of `deduce`; left as they are.
 * @param cells asked about.
 * @param options how large a program may be.
 * @returns for each cell asked about its bounds, rounded inward to whole numbers; those known where nothing is gained.
 * @see Dobra A, Fienberg SE (2000) Bounds for cell entries in contingency tables given marginal totals. PNAS 97(22);
 * Huangfu Q, Hall JAJ (2018) Parallelizing the dual revised simplex method. Math. Program. Comput. 10 (HiGHS).
 * @example linearBounds(table, publishedBounds(primary), [1]).then((found) => found.get(1)); // { lowest: 1, highest: 1 }
 */
export async function linearBounds(
  table: Sums,
  known: CellBounds,
  cells: Iterable<number>,
  { most = MOST_CELLS_OF_A_PROGRAM }: LinearOptions = {},
): Promise<Map<number, Bounds>> {
  const highs = await loadHighs();
  const found = new Map<number, Bounds>();
  let around = new Set<number>();
  let whole = false;
  for (const cell of cells) {
    if (!whole || !around.has(cell)) {
      const near = freeAround(table, known, cell, most);
      around = near.cells;
      whole = near.whole;
    }
    found.set(cell, boundsOfCell(highs, table, known, cell, around));
  }
  return found;
}

/** The cells not known exactly that hang together with one, nearest first: all of them, or as many as may be. */
function freeAround(
  { sums, sumsOf }: Sums,
  known: CellBounds,
  cell: number,
  most: number,
): { readonly cells: Set<number>; readonly whole: boolean } {
  const cells = new Set([cell]);
  for (const one of cells) {
    for (const sum of listOf(sumsOf, one)) {
      for (const other of listOf(sums, sum)) {
        if (cells.size >= most) return { cells, whole: false };
        if (at(known.lowest, other) < at(known.highest, other)) cells.add(other);
      }
    }
  }
  return { cells, whole: true };
}

function boundsOfCell(
  highs: Highs,
  table: Sums,
  known: CellBounds,
  cell: number,
  around: ReadonlySet<number>,
): Bounds {
  const own = { lowest: at(known.lowest, cell), highest: at(known.highest, cell) };
  if (own.lowest === own.highest) return own;
  const columns = new Map([...around].map((one, column) => [one, column]));
  const column = columns.get(cell) ?? 0;
  const model = highs.createModel(programOf(highs, table, known, columns));
  try {
    model.options.set({ output_flag: false });
    model.changeColCost(column, 1);
    const { minimize, maximize } = highs.constants.objectiveSense;
    const least = optimum(highs, model, minimize);
    const greatest = optimum(highs, model, maximize);
    return {
      lowest: Math.max(own.lowest, Math.ceil((least ?? own.lowest) - TOLERANCE)),
      highest: Math.min(own.highest, Math.floor((greatest ?? own.highest) + TOLERANCE)),
    };
  } finally {
    model.dispose();
  }
}

function optimum(
  highs: Highs,
  model: Model,
  sense: Parameters<Model['changeObjectiveSense']>[0],
): number | undefined {
  model.changeObjectiveSense(sense);
  model.run();
  return model.getModelStatus() === highs.constants.modelStatus.optimal
    ? model.getObjectiveValue()
    : undefined;
}

/** One row a sum: the whole less its parts is nothing. What is known exactly goes to the other side. */
function programOf(highs: Highs, table: Sums, known: CellBounds, columns: ReadonlyMap<number, number>) {
  const rows = new Set([...columns.keys()].flatMap((cell) => [...listOf(table.sumsOf, cell)]));
  const [starts, indices, values, sides]: [number[], number[], number[], number[]] = [[0], [], [], []];
  for (const sum of rows) {
    const row = rowOf(table, known, columns, sum);
    if (row === undefined) continue;
    indices.push(...row.indices);
    values.push(...row.values);
    starts.push(indices.length);
    sides.push(row.side);
  }
  const bounds = (list: Int32Array) => Float64Array.from(columns.keys(), (cell) => at(list, cell));
  const [numCols, numRows] = [columns.size, sides.length];
  return {
    numCols,
    numRows,
    colCost: new Float64Array(numCols),
    colLower: bounds(known.lowest),
    colUpper: bounds(known.highest).map((high) => (high >= UNLIMITED ? highs.infinity : high)),
    rowLower: Float64Array.from(sides),
    rowUpper: Float64Array.from(sides),
    matrix: {
      format: 'csr' as const,
      numRows,
      numCols,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
  };
}

/** Undefined where the sum has a cell that is left out: it is left out too. */
function rowOf({ sums }: Sums, known: CellBounds, columns: ReadonlyMap<number, number>, sum: number) {
  const [indices, values]: [number[], number[]] = [[], []];
  let side = 0;
  for (const [place, cell] of listOf(sums, sum).entries()) {
    const times = place === 0 ? 1 : -1;
    const column = columns.get(cell);
    if (column !== undefined) {
      indices.push(column);
      values.push(times);
    } else if (at(known.lowest, cell) === at(known.highest, cell)) side -= times * at(known.lowest, cell);
    else return undefined;
  }
  return { indices, values, side };
}
