/** What an intruder can infer of one system by adding and subtracting, and then by linear programs. */

import { PROTECT } from '../contract/policies.ts';
import { boundsAt, type CellBounds, UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import { Deduction, deduce } from '../disclosure/bounds/deduction.ts';
import { linearBounds } from '../disclosure/bounds/linear-bounds.ts';
import type { Bounds } from '../disclosure/policy.ts';
import { cellName, cellsIn } from '../disclosure/table/layout.ts';
import { type Sums, sumsAmong, sumsFrom } from '../disclosure/table/table.ts';
import { at } from '../lists.ts';
import type { AttackTarget, CountsSoFar } from './targets.ts';

export interface Finding {
  readonly cell: string;
  readonly lowest: number;
  readonly highest: number;
  /** Whether figures are about it. */
  readonly isPublished: boolean;
  /** Whether it is the difference of two counts that are. */
  readonly isDifference: boolean;
}

export interface AttackOutcome {
  /** Cells that may hold few people. */
  readonly open: number;
  readonly programs: number;
  readonly findings: readonly Finding[];
  /** The cell where figures contradict each other. */
  readonly contradiction?: string;
}

export async function judge(target: AttackTarget, hasTime: () => boolean): Promise<AttackOutcome> {
  const { name, layout, published, official = new Map() } = target;
  const sums: Sums = sumsFrom([...sumsAmong(layout)], cellsIn(layout));
  const known = new Deduction(sums, target.edition);
  if (known.conflict < 0) learnSmall(known, target.smallAmong ?? []);
  const named = (cell: number) => `${name}: ${cellName(layout, cell)}`;
  const conflict = known.lowest.findIndex((lowest, cell) => lowest > at(known.highest, cell));
  if (conflict >= 0) return { open: 0, programs: 0, findings: [], contradiction: named(conflict) };
  const open = openCells(known, published);
  const programs = await learnByPrograms(sums, known, open, hasTime);
  const byOfficials = inferredFromOfficials(sums, official);
  const findings = [...known.lowest.keys()].flatMap((cell) => {
    const bounds = boundsAt(known, cell);
    if (!isFew(bounds) || target.isUnclaimed?.(cell) === true) return [];
    if (byOfficials !== undefined && isFew(boundsAt(byOfficials, cell))) return [];
    const isDifference = target.isDifference?.(cell) === true;
    return [{ cell: named(cell), ...bounds, isPublished: published?.has(cell) ?? true, isDifference }];
  });
  return {
    open: open.length,
    programs,
    findings: [...findings, ...inferredBetween(target, known, byOfficials, named)],
  };
}

/** What the counts of two dates, and all that was added between, say of the people new between them. */
function inferredBetween(
  { courses = [] }: AttackTarget,
  known: CellBounds,
  byOfficials: CellBounds | undefined,
  named: (cell: number) => string,
): Finding[] {
  return courses.flatMap((course) =>
    course.flatMap((before, from) => {
      const later = course.slice(from + 1);
      return later.flatMap((now, to) => {
        // Where there is a cell for it, that is judged with the others.
        if (to === 0 && now.added !== undefined) return [];
        const steps = [before, ...later.slice(0, to + 1)];
        const bounds = addedOver(steps, known);
        if (bounds.lowest === 0 || !isFew(bounds)) return [];
        if (byOfficials !== undefined && isFew(addedOver(steps, byOfficials))) return [];
        const cell = `${named(now.cell)}, new since ${before.date}`;
        return [{ cell, ...bounds, isPublished: false, isDifference: true }];
      });
    }),
  );
}

/** The least and the most that came from the first to the last of these counts. */
function addedOver([first, ...later]: CountsSoFar, { lowest, highest }: CellBounds): Bounds {
  const last = later.at(-1);
  if (first === undefined || last === undefined) return { lowest: 0, highest: 0 };
  const sum = (list: Int32Array, unknown: number) =>
    later.reduce((all, { added }) => all + (added === undefined ? unknown : at(list, added)), 0);
  return {
    lowest: Math.max(sum(lowest, 0), at(lowest, last.cell) - at(highest, first.cell)),
    highest: Math.min(sum(highest, UNLIMITED), at(highest, last.cell) - at(lowest, first.cell)),
  };
}

/** What follows from official figures alone: that is no finding, for they are public whatever is served here. */
function inferredFromOfficials(sums: Sums, official: ReadonlyMap<number, number>): CellBounds | undefined {
  if (official.size === 0) return undefined;
  const cells = sums.sumsOf.starts.length - 1;
  const known = { lowest: new Int32Array(cells), highest: new Int32Array(cells).fill(UNLIMITED) };
  for (const [cell, count] of official) known.lowest[cell] = known.highest[cell] = count;
  return deduce(sums, known);
}

/** Where one of several counts is small and only one of them still can be, that one is. */
function learnSmall(known: Deduction, among: readonly (readonly number[])[]): void {
  const small: Bounds = { lowest: 1, highest: PROTECT.largestSmall };
  const canBeSmall = (cell: number) => {
    const { lowest, highest } = boundsAt(known, cell);
    return lowest <= small.highest && highest >= small.lowest;
  };
  let left = among;
  for (let learned = true; learned; ) {
    learned = false;
    left = left.filter((cells) => {
      const [only, ...others] = cells.filter(canBeSmall);
      if (only === undefined || others.length > 0) return true;
      known.learn(only, small);
      learned = true;
      return false;
    });
  }
}

/** What follows from one program is known in the next. */
async function learnByPrograms(
  sums: Sums,
  known: Deduction,
  cells: readonly number[],
  hasTime: () => boolean,
): Promise<number> {
  let programs = 0;
  for (const cell of cells) {
    if (!hasTime()) break;
    const { lowest, highest } = boundsAt(known, cell);
    if (lowest === highest) continue;
    const found = (await linearBounds(sums, known, [cell])).get(cell);
    programs++;
    if (found !== undefined && found.lowest <= found.highest) known.learn(cell, found);
  }
  return programs;
}

/** Whether bounds say that a count is of few people: exactly how many, or that it is below the least that may be inferred. */
const isFew = ({ lowest, highest }: Bounds): boolean =>
  highest > 0 && (highest < PROTECT.notBelow || (lowest === highest && highest <= PROTECT.largestSmall));

/** Cells that may hold few people and are not inferred: those figures are about first, and of them the narrowest bounds. */
function openCells(known: CellBounds, published?: ReadonlySet<number>): number[] {
  const rank = (cell: number) => Number(!(published?.has(cell) ?? true));
  return [...known.lowest.keys()]
    .filter((cell) => {
      const bounds = boundsAt(known, cell);
      return bounds.lowest < bounds.highest && bounds.lowest <= PROTECT.largestSmall && !isFew(bounds);
    })
    .sort((a, b) => rank(a) - rank(b) || at(known.highest, a) - at(known.highest, b));
}
