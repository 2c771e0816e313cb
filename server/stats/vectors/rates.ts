import { byarLimits } from '../byar.ts';
import { checkedLevels } from '../confidence.ts';
import { mean } from '../mean.ts';
import { proportion } from '../proportion.ts';
import { quantileGroups } from '../quantile-groups.ts';
import { rate } from '../rate.ts';
import {
  type Case,
  type CaseCell,
  type CaseRow,
  caseFigures,
  caseGroups,
  caseNumber,
  column,
  confidences,
  optional,
} from './case.ts';

export type DataRow = Readonly<Record<string, CaseCell>>;
export type Limited = { readonly lower?: number; readonly upper?: number };

/** Limits at every level asked for, under the reference's column names. */
export function limitsAt(one: Case, work: (level: number) => Limited, times = 1): CaseRow {
  return Object.assign(
    {},
    ...confidences(one, (levels) => checkedLevels(levels, 'limitsAt')).map(({ level, lower, upper }) => {
      const limits = work(level);
      return {
        [lower]: limits.lower === undefined ? undefined : limits.lower * times,
        [upper]: limits.upper === undefined ? undefined : limits.upper * times,
      };
    }),
  );
}

/** Sum of a column; undefined when any cell is missing, as in a proportion or a rate. */
function sum(rows: readonly DataRow[], name: unknown): number | undefined {
  return rows.reduce<number | undefined>((total, row) => {
    const value = optional(row[String(name)]);
    return total === undefined || value === undefined ? undefined : total + value;
  }, 0);
}

/** Grouped data are summed by group; other data keep their rows. */
function counts(
  one: Case,
): { readonly keys: CaseRow; readonly x: number | undefined; readonly n: number | undefined }[] {
  const rows = caseGroups(one);
  const parts = one.inputs.group_by
    ? rows
    : rows.flatMap(({ keys, rows }) => rows.map((row) => ({ keys, rows: [row] })));
  return parts.map(({ keys, rows }) => ({ keys, x: sum(rows, one.options.x), n: sum(rows, one.options.n) }));
}

/** A confidence that is missing asks for no limits. */
const withoutLimits = ({ options }: Case): boolean =>
  options.confidence === null || options.confidence === 'NA';

export function proportionCases(one: Case): CaseRow[] {
  const times = caseNumber(one.options.multiplier ?? 1);
  return counts(one).map(({ keys, x, n }) => {
    const known = x !== undefined && n !== undefined;
    return {
      ...keys,
      x,
      n,
      ...(known
        ? caseFigures(one, () => ({
            value: proportion(x, n).value * times,
            ...(withoutLimits(one) ? {} : limitsAt(one, (level) => proportion(x, n, level), times)),
          }))
        : {}),
    };
  });
}

export function rates(one: Case): CaseRow[] {
  const multiplier = caseNumber(one.options.multiplier ?? 100_000);
  const methods = { exact: 'Exact', byar: 'Byars' } as const;
  return counts(one).map(({ keys, x, n }) => {
    const known = x !== undefined && n !== undefined;
    const at = (confidence: number) => rate(caseNumber(x), caseNumber(n), { confidence, multiplier });
    return {
      ...keys,
      x,
      n,
      ...(known
        ? caseFigures(one, () => ({
            value: at(0.95).value,
            method: methods[at(0.95).method],
            ...limitsAt(one, at),
          }))
        : {}),
    };
  });
}

/** One end of the Wilson interval. */
export function wilson(end: 'lower' | 'upper'): (one: Case) => CaseRow[] {
  return (one) => {
    const level = caseNumber(one.options.confidence);
    // At confidence 1 the limits are 0 and 1 whatever the counts: the reference gives them once.
    const counts = level === 1 ? (one.inputs.x ?? []).slice(0, 1) : (one.inputs.x ?? []);
    return counts.map((x, i) =>
      caseFigures(one, () => ({
        value: proportion(caseNumber(x), caseNumber(one.inputs.n?.[i]), level)[end],
      })),
    );
  };
}

/** One end of Byar's interval. */
export function byar(end: 'lower' | 'upper'): (one: Case) => CaseRow[] {
  return (one) =>
    (one.inputs.x ?? []).map((x) =>
      caseFigures(one, () => ({ value: byarLimits(caseNumber(x), caseNumber(one.options.confidence))[end] })),
    );
}

export function means(one: Case): CaseRow[] {
  return caseGroups(one).map(({ keys, rows }) => ({
    ...keys,
    ...caseFigures(one, () => {
      const values = rows.map((row) => caseNumber(row[String(one.options.x)]));
      const { value, sum: total, count, standardDeviation } = mean(values);
      return {
        value,
        value_sum: total,
        value_count: count,
        stdev: standardDeviation,
        ...limitsAt(one, (level) => mean(values, level)),
      };
    }),
  }));
}

export function quantiles(one: Case): CaseRow[] {
  const names = one.inputs.group_by ?? [];
  const values = column(one, 'values').map(optional);
  const group = values.map((_, i) => JSON.stringify(names.map((name) => one.inputs.data?.[name]?.[i])));
  const found: (number | undefined)[] = values.map(() => undefined);
  for (const places of Map.groupBy(values.keys(), (i) => group[i]).values()) {
    const own = (first: 'highest' | 'lowest') =>
      quantileGroups(
        places.map((i) => values[i]),
        caseNumber(one.options.nquantiles),
        first,
      );
    const ranked = { highest: own('highest'), lowest: own('lowest') };
    places.forEach((place, i) => {
      found[place] = ranked[firstAt(one, place)][i];
    });
  }
  return found.map((quantile) => ({ quantile }));
}

/** Which end the first quantile stands at: one for all, or (`inverttype`) by a column of the data. */
function firstAt({ inputs, options }: Case, place: number): 'highest' | 'lowest' {
  const { invert = true, inverttype } = options;
  const given =
    inverttype === 'field' || typeof invert === 'string' ? inputs.data?.[String(invert)]?.[place] : invert;
  return given === false || given === 0 || given === 'FALSE' ? 'lowest' : 'highest';
}
