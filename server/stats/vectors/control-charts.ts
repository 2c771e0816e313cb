import type { SpecialCause } from '../special-causes.ts';
import { type XmrChart, type XmrGroup, type XmrOptions, type XmrPoint, xmrChart } from '../xmr-chart.ts';
import { type Case, type CaseCell, type CaseRow, caseNumber, caseRows, optional } from './case.ts';
import type { DataRow } from './rates.ts';

const pointLabels: Readonly<Record<XmrPoint['meaning'], string>> = {
  'common cause': 'common_cause',
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  high: 'special_cause_neutral_high',
  low: 'special_cause_neutral_low',
};

function causeLabel(cause: SpecialCause): string {
  const up = cause.side === 'high';
  switch (cause.rule) {
    case 'common cause':
      return 'Common Cause';
    case 'outside the limits':
      return up ? 'Above UCL' : 'Below LCL';
    case 'seven in a row one way':
      return `7 Point Trend (${up ? 'Increasing' : 'Decreasing'})`;
    case 'two of three near a limit':
      return `2 in 3 ${up ? 'Above' : 'Below'} CL`;
    case 'seven on one side':
      return `7 Points ${up ? 'Above' : 'Below'} CL`;
  }
}

type Facet = { readonly name: string; readonly chart: XmrChart; readonly target: number | undefined };

/** The option of a facet: given once for all, or by the facet's name. */
function forFacet(option: unknown, name: string): unknown {
  return option !== null && typeof option === 'object' && !Array.isArray(option)
    ? (option as Readonly<Record<string, unknown>>)[name]
    : option;
}

function facetsOf(one: Case): Facet[] {
  const { options } = one;
  const facet = (row: DataRow): string =>
    options.facet_field ? String(row[String(options.facet_field)]) : 'no facet';
  return [...Map.groupBy(caseRows(one.inputs.data), facet)].map(([name, rows]) => {
    const target = optional(forFacet(options.target, name));
    const rebase = [forFacet(options.rebase, name) ?? []].flat() as string[];
    const chart = xmrChart(
      rows.map((row) => ({
        date: String(row[String(options.date_field)]),
        value: optional(row[String(options.value_field)]),
      })),
      {
        improvement: (options.improvement_direction ?? 'increase') as NonNullable<XmrOptions['improvement']>,
        ...(target === undefined ? {} : { target }),
        ...(options.fix_after_n_points ? { baselinePoints: caseNumber(options.fix_after_n_points) } : {}),
        rebaseFrom: rebase,
        screenOutliers: options.screen_outliers !== false,
      },
    );
    return { name, chart, target };
  });
}

const assuranceLabel = (chart: XmrChart): CaseCell => chart.assurance?.replace(' ', '_') ?? null;

export function xmrPoints(one: Case): CaseRow[] {
  const baseline = optional(one.options.fix_after_n_points) ?? Infinity;
  return facetsOf(one).flatMap(({ name, chart, target }) =>
    chart.groups.flatMap((group, place) =>
      group.points.map((point, i) => ({
        f: name,
        x: point.date,
        y: point.value ?? null,
        rebase_group: place,
        short_group_warning: group.short,
        fix_y: i < baseline ? (point.value ?? null) : null,
        target: target ?? null,
        mean_col: group.mean,
        lpl: group.limits?.lower,
        upl: group.limits?.upper,
        ...judgement(point, group),
        special_cause_type: causeLabel(point.cause),
        special_cause_flag: point.cause.side !== 'none',
        point_type: pointLabels[point.meaning],
      })),
    ),
  );
}

function judgement(point: XmrPoint, group: XmrGroup): CaseRow {
  if (point.value === undefined) return {};
  const relative = Math.sign(point.value - group.mean);
  if (group.limits === undefined) return { relative_to_mean: relative };
  return {
    relative_to_mean: relative,
    outside_limits: point.cause.rule === 'outside the limits',
    close_to_limits: point.nearLimit,
  };
}

export function xmrAssurance(one: Case): CaseRow[] {
  return facetsOf(one).map(({ name, chart }) => ({ f: name, assurance_type: assuranceLabel(chart) }));
}

export function xmrSummary(one: Case): CaseRow[] {
  return facetsOf(one).flatMap(({ name, chart }) =>
    chart.groups.map((group, place) => {
      const count = (meaning: XmrPoint['meaning']): number =>
        group.points.filter((point) => point.meaning === meaning).length;
      return {
        f: name,
        rebase_group: place,
        mean_col: group.mean,
        lpl: group.limits?.lower,
        upl: group.limits?.upper,
        n: group.points.length,
        common_cause: count('common cause'),
        special_cause_improvement: count('improvement'),
        special_cause_concern: count('concern'),
        variation_type: pointLabels[group.points.at(-1)?.meaning ?? 'common cause'],
        assurance_type: assuranceLabel(chart),
      };
    }),
  );
}
