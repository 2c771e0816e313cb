/** Tables with a row for every area and category: each must be there once, or a total made of them would be too small. */
import type { Row, RowOwner } from './csv-row.ts';
import { readWhole } from './figures.ts';
import type { ProblemList } from './problems.ts';

/** The Census moves each count by a little, so that parts and whole of an area may differ by some people. */
const PERTURBED = 10;
/** Problems of one kind that are named; the others are counted. */
const NAMED = 5;

export class WholeProduct {
  readonly #table: Pick<RowOwner, 'file'>;
  readonly #categories: readonly string[];
  readonly #problems: ProblemList;
  /** By area, the categories that were met, each with what stood there. */
  readonly #seen = new Map<string, Map<string, string>>();
  /** Where the whole stands beside the parts. */
  readonly #totals = new Map<string, { readonly row: Row; readonly total: number }>();

  constructor(table: Pick<RowOwner, 'file'>, categories: readonly string[], problems: ProblemList) {
    this.#table = table;
    this.#categories = categories;
    this.#problems = problems;
  }

  get areas(): ReadonlySet<string> {
    return new Set(this.#seen.keys());
  }

  /** Lists a category that stands twice in an area. @param total of the area, where the file gives one beside each part. */
  add(row: Row, area: string, category: string, figure: string, total = ''): void {
    const seen = this.#seen.get(area) ?? new Map<string, string>();
    this.#seen.set(area, seen);
    if (seen.has(category) && seen.get(category) !== figure)
      row.refuse('area', `"${category}" of this area stands in an earlier row already and differs`);
    seen.set(category, figure);
    const whole = readWhole(total);
    if (whole !== undefined) this.#totals.set(area, { row, total: whole });
  }

  /** Lists the categories that an area lacks, area by area, and parts that do not make the whole beside them. */
  requireWhole(): void {
    const lacking = [...this.#seen].flatMap(([area, seen]) => {
      const missing = this.#categories.filter((category) => !seen.has(category));
      return missing.length === 0 ? [] : [{ area, missing }];
    });
    for (const { area, missing } of lacking.slice(0, NAMED)) {
      const expected = `expected every category of the area; missing: ${missing.join('; ')}. Is the file cut short?`;
      this.#problems.add({ file: this.#table.file.name, value: area, expected });
    }
    this.#requireSums(lacking.map(({ area }) => area));
    const others = lacking.length - NAMED;
    if (others > 0)
      this.#problems.add({
        file: this.#table.file.name,
        expected: `${others} other areas lack categories as well`,
      });
  }

  #requireSums(lacking: readonly string[]): void {
    for (const [area, { row, total }] of this.#totals) {
      if (lacking.includes(area)) continue;
      const parts = [...(this.#seen.get(area)?.values() ?? [])].map(readWhole);
      const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
      if (Math.abs(sum - total) > PERTURBED)
        row.refuse('total?', `expected about ${sum}, the sum of the categories of ${area}`);
    }
  }
}
