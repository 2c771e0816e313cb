import { directlyStandardisedRate } from '../directly-standardised-rate.ts';
import { indirectlyStandardisedRate } from '../indirectly-standardised-rate.ts';
import { indirectlyStandardisedRatio, type ReferencedStratum } from '../indirectly-standardised-ratio.ts';
import { firstByarCount } from '../poisson-limits.ts';
import {
  type Case,
  type CaseRow,
  type Columns,
  caseFigures,
  caseGroups,
  caseNumber,
  caseRows,
  optional,
} from './case.ts';
import { type DataRow, type Limited, limitsAt } from './rates.ts';

export function directRates(one: Case): CaseRow[] {
  const { options } = one;
  const repeated = options.independent_events === false;
  return caseGroups(one).map(({ keys, rows }) => ({
    ...keys,
    ...caseFigures(one, () => {
      const strata = rows.map((row) => ({
        count: optional(row[String(options.x)]) ?? 0,
        population: caseNumber(row[String(options.n)]),
        standardPopulation: caseNumber(row[String(options.stdpop)]),
        ...(repeated ? { eventsPerPerson: caseNumber(row[String(options.eventfreq)]) } : {}),
      }));
      const multiplier = caseNumber(options.multiplier ?? 100_000);
      const at = (confidence: number) => directlyStandardisedRate(strata, { confidence, multiplier });
      const { value, events, population } = at(0.95);
      return { value, total_count: events, total_pop: population, ...limitsAt(one, at) };
    }),
  }));
}

export function indirectRatios(one: Case): CaseRow[] {
  const referenceValue = caseNumber(one.options.refvalue ?? 1);
  return indirect(one, (strata, confidence) =>
    indirectlyStandardisedRatio(strata, { confidence, referenceValue }),
  );
}

export function indirectRates(one: Case): CaseRow[] {
  const multiplier = caseNumber(one.options.multiplier ?? 100_000);
  return indirect(one, (strata, confidence) =>
    indirectlyStandardisedRate(strata, { confidence, multiplier }),
  );
}

type Indirect = Limited & {
  readonly value: number;
  readonly observed: number;
  readonly expected: number;
  readonly referenceRate?: number;
};

function indirect(one: Case, work: (strata: ReferencedStratum[], confidence: number) => Indirect): CaseRow[] {
  return caseGroups(one).map(({ keys, rows }) => ({
    ...keys,
    ...caseFigures(one, () => {
      const strata = strataOf(one, keys, rows);
      const { value, observed, expected, referenceRate } = work(strata, 0.95);
      return {
        value,
        observed,
        expected,
        ref_rate: referenceRate,
        method: observed < firstByarCount ? 'Exact' : 'Byars',
        ...limitsAt(one, (level) => work(strata, level)),
      };
    }),
  }));
}

/** Observed totals may stand apart, in a table that names the groups. */
function observedTotals({ options, inputs }: Case): Columns | undefined {
  const given = options.observed_totals ?? inputs.observed_totals;
  return typeof given === 'string' ? (inputs.observed_totals as Columns) : (given as Columns | undefined);
}

/** Reference counts stand in the data, or once for all groups beside it. */
function strataOf(one: Case, keys: CaseRow, rows: readonly DataRow[]): ReferencedStratum[] {
  const { options } = one;
  const totals = observedTotals(one);
  const cell = (name: string, row: DataRow, i: number): number => {
    const given = options[name];
    return optional(Array.isArray(given) ? given[i] : row[String(given)]) ?? 0;
  };
  return rows.map((row, i) => ({
    // Only the sum of counts matters: a group's total counts in its first stratum.
    count: totals === undefined ? cell('x', row, i) : i === 0 ? totalOf(totals, keys, String(options.x)) : 0,
    population: cell('n', row, i),
    referenceCount: cell('x_ref', row, i),
    referencePopulation: cell('n_ref', row, i),
  }));
}

function totalOf(totals: Columns, keys: CaseRow, name: string): number {
  const row = caseRows(totals).find((found) =>
    Object.entries(keys).every(([key, value]) => found[key] === value),
  );
  return caseNumber(row?.[name]);
}
