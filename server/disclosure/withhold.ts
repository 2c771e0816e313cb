/** Withholds the least more, until the proof holds. */
import { createDeduction, type Deduced, type Deduction, type Limits } from './deduce.ts';
import { cheapestHits, reasonsOf } from './explain.ts';
import { at, item } from './lists.ts';
import { rangesFor } from './prove.ts';
import { boundsOf, isTold, limitsOf, type PublishedTable, type Status } from './published-table.ts';
import { createSearch, type Effort, type Found } from './search.ts';
import { codeIn } from './table.ts';
import { holds, type Witness, witnessOf } from './witnesses.ts';

/** What withholding a cell costs its readers; 0 where it may not be. */
export type Cost = (cell: number) => number;

const TOTAL_OF_ONE_DIMENSION = 25;
const RELABELLED = 40;

/**
 * What withholding costs: little for a small count deep in the table, which is uncertain anyway; a lot for the total
 * of a ward or of a group; the total of all is never withheld. A small count is withheld as it is: what it costs is not
 * saying any more that it is small, which nobody is told but the attacker of the proof.
 */
export function costsOf({ table, statuses }: PublishedTable): Float64Array {
  return Float64Array.from(statuses, (status, cell) => {
    if (status === 'small') return RELABELLED;
    if (status !== 'shown') return 0;
    const groups = table.dimensions.filter((d, index) => codeIn(table, cell, index) >= d.finest).length;
    const totals = table.dimensions.filter(
      (d, index) => codeIn(table, cell, index) === d.codes.length - 1,
    ).length;
    if (totals === table.dimensions.length) return 0;
    if (totals === table.dimensions.length - 1) return TOTAL_OF_ONE_DIMENSION;
    const count = at(table.truth, cell);
    // A shown zero says more than a shown ten, and frees less.
    return count === 0 ? 3 : 1 + groups / 10 + Math.log10(count) / 10;
  });
}

const withStatus = (published: PublishedTable, cells: Iterable<number>, status: Status): PublishedTable => {
  const statuses = [...published.statuses];
  for (const cell of cells) statuses[cell] = status;
  return { ...published, statuses };
};

/** Withholds until no small count can be told by limits alone: round by round the cells that most of them rest on. */
export function withholdTold(byRule: PublishedTable): PublishedTable {
  const costs = costsOf(byRule);
  let published = byRule;
  for (;;) {
    const deduction = createDeduction(published.table, limitsOf(published));
    const reasons = toldBy(published, deduction);
    if (reasons.length === 0) return showUnneeded(byRule, published);
    const hits = cheapestHits(reasons, (cell) =>
      published.statuses[cell] === 'others' ? 0 : at(costs, cell),
    );
    if (hits.length === 0) return published;
    published = withStatus(published, hits, 'others');
  }
}

/** For each small count that can be told, the cells that this rests on. */
function toldBy(published: PublishedTable, deduction: Deduction): Set<number>[] {
  const { table, secrets } = published;
  const { all } = deduction;
  const sets: Set<number>[] = [];
  for (const cell of secrets.keys()) {
    if (isTold(published, cell, at(all.lowest, cell), at(all.highest, cell))) {
      sets.push(
        reasonsOf(table, all, [
          { cell, side: 'lowest' },
          { cell, side: 'highest' },
        ]),
      );
    }
  }
  return sets;
}

/** As `toldBy`, for small counts whose other values contradict what is published. */
export function impossible(
  published: PublishedTable,
  deduction: Deduction,
  cells: Iterable<number>,
): Set<number>[] {
  const { table } = published;
  const sets: Set<number>[] = [];
  for (const cell of cells) {
    const contradictions: Deduced[] = [];
    const ranges = rangesFor(published, cell).map(
      ([low, high]) =>
        [
          Math.max(low, at(deduction.all.lowest, cell)),
          Math.min(high, at(deduction.all.highest, cell)),
        ] as const,
    );
    const open = ranges.some(([low, high]) => low <= high && deduction.suppose(cell, low, high).possible);
    if (open) continue;
    for (const [low, high] of ranges)
      if (low <= high) contradictions.push(deduction.contradiction(cell, low, high));
    const reasons = new Set<number>();
    for (const one of contradictions) {
      const sides = [
        { cell: one.conflict, side: 'lowest' as const },
        { cell: one.conflict, side: 'highest' as const },
      ];
      for (const reason of reasonsOf(table, one, sides)) if (reason !== cell) reasons.add(reason);
    }
    sets.push(reasons);
  }
  return sets;
}

/** Shows again what turned out not to be needed, the dearest first. */
function showUnneeded(byRule: PublishedTable, withheld: PublishedTable): PublishedTable {
  const costs = costsOf(byRule);
  let published = withheld;
  const added = [...withheld.statuses.keys()].filter(
    (cell) => withheld.statuses[cell] !== byRule.statuses[cell],
  );
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const shown = withStatus(published, [cell], item(byRule.statuses, cell));
    if (toldBy(shown, createDeduction(shown.table, limitsOf(shown))).length === 0) published = shown;
  }
  return published;
}

