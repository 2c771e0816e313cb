import { type RecentTrend, recentTrendOfCounts, recentTrendOfFigures } from '../recent-trend.ts';
import { type Case, type CaseCell, type CaseRow, caseGroups, caseNumber, optional } from './case.ts';

const trendLabels = {
  increasing: 'Increasing',
  decreasing: 'Decreasing',
  'no significant change': 'No significant change',
  'cannot be calculated': 'Cannot be calculated',
} as const;

const reasonLabels: Readonly<Record<RecentTrend['reason'], string>> = {
  'significant trend': 'No outliers and significant trend',
  'no significant trend': 'No significant trend',
  'one point makes the trend': 'Outlier found',
  'fewer than five points': 'Not enough data points',
  'a missing value': 'Missing values',
  'a missing limit': 'Missing at least one confidence interval value',
  'a count of none or all': 'refused by the reference',
  'limits of no width': 'refused by the reference',
};

type DataRow = Readonly<Record<string, CaseCell>>;

/** The trend of a group's rows; the reference stops with an error where the direction is open. */
export function trendOf(one: Case, rows: readonly DataRow[]): RecentTrend {
  const { options } = one;
  const cell = (row: DataRow, name: string): number | undefined => optional(row[String(options[name])]);
  const time = (row: DataRow): number => caseNumber(row[String(options.year_col)]);
  if (options.value_type === 'proportion') {
    return recentTrendOfCounts(
      rows.map((row) => ({
        time: time(row),
        numerator: cell(row, 'numerator'),
        denominator: cell(row, 'denominator'),
      })),
    );
  }
  const multiplier = caseNumber(options.multiplier ?? 1);
  const level = caseNumber(options.confidence ?? 0.95);
  return recentTrendOfFigures(
    rows.map((row) => {
      const value = cell(row, 'value');
      return {
        time: time(row),
        value: value === undefined ? undefined : value / multiplier,
        lower: cell(row, 'lower_cl'),
        upper: cell(row, 'upper_cl'),
      };
    }),
    level >= 90 ? level / 100 : level,
  );
}

export function recentTrends(one: Case): CaseRow[] {
  const year = String(one.options.year_col);
  return caseGroups(one).flatMap(({ keys, rows }) => {
    const sorted = rows.toSorted((a, b) => caseNumber(a[year]) - caseNumber(b[year]));
    const labels = trendLabelsOf(one, rows);
    return sorted.map((row, i) => ({
      ...keys,
      [year]: row[year],
      ...(i === sorted.length - 1 ? labels : { recent_trend: null, recent_trend_reason: null }),
    }));
  });
}

function trendLabelsOf(one: Case, rows: readonly DataRow[]): CaseRow {
  try {
    const { trend, reason } = trendOf(one, rows);
    if (reasonLabels[reason] === 'refused by the reference') throw new RangeError(reason);
    return { recent_trend: trendLabels[trend], recent_trend_reason: reasonLabels[reason] };
  } catch (error) {
    // Among groups the reference names the fault; alone it stops.
    if (!(error instanceof RangeError) || !one.inputs.group_by) throw error;
    return { recent_trend: 'Cannot be calculated', recent_trend_reason: 'Duplicate years in group' };
  }
}
