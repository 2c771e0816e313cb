/** Figures as the API serves them, whichever reply they stand in. Pure. */
import { parse } from 'csv-parse/sync';
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { IndicatorAreasReply, TrendReply } from '../contract/replies.ts';
import type { Bounds } from '../disclosure/policy.ts';

/** Who a figure is about, as far as a table of people goes. */
interface Stratum {
  readonly denominator?: string;
  readonly ethnicScheme?: string;
  readonly ethnicGroup: string;
  readonly ageBand: string;
  readonly sex: string;
  readonly deprivation: string;
}

export interface GatheredFigure {
  readonly release: number;
  readonly indicator: string;
  readonly period: string;
  readonly area: string;
  readonly stratum: Stratum;
  readonly estimate: Estimate;
  /** People said to be new since an earlier period. */
  readonly added?: Bounds & { readonly since: string };
}

export function fromAreas({ release, query, areas, benchmark }: IndicatorAreasReply): GatheredFigure[] {
  const about = { release, indicator: query.indicator, period: query.period, stratum: query };
  return [...areas, ...(benchmark === null ? [] : [benchmark])].map((estimate) => ({
    ...about,
    area: estimate.code,
    estimate,
  }));
}

/** The same figures read from the download, which has no more digits and no fewer cells. */
export function fromAreasCsv({ release, query }: IndicatorAreasReply, csv: string): GatheredFigure[] {
  const lines = parse(csv, { relax_column_count: true, bom: true }) as string[][];
  const start = lines.findIndex(([first]) => first === 'Area code');
  const header = lines[start] ?? [];
  const about = { release, indicator: query.indicator, period: query.period, stratum: query };
  return lines.slice(start + 1).flatMap((line) => {
    const cell = (name: string) => line[header.indexOf(name)] ?? '';
    const number = (name: string) =>
      /^-?[\d.]+(e-?\d+)?$/i.test(cell(name)) ? Number(cell(name)) : undefined;
    const value = number('Value');
    if (value === undefined) return [];
    const optional = (name: string, key: string) => {
      const found = number(name);
      return found === undefined ? {} : { [key]: found };
    };
    const estimate = {
      status: 'shown' as const,
      value,
      interval: 'none' as const,
      basis: 'published' as const,
      ...optional('Lower 95% limit', 'lower95'),
      ...optional('Upper 95% limit', 'upper95'),
      ...optional('Numerator', 'numerator'),
      ...optional('Denominator', 'denominator'),
    };
    return [{ ...about, area: cell('Area code'), estimate }];
  });
}

export function fromTrend({ release, query, points }: TrendReply): GatheredFigure[] {
  const about = { release, indicator: query.indicator, area: query.area, stratum: query };
  return points.map(({ period, estimate }) => ({ ...about, period, estimate }));
}

export function fromDisparities({
  release,
  query,
  groups,
  whole,
  unknown,
}: DisparitiesReply): GatheredFigure[] {
  if (query.by !== 'ethnicGroup') return [];
  const about = { release, indicator: query.indicator, period: query.period, area: query.area };
  const figure = (ethnicGroup: string, estimate: Estimate | null | undefined): GatheredFigure[] =>
    estimate ? [{ ...about, stratum: { ...query, ethnicGroup }, estimate }] : [];
  return [
    ...groups.flatMap((one) => figure(one.group, one)),
    ...figure('all', whole),
    ...figure('unknown', unknown?.estimate),
  ];
}

export function fromBoard({ release, area, aims }: BoardReply): GatheredFigure[] {
  return aims
    .flatMap(({ rows }) => rows)
    .flatMap(({ indicator, stratum, period, latest, change, comparisons }) => {
      const about = { release, indicator, stratum, area: area.code };
      const before =
        change.from === null || change.since === null
          ? []
          : [{ period: change.since, estimate: change.from }];
      return [
        { ...about, period, estimate: latest },
        ...before.map((one) => ({ ...about, ...one })),
        ...comparisons.map((one) => ({ ...about, period, area: one.area.code, estimate: one.estimate })),
      ];
    });
}

export function fromAreaIndicators({
  release,
  area,
  place,
  indicators,
}: AreaIndicatorsReply): GatheredFigure[] {
  return indicators.flatMap(({ indicator, stratum, period, estimate, place: whole }) => {
    const about = { release, indicator, stratum, period };
    return [
      ...(estimate === null ? [] : [{ ...about, area: area.code, estimate }]),
      ...(whole === null ? [] : [{ ...about, area: place.code, estimate: whole }]),
    ];
  });
}

export function fromChanges(reply: ChangesReply): GatheredFigure[] {
  const { from, to, area, revisions, withheld, shown, missing } = reply;
  return [...revisions, ...withheld, ...shown, ...missing].flatMap(
    ({ indicator, stratum, period, before, after }) => {
      const about = { indicator, stratum, period, area: area.code };
      return [
        { ...about, release: from.id, estimate: before },
        { ...about, release: to.id, estimate: after },
      ];
    },
  );
}