/** For small counts not settled: the cheapest cells to withhold so that a witness fits. */
export function withholdUnsettled(
  byRule: PublishedTable,
  start: PublishedTable,
  unsettled: readonly number[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly found: Witness[] } {
  const costs = costsOf(start);
  const limits = limitsOf(start);
  let published = start;
  const found: Witness[] = [];
  const left = new Set(unsettled);
  let search = createSearch(start.table, limits, seed, costs);
  for (const cell of left) {
    const best = cheapest(limits, rangesFor(published, cell), cell, search, effort, costs);
    if (best === undefined) continue;
    const witness = witnessOf(byRule, best);
    found.push(witness);
    for (const kept of witness.keeps) left.delete(kept);
    if (best.breaks.length === 0) continue;
    published = withStatus(published, best.breaks, 'others');
    for (const broken of best.breaks) {
      const bounds = boundsOf(published, broken, 'others');
      [limits.lowest[broken], limits.highest[broken], costs[broken]] = [bounds.lowest, bounds.highest, 0];
    }
    search = createSearch(published.table, limits, seed + cell, costs);
  }
  return { published, found };
}

function cheapest(
  limits: Limits,
  ranges: readonly (readonly [number, number])[],
  cell: number,
  search: ReturnType<typeof createSearch>,
  effort: Effort,
  costs: Float64Array,
): Found | undefined {
  const all = ranges.flatMap(([low, high]) => {
    if (low > at(limits.highest, cell) || high < at(limits.lowest, cell)) return [];
    const found = search(
      {
        possible: true,
        cells: Int32Array.of(cell),
        lowest: Int32Array.of(Math.max(low, at(limits.lowest, cell))),
        highest: Int32Array.of(Math.min(high, at(limits.highest, cell))),
      },
      effort,
    );
    return found === undefined ? [] : [found];
  });
  const costOf = ({ breaks }: Found) => breaks.reduce((sum, one) => sum + at(costs, one), 0);
  return all.sort((a, b) => costOf(a) - costOf(b))[0];
}

/** Withholds for small counts whose every other value contradicts something. */
export function withholdImpossible(start: PublishedTable, cells: readonly number[]): PublishedTable {
  const costs = costsOf(start);
  let published = start;
  for (;;) {
    const deduction = createDeduction(published.table, limitsOf(published));
    const reasons = impossible(published, deduction, cells);
    const hits = cheapestHits(reasons, (cell) =>
      published.statuses[cell] === 'others' ? 0 : at(costs, cell),
    );
    if (hits.length === 0) return published;
    published = withStatus(published, hits, 'others');
  }
}

/** Shows again each cell withheld for others' sake that every small count can do without: the dearest first. */
export function showAgain(
  byRule: PublishedTable,
  start: PublishedTable,
  known: readonly Witness[],
  effort: Effort,
  seed: number,
): { readonly published: PublishedTable; readonly witnesses: readonly Witness[] } {
  const costs = costsOf(byRule);
  let published = start;
  const witnesses = [...known];
  const keeper = new Map<number, Witness>();
  for (const witness of witnesses)
    for (const cell of witness.keeps) if (!keeper.has(cell)) keeper.set(cell, witness);
  const added = [...start.statuses.keys()].filter((cell) => start.statuses[cell] !== byRule.statuses[cell]);
  for (const cell of added.sort((a, b) => at(costs, b) - at(costs, a))) {
    const shown = withStatus(published, [cell], item(byRule.statuses, cell));
    const needing = [...keeper].filter(([, witness]) => witness.needs.has(cell)).map(([secret]) => secret);
    const replaced =
      needing.length === 0
        ? new Map<number, Witness>()
        : replacements(byRule, shown, needing, witnesses, effort, seed + cell);
    if (replaced === undefined) continue;
    published = shown;
    for (const [secret, witness] of replaced) keeper.set(secret, witness);
  }
  return { published, witnesses: [...new Set(keeper.values())] };
}

function replacements(
  byRule: PublishedTable,
  shown: PublishedTable,
  needing: readonly number[],
  witnesses: Witness[],
  effort: Effort,
  seed: number,
): Map<number, Witness> | undefined {
  const replaced = new Map<number, Witness>();
  const usable = witnesses.filter((witness) => holds(witness, shown.statuses));
  const limits = limitsOf(shown);
  let search: ReturnType<typeof createSearch> | undefined;
  for (const secret of needing) {
    if (replaced.has(secret)) continue;
    const known = usable.find(({ keeps }) => keeps.has(secret));
    if (known !== undefined) {
      replaced.set(secret, known);
      continue;
    }
    search ??= createSearch(shown.table, limits, seed);
    const found = cheapest(
      limits,
      rangesFor(shown, secret),
      secret,
      search,
      effort,
      new Float64Array(limits.lowest.length),
    );
    if (found === undefined) return undefined;
    const witness = witnessOf(byRule, found);
    witnesses.push(witness);
    usable.push(witness);
    for (const kept of needing) if (witness.keeps.has(kept)) replaced.set(kept, witness);
  }
  return replaced;
}
