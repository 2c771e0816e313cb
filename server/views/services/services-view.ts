/** Figures of the networks, trusts and system that serve the place. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import { ageField } from '../../contract/ages.ts';
import { isServiceArea, serviceAreaTypes } from '../../contract/dimensions.ts';
import { comparePeriods, parsePeriod } from '../../contract/periods.ts';
import type {
  ServiceArea,
  ServiceFigures,
  ServiceFiguresQuery,
  ServiceFiguresReply,
} from '../../contract/service-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import { stratumOf } from '../../judge/release/resolve-stratum.ts';
import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';
import { indicatorRow } from '../writing/figure-row.ts';
import { datedBy, periodWords } from '../writing/words.ts';

type Row = SelectedEstimate & { readonly series_id: number };

export interface ServiceQuestion {
  readonly indicator: Indicator;
  readonly series: SeriesWithCoverage;
}

const NOTICE =
  'These are figures of services, not of residents: patients registered with practices, people treated by trusts, and their staff, wherever they live. Changes are shown beside a year earlier and are not tested.';

/** The indicators of areas of service that a release holds. */
export function serviceQuestions(snapshot: Snapshot): ServiceQuestion[] {
  return snapshot.catalogue.indicators
    .filter(({ finestArea }) => isServiceArea(finestArea))
    .flatMap((indicator) => {
      const [series] = snapshot.seriesOf(indicator.id);
      return series === undefined ? [] : [{ indicator, series }];
    });
}

export function servicesView(
  { indicator: asked }: ServiceFiguresQuery,
  questions: readonly ServiceQuestion[],
  rows: readonly Row[],
  snapshot: Snapshot,
): ServiceFiguresReply {
  const bySeries = Map.groupBy(rows, ({ series_id }) => series_id);
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    query: { ...(asked !== undefined && { indicator: asked }) },
    notice: NOTICE,
    indicators: questions.flatMap((question) => {
      const figures = figuresOf(question, bySeries.get(question.series.id) ?? [], snapshot);
      if (figures.areas.length === 0) return [];
      if (asked !== undefined) return [figures];
      return [{ ...figures, areas: figures.areas.map((area) => ({ ...area, points: [] })) }];
    }),
  };
}

function figuresOf(
  { indicator, series }: ServiceQuestion,
  rows: readonly Row[],
  snapshot: Snapshot,
): ServiceFigures {
  const [group] = indicator.populationGroups;
  const stratum = stratumOf(series, group);
  const areas = serviceAreaTypes.flatMap(({ id, whose }) =>
    snapshot.areas
      .filter(({ type }) => type === id)
      .flatMap((area): ServiceArea[] => {
        const points = pointsOf(
          indicator,
          rows.filter(({ area_code }) => area_code === area.code),
          snapshot,
        );
        const latest = points.findLast(({ estimate }) => estimate.status === 'shown') ?? points.at(-1);
        if (latest === undefined) return [];
        const { code, name } = area;
        return [{ code, name, type: id, whose, latest, yearBefore: yearBefore(latest, points), points }];
      }),
  );
  return { ...indicatorRow({ indicator, group, stratum }), areas, together: together(areas) };
}

function pointsOf(indicator: Indicator, rows: readonly Row[], snapshot: Snapshot): ServiceArea['points'] {
  return rows
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map((row) => ({
      period: row.period,
      periodLabel: periodWords(indicator, row.period),
      ...ageField(row.period, datedBy(indicator, snapshot)),
      estimate: estimateView(row),
    }));
}

/** The end of a period twelve months before; every month ends on its own day. */
function endBefore(period: string): string | undefined {
  const [year, month] = parsePeriod(period)?.end.split('-').map(Number) ?? [];
  return year === undefined || month === undefined
    ? undefined
    : new Date(Date.UTC(year - 1, month, 0)).toISOString().slice(0, 10);
}

function yearBefore(
  { period }: ServiceArea['latest'],
  points: ServiceArea['points'],
): ServiceArea['yearBefore'] {
  const end = endBefore(period);
  const found = points.find((one) => parsePeriod(one.period)?.end === end);
  return found?.estimate.status === 'shown' ? found : null;
}

/** Nobody is registered with two practices, so networks add up; patients of two trusts may be the same people. */
function together(areas: readonly ServiceArea[]): ServiceFigures['together'] {
  const [first] = areas;
  if (areas.length < 2 || first === undefined || areas.some(({ type }) => type !== 'pcn')) return null;
  const counts = areas.flatMap(({ latest: { period, estimate } }) =>
    period === first.latest.period &&
    estimate.status === 'shown' &&
    estimate.numerator !== undefined &&
    estimate.denominator !== undefined
      ? [{ numerator: estimate.numerator, denominator: estimate.denominator }]
      : [],
  );
  if (counts.length < areas.length) return null;
  const sum = (of: 'numerator' | 'denominator') => counts.reduce((total, one) => total + one[of], 0);
  const [numerator, denominator] = [sum('numerator'), sum('denominator')];
  const name = `${areas.length} networks together`;
  return {
    name,
    periodLabel: first.latest.periodLabel,
    numerator,
    denominator,
    value: (100 * numerator) / denominator,
  };
}
