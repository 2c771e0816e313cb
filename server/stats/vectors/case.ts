/** One cell of a case's data frames: null is missing; 'NaN', 'Infinity' and '-Infinity' are written as text. */
export type CaseCell = number | string | boolean | null;

/** A data frame as columns. */
export type Columns = Readonly<Record<string, readonly CaseCell[]>>;

/** One reference case, as its file holds it. */
export type Case = {
  readonly id: string;
  readonly kind: 'value' | 'error';
  readonly inputs: {
    readonly data?: Columns;
    readonly group_by?: readonly string[];
    readonly args?: Readonly<Record<string, CaseCell | readonly CaseCell[]>>;
    readonly x?: readonly CaseCell[];
    readonly n?: readonly CaseCell[];
    readonly observed_totals?: unknown;
  };
  readonly options: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance?: unknown;
  readonly analytic?: Readonly<Record<string, unknown>>;
  readonly monte_carlo?: {
    readonly columns: Readonly<
      Record<string, { readonly mean: readonly number[]; readonly sd: readonly number[] }>
    >;
  };
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** What we worked out for a table of a case: undefined where our functions give no figure. */
export type CaseRow = Readonly<Record<string, CaseCell | undefined>>;

/** Marks a row for which our functions give no figure, or refuse the input. */
export const refused: CaseRow = { refused: true };

/** A number, or NaN where it is missing: our functions must refuse that themselves. */
export function caseNumber(cell: unknown): number {
  return typeof cell === 'number' ? cell : cell === 'Infinity' ? Infinity : Number.NaN;
}

/** A number, or undefined where it is missing. */
export const optional = (cell: unknown): number | undefined => (typeof cell === 'number' ? cell : undefined);

/** The column that an option names. */
export function column(one: Case, name: string): readonly CaseCell[] {
  return one.inputs.data?.[String(one.options[name])] ?? [];
}

/** Rows of the data frame of a case. */
export function caseRows(data: Columns = {}): Readonly<Record<string, CaseCell>>[] {
  const names = Object.keys(data);
  const length = data[names[0] ?? '']?.length ?? 0;
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(names.map((name) => [name, data[name]?.[i] ?? null])),
  );
}

/** Rows by group, each with the cells that name it; one group where the case has none. */
export function caseGroups(
  one: Case,
): { readonly keys: CaseRow; readonly rows: Readonly<Record<string, CaseCell>>[] }[] {
  const names = one.inputs.group_by ?? [];
  const rows = caseRows(one.inputs.data);
  const byKey = Map.groupBy(rows, (row) => JSON.stringify(names.map((name) => row[name])));
  return [...byKey.values()].map((group) => ({
    keys: Object.fromEntries(names.map((name) => [name, group[0]?.[name] ?? null])),
    rows: group,
  }));
}

type Level = { readonly level: number; readonly lower: string; readonly upper: string };

/** Levels of confidence a case asks for, as fractions (it may say 95), with the names of their columns. */
export function confidences(
  one: Case,
  check: (levels: readonly number[]) => unknown = () => undefined,
): Level[] {
  const asked = 'confidence' in one.options ? one.options.confidence : 0.95;
  const fraction = (level: unknown): number =>
    caseNumber(level) >= 90 ? caseNumber(level) / 100 : caseNumber(level);
  if (!Array.isArray(asked)) return [{ level: fraction(asked), lower: 'lowercl', upper: 'uppercl' }];
  const levels = asked.map(fraction);
  check(levels);
  return levels.map((level) => ({ level, ...suffixed(level) }));
}

/** Names of the limits of one of several levels: lower99_8cl. */
export function suffixed(level: number): { readonly lower: string; readonly upper: string } {
  const percent = (level * 100).toFixed(1).replace('.', '_');
  return { lower: `lower${percent}cl`, upper: `upper${percent}cl` };
}

/**
 * The figures of one row: where the reference gives none, our functions may refuse the input. An error case is
 * strict: there the refusal is what is wanted.
 */
export function caseFigures(one: Case, work: () => CaseRow): CaseRow {
  if (one.kind === 'error') return work();
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return refused;
    throw error;
  }
}
