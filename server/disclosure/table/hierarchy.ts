/** Dimensions from columns: each finest code with the groups above it. */
import { type Dimension, TOTAL } from './dimension.ts';

/** Columns from the finest up, one list for each grouping of a dimension: `[["ward", "nb"], ["ward", "fifth"]]`. */
export type Chains = readonly [readonly [string, ...string[]], ...(readonly [string, ...string[]])[]];

type Row = Readonly<Record<string, string>>;

/**
 * Makes a dimension of the columns that hold its codes.
 *
 * @param name of the dimension, for messages.
 * @param chains columns from the finest up, one list for each grouping; all start with the same column.
 * @param rows every combination of codes that occurs.
 * @returns the codes, finest first and `Total` last, with every sum among them.
 * @throws Error naming the code that lies in two groups, stands on two levels, is empty or called `Total`; and the
 * column that stands twice in a chain, which would make a group part of itself.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (hierarchical tables).
 * @example dimensionOf('ward', [['ward', 'nb']], [{ ward: 'A', nb: 'North' }]).codes; // ['A', 'North', 'Total']
 */
export function dimensionOf(name: string, chains: Chains, rows: readonly Row[]): Dimension {
  const first = chains[0][0];
  for (const [column] of chains) {
    if (column === first) continue;
    throw new Error(
      `dimension ${name}: every chain starts with the finest column, ${first}; one starts with ${column}`,
    );
  }
  const codes = [...codesByLevel(name, chains, rows).keys(), TOTAL];
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const number = (code: string) => numbers.get(code) ?? -1;
  const finest = new Set(rows.map((row) => row[first])).size;
  const parents = chains.map((chain) => parentsOf(name, chain, rows));
  const sums = new Map<string, [number, ...number[]]>();
  for (const chain of parents) {
    for (const whole of new Set(chain.values())) {
      const parts = [...chain].filter(([, parent]) => parent === whole).map(([code]) => number(code));
      sums.set(`${whole}: ${parts}`, [number(whole), ...parts]);
    }
  }
  const within = codes.slice(0, finest).map((code) => {
    const groups = new Set(parents.flatMap((chain) => ancestors(code, chain)));
    return [code, ...groups].map((group) => ({ code: number(group), times: 1 }));
  });
  return { name, codes, finest, sums: [...sums.values()], within };
}

function ancestors(code: string, parents: ReadonlyMap<string, string>): string[] {
  const parent = parents.get(code);
  return parent === undefined ? [] : [parent, ...ancestors(parent, parents)];
}

/** The group right above each code of one chain. */
function parentsOf(name: string, chain: readonly string[], rows: readonly Row[]): Map<string, string> {
  const parents = new Map<string, string>();
  for (const row of rows) {
    for (const [level, column] of chain.entries()) {
      const code = row[column] ?? '';
      const above = chain[level + 1];
      const parent = above === undefined ? TOTAL : (row[above] ?? '');
      const known = parents.get(code) ?? parent;
      if (known !== parent) {
        throw new Error(
          `dimension ${name}: ${column} ${code} lies in ${known} and in ${parent}; it can lie in one only`,
        );
      }
      parents.set(code, parent);
    }
  }
  return parents;
}

/** The column each code stands in, finest codes first. */
function codesByLevel(name: string, chains: Chains, rows: readonly Row[]): Map<string, string> {
  const levels = new Map<string, string>();
  for (const column of new Set([chains[0][0], ...chains.flat()])) {
    for (const row of rows) {
      const code = row[column] ?? '';
      if (code === '') throw new Error(`dimension ${name}: column ${column} holds an empty code`);
      if (code === TOTAL)
        throw new Error(
          `dimension ${name}: column ${column} holds the code ${TOTAL}, kept for the sum of all`,
        );
      const level = levels.get(code) ?? column;
      if (level !== column) {
        throw new Error(
          `dimension ${name}: the code ${code} stands in columns ${level} and ${column}; it would be part of itself`,
        );
      }
      levels.set(code, level);
    }
  }
  for (const chain of chains) {
    if (new Set(chain).size === chain.length) continue;
    throw new Error(
      `dimension ${name}: ${chain.join(' -> ')} names a column twice; a group cannot be part of itself`,
    );
  }
  return levels;
}
