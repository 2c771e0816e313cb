/** Tries to undo the protection through the public API: gathers, adds and subtracts, and says what it can tell. */
import { deduce, type Limits } from '../disclosure/deduce.ts';
import { linearLimits } from '../disclosure/linear-limits.ts';
import { at } from '../disclosure/lists.ts';
import { PROTECT } from '../disclosure/policy.ts';
import { cellsIn, nameOf, type Sums, sumsAmong, sumsFrom } from '../disclosure/table.ts';
import type { Api } from './api.ts';
import type { Knowledge } from './facts.ts';
import { gather } from './gather.ts';
import { type Target, targetsOf } from './targets.ts';

export interface AttackOptions extends Knowledge {
  readonly log: (line: string) => void;
  readonly now: () => number;
  /** Seconds to spend on linear programs, the last resort. */
  readonly seconds: number;
}

export interface Finding {
  readonly cell: string;
  readonly lowest: number;
  readonly highest: number;
}

export interface AttackReport {
  readonly requests: number;
  readonly figures: number;
  readonly cells: number;
  /** Cells whose count was not told to lie beyond the small ones, nor to be nobody. */
  readonly open: number;
  readonly programs: number;
  /** Small counts told exactly. */
  readonly exact: readonly Finding[];
  /** Small counts told to be below four, though not exactly. */
  readonly belowFour: readonly Finding[];
  /** Counts told to be below four that may be nobody: those are no small counts, if they are. */
  readonly fewOrNobody: readonly Finding[];
  /** What is served contradicts itself there. */
  readonly contradictions: readonly string[];
}

/**
 * Gathers everything and judges every cell of every protected table, in every release.
 *
 * @throws Error where the API does not answer.
 * @see DESIGN section 9, rule d.
 * @example (await attack(createApi('http://localhost:3000'), options)).exact.length; // 0
 */
export async function attack(api: Api, options: AttackOptions): Promise<AttackReport> {
  const gathered = await gather(api, options.log);
  const targets = targetsOf(gathered, options);
  const ends = options.now() + 1000 * options.seconds;
  const findings: Finding[] = [];
  const contradictions: string[] = [];
  let [cells, open, programs] = [0, 0, 0];
  for (const target of targets) {
    const judged = await judge(target, () => options.now() < ends);
    cells += cellsIn(target.system.layout);
    open += judged.open;
    programs += judged.programs;
    findings.push(...judged.findings);
    if (judged.contradiction !== undefined) contradictions.push(judged.contradiction);
  }
  return {
    requests: api.requests(),
    figures: gathered.reduce((sum, { figures }) => sum + figures.length, 0),
    cells,
    open,
    programs,
    exact: findings.filter(({ lowest, highest }) => lowest === highest),
    belowFour: findings.filter(({ lowest, highest }) => lowest > 0 && lowest < highest),
    fewOrNobody: findings.filter(({ lowest, highest }) => lowest === 0 && lowest < highest),
    contradictions,
  };
}

interface Judged {
  readonly open: number;
  readonly programs: number;
  readonly findings: readonly Finding[];
  readonly contradiction?: string;
}

async function judge({ name, system: { layout }, edition }: Target, hasTime: () => boolean): Promise<Judged> {
  const sums: Sums = sumsFrom([...sumsAmong(layout)], cellsIn(layout));
  const deduced = deduce(sums, edition);
  const named = (cell: number) => `${name}: ${nameOf(layout, cell)}`;
  if (!deduced.possible) {
    return { open: 0, programs: 0, findings: [], contradiction: named(deduced.conflict) };
  }
  const limits: Limits = { lowest: deduced.lowest.slice(), highest: deduced.highest.slice() };
  const open = openCells(limits);
  let programs = 0;
  for (const cell of open) {
    if (!hasTime()) break;
    const found = (await linearLimits(sums, limits, [cell])).get(cell);
    programs++;
    if (found === undefined || found.lowest > found.highest) continue;
    limits.lowest[cell] = found.lowest;
    limits.highest[cell] = found.highest;
  }
  const findings = [...limits.lowest.keys()].flatMap((cell) => {
    const [lowest, highest] = [at(limits.lowest, cell), at(limits.highest, cell)];
    return tells(lowest, highest) ? [{ cell: named(cell), lowest, highest }] : [];
  });
  return { open: open.length, programs, findings };
}

/** Whether limits tell a count of few people: exactly, or that it is below the least that may be told. */
const tells = (lowest: number, highest: number): boolean =>
  highest > 0 && (highest < PROTECT.notBelow || (lowest === highest && highest <= PROTECT.largestSmall));

/** Cells that may hold few people and are not told, those told best first. */
const openCells = ({ lowest, highest }: Limits): number[] =>
  [...lowest.keys()]
    .filter((cell) => at(lowest, cell) < at(highest, cell) && at(lowest, cell) <= PROTECT.largestSmall)
    .filter((cell) => !tells(at(lowest, cell), at(highest, cell)))
    .sort((a, b) => at(highest, a) - at(highest, b));
