/** Stored figures in the order and words of Fingertips: for each stratum and period England, larger areas, smaller ones. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { Verdict } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { type ValueNote, valueNotes } from '../../contract/fingertips/code-lists.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Place } from '../../contract/place.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { recentTrendOf, type TrendMarker } from './recent-trend.ts';
import type { AreasAsked, SeriesAsked } from './series-asked.ts';
import { areaVerdict, groupVerdict } from './verdict-words.ts';

export type RowOfSeries = SelectedEstimate & { readonly series_id: number };

export interface PlacedFigure {
  readonly asked: SeriesAsked;
  readonly period: string;
  readonly area: { readonly code: string; readonly type: SelectedEstimate['area_type'] };
  readonly parent?: string | undefined;
  readonly estimate: Estimate;
  readonly notes: readonly ValueNote[];
  /** Of the newest figure of an area alone. */
  readonly trend?: TrendMarker;
  readonly againstEngland: Verdict;
  readonly againstParent: Verdict;
}

export interface FiguresAsked {
  readonly asked: readonly SeriesAsked[];
  readonly areas: AreasAsked;
}

export function* figuresOf(
  { asked, areas }: FiguresAsked,
  rows: readonly RowOfSeries[],
  snapshot: Snapshot,
  place: Place,
): Generator<PlacedFigure> {
  const bySeries = Map.groupBy(rows, ({ series_id }) => series_id);
  const england = place.parents.find(({ type }) => type === 'country')?.code;
  const standing = standingIn(areas, snapshot, england);
  for (const one of asked) {
    const own = bySeries.get(one.series.id) ?? [];
    const byArea = Map.groupBy(own, ({ area_code }) => area_code);
    const byPeriod = Map.groupBy(own, ({ period }) => period);
    for (const period of [...byPeriod.keys()].sort(comparePeriods)) {
      const placed = (byPeriod.get(period) ?? []).flatMap((row) => {
        const at = standing(row);
        return at === undefined ? [] : [{ row, at }];
      });
      placed.sort((a, b) => a.at.order - b.at.order || (a.row.area_code < b.row.area_code ? -1 : 1));
      for (const { row, at } of placed) {
        const history = byArea.get(row.area_code) ?? [];
        yield figureOf(one, row, at, { history, snapshot, england, place });
      }
    }
  }
}

/** Where a row stands: England first, then the larger areas, then the smaller ones. */
interface Standing {
  readonly order: 0 | 1 | 2;
  readonly parent?: string | undefined;
}

function standingIn(
  { child, parent, parentCode }: AreasAsked,
  snapshot: Snapshot,
  england: string | undefined,
) {
  return ({ area_type, area_code }: SelectedEstimate): Standing | undefined => {
    if (area_type === 'country') return { order: 0 };
    const isAsked = (code: string | undefined) =>
      parentCode === undefined || parentCode === england || code === parentCode;
    if (area_type === parent) return isAsked(area_code) ? { order: 1, parent: england } : undefined;
    if (area_type !== child) return undefined;
    const within = parent === 'country' ? england : parentCodeOf(area_code, parent, snapshot);
    return within !== undefined && isAsked(within) ? { order: 2, parent: within } : undefined;
  };
}

export const parentCodeOf = (code: string, type: string, snapshot: Snapshot): string | undefined =>
  snapshot.areaOf(code)?.parents.find((one) => one.type === type)?.code;

interface Beside {
  readonly history: readonly RowOfSeries[];
  readonly snapshot: Snapshot;
  readonly england: string | undefined;
  readonly place: Place;
}

function figureOf(asked: SeriesAsked, row: RowOfSeries, at: Standing, beside: Beside): PlacedFigure {
  const { history, snapshot } = beside;
  const estimate = estimateView(row);
  const isNewest = history.every(({ period }) => comparePeriods(period, row.period) <= 0);
  return {
    asked,
    period: row.period,
    area: { code: row.area_code, type: row.area_type },
    parent: at.parent,
    estimate,
    notes: notesOf(estimate, row),
    ...(isNewest && { trend: recentTrendOf(asked, row.area_code, history, snapshot) }),
    ...verdictsOn(asked, row, at, beside),
  };
}

/** A group stands against everyone else in its area: its answer is told where that area heads the others. */
function verdictsOn(
  { listed, series, codes }: SeriesAsked,
  { period, area_code: area }: RowOfSeries,
  { order, parent }: Standing,
  { snapshot, england, place }: Beside,
): Pick<PlacedFigure, 'againstEngland' | 'againstParent'> {
  const compared = { indicator: listed.indicator.id, series, period, area };
  if (codes.category !== undefined)
    return {
      againstEngland: 'not-compared',
      againstParent: order === 1 ? groupVerdict(compared, snapshot) : 'not-compared',
    };
  const against = (reference: string | undefined): Verdict =>
    reference === undefined ? 'not-compared' : areaVerdict(compared, reference, snapshot);
  return {
    againstEngland: order === 0 ? 'not-compared' : against(england),
    againstParent:
      order !== 2 || parent === england ? 'not-compared' : against(parent === place.code ? 'rest' : parent),
  };
}

function notesOf(estimate: Estimate, { basis }: RowOfSeries): ValueNote[] {
  const why =
    estimate.status === 'shown'
      ? []
      : [estimate.status === 'withheld' ? valueNotes.withheld : valueNotes[estimate.reason]];
  return [...why, ...(basis === 'published' ? [] : [valueNotes[basis]])];
}
