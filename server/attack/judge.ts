/** What somebody can tell of one system who adds and subtracts, and then has linear programs run. */
import { PROTECT } from '../contract/policies.ts';
import {
  createDeduction,
  type Deduction,
  deduce,
  type Limits,
  UNLIMITED,
} from '../disclosure/bounds/deduction.ts';
import { linearLimits } from '../disclosure/bounds/linear-bounds.ts';
import type { Bounds } from '../disclosure/policy.ts';
import { at } from '../disclosure/table/lists.ts';
import { cellsIn, nameOf, type Sums, sumsAmong, sumsFrom } from '../disclosure/table/table.ts';
import type { Course, Target } from './targets.ts';

export interface Finding {
  readonly cell: string;
  readonly lowest: number;
  readonly highest: number;
  /** Whether figures are about it. */
  readonly isPublished: boolean;
  /** Whether it is the difference of two counts that are. */
  readonly isDifference: boolean;
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
  const byOfficials = toldByOfficials(sums, official);
  const already = (cell: number) =>
    byOfficials !== undefined && tells(at(byOfficials.lowest, cell), at(byOfficials.highest, cell));
  const findings = [...limits.lowest.keys()].flatMap((cell) => {
    const [lowest, highest] = [at(limits.lowest, cell), at(limits.highest, cell)];
    if (!tells(lowest, highest) || target.isUnclaimed?.(cell) === true || already(cell)) return [];
    const isDifference = target.isDifference?.(cell) === true;
    return [{ cell: named(cell), lowest, highest, isPublished: published?.has(cell) ?? true, isDifference }];
  });
  return {
    open: open.length,
    programs,
    findings: [...findings, ...toldBetween(target, limits, byOfficials, named)],
  };
}

/** What the counts of two dates, and all that was added between, tell of the people new between them. */
function toldBetween(
  { courses = [] }: Target,
  limits: Limits,
  byOfficials: Limits | undefined,
  named: (cell: number) => string,
): Finding[] {
  return courses.flatMap((course) =>
    course.flatMap((before, from) => {
      const later = course.slice(from + 1);
      return later.flatMap((now, to) => {
        // Where there is a cell for it, that is judged with the others.
        if (to === 0 && now.added !== undefined) return [];
        const steps = [before, ...later.slice(0, to + 1)];
        const { lowest, highest } = addedOver(steps, limits);
        const official = byOfficials && addedOver(steps, byOfficials);
        if (lowest === 0 || !tells(lowest, highest)) return [];
        if (official !== undefined && tells(official.lowest, official.highest)) return [];
        const cell = `${named(now.cell)}, new since ${before.date}`;
        return [{ cell, lowest, highest, isPublished: false, isDifference: true }];
      });
    }),
  );
}

/** The least and the most that came from the first to the last of these counts. */
function addedOver([first, ...later]: Course, { lowest, highest }: Limits): Bounds {
  const last = later.at(-1);
  if (first === undefined || last === undefined) return { lowest: 0, highest: 0 };
  const sum = (list: Int32Array, unknown: number) =>
    later.reduce((all, { added }) => all + (added === undefined ? unknown : at(list, added)), 0);
  return {
    lowest: Math.max(sum(lowest, 0), at(lowest, last.cell) - at(highest, first.cell)),
    highest: Math.min(sum(highest, UNLIMITED), at(highest, last.cell) - at(lowest, first.cell)),
  };
}

/** What official figures alone tell: that is no finding, for they are public whatever is served here. */
function toldByOfficials(sums: Sums, official: ReadonlyMap<number, number>): Limits | undefined {
  if (official.size === 0) return undefined;
  const cells = sums.sumsOf.starts.length - 1;
  const known = { lowest: new Int32Array(cells), highest: new Int32Array(cells).fill(UNLIMITED) };
  for (const [cell, count] of official) known.lowest[cell] = known.highest[cell] = count;
  return deduce(sums, known);
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
