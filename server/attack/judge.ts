/** What somebody can tell of one system who adds and subtracts, and then has linear programs run. */
import { PROTECT } from '../contract/policies.ts';
import { createDeduction, type Deduction, deduce, type Limits, UNLIMITED } from '../disclosure/deduce.ts';
import { linearLimits } from '../disclosure/linear-limits.ts';
import { at } from '../disclosure/lists.ts';
import { cellsIn, nameOf, type Sums, sumsAmong, sumsFrom } from '../disclosure/table.ts';
import type { Target } from './targets.ts';

export interface Finding {
  readonly cell: string;
  readonly lowest: number;
  readonly highest: number;
  /** Whether figures are about it. */
  readonly isPublished: boolean;
}

export interface Judged {
  /** Cells that may hold few people. */
  readonly open: number;
  readonly programs: number;
  readonly findings: readonly Finding[];
  /** The cell where figures contradict each other. */
  readonly contradiction?: string;
}

export async function judge(target: Target, hasTime: () => boolean): Promise<Judged> {
  const { name, layout, published, official = new Map() } = target;
  const sums: Sums = sumsFrom([...sumsAmong(layout)], cellsIn(layout));
  const deduction = createDeduction(sums, target.edition);
  const limits = deduction.all;
  if (limits.possible) learnSmall(deduction, target.smallAmong ?? []);
  const named = (cell: number) => `${name}: ${nameOf(layout, cell)}`;
  const conflict = limits.lowest.findIndex((lowest, cell) => lowest > at(limits.highest, cell));
  if (conflict >= 0) return { open: 0, programs: 0, findings: [], contradiction: named(conflict) };
  const open = openCells(limits, published);
  const programs = await learnByPrograms(sums, deduction, open, hasTime);
  const already = toldAlready(sums, official);
  const findings = [...limits.lowest.keys()].flatMap((cell) => {
    const [lowest, highest] = [at(limits.lowest, cell), at(limits.highest, cell)];
    if (!tells(lowest, highest) || already(cell)) return [];
    return [{ cell: named(cell), lowest, highest, isPublished: published?.has(cell) ?? true }];
  });
  return { open: open.length, programs, findings };
}

/** Whether official figures alone tell a cell as well: that is no finding, for they are public whatever is served here. */
function toldAlready(sums: Sums, official: ReadonlyMap<number, number>): (cell: number) => boolean {
  if (official.size === 0) return () => false;
  const cells = sums.sumsOf.starts.length - 1;
  const known = { lowest: new Int32Array(cells), highest: new Int32Array(cells).fill(UNLIMITED) };
  for (const [cell, count] of official) known.lowest[cell] = known.highest[cell] = count;
  const { lowest, highest } = deduce(sums, known);
  return (cell) => tells(at(lowest, cell), at(highest, cell));
}

/** Where one of several counts is small and only one of them still can be, that one is. */
function learnSmall({ all, learn }: Deduction, among: readonly (readonly number[])[]): void {
  const [least, most] = [1, PROTECT.largestSmall];
  const canBeSmall = (cell: number) => at(all.lowest, cell) <= most && at(all.highest, cell) >= least;
  let left = among;
  for (let learned = true; learned; ) {
    learned = false;
    left = left.filter((cells) => {
      const [only, ...others] = cells.filter(canBeSmall);
      if (only === undefined || others.length > 0) return true;
      learn(only, least, most);
      learned = true;
      return false;
    });
  }
}

/** What follows from one program is known in the next. */
async function learnByPrograms(
  sums: Sums,
  { all, learn }: Deduction,
  cells: readonly number[],
  hasTime: () => boolean,
): Promise<number> {
  let programs = 0;
  for (const cell of cells) {
    if (!hasTime()) break;
    if (at(all.lowest, cell) === at(all.highest, cell)) continue;
    const found = (await linearLimits(sums, all, [cell])).get(cell);
    programs++;
    if (found !== undefined && found.lowest <= found.highest) learn(cell, found.lowest, found.highest);
  }
  return programs;
}

/** Whether limits tell a count of few people: exactly, or that it is below the least that may be told. */
const tells = (lowest: number, highest: number): boolean =>
  highest > 0 && (highest < PROTECT.notBelow || (lowest === highest && highest <= PROTECT.largestSmall));

/** Cells that may hold few people and are not told: those figures are about first, and of them those told best. */
function openCells({ lowest, highest }: Limits, published?: ReadonlySet<number>): number[] {
  const rank = (cell: number) => Number(!(published?.has(cell) ?? true));
  return [...lowest.keys()]
    .filter((cell) => at(lowest, cell) < at(highest, cell) && at(lowest, cell) <= PROTECT.largestSmall)
    .filter((cell) => !tells(at(lowest, cell), at(highest, cell)))
    .sort((a, b) => rank(a) - rank(b) || at(highest, a) - at(highest, b));
}
