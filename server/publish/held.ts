/** Figures that were withdrawn, when they are derived again: they stay withdrawn until a load says that they are right. */

import type { Kysely } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { FigureKey } from '../../db/schema.ts';
import { parsePeriod } from '../contract/periods.ts';
import type { DerivedSeries } from './derive.ts';
import { NOTHING } from './estimate.ts';

/** By the key of a figure, the sentence that stands in its place. */
export type HeldFigures = ReadonlyMap<string, string>;

export async function readHeld(db: Kysely<AllTables>, indicators: readonly string[]): Promise<HeldFigures> {
  if (indicators.length === 0) return new Map();
  const rows = await db
    .selectFrom('intake.held_figure as held')
    .innerJoin('release.withdrawal as withdrawal', 'withdrawal.id', 'held.withdrawal_id')
    .selectAll('held')
    .select(['withdrawal.withdrawn_at', 'withdrawal.reason'])
    .where('held.indicator', 'in', indicators)
    .execute();
  return new Map(rows.map((row) => [keyOf(row), withdrawnWords(row.withdrawn_at, row.reason)]));
}

/** "Withdrawn on 28 November 2026: typed wrong by the publisher." */
export function withdrawnWords(at: string, reason: string): string {
  const day = parsePeriod(at.slice(0, 10))?.label ?? at.slice(0, 10);
  return `Withdrawn on ${day}: ${reason.replace(/\.$/, '')}.`;
}

export function* holdBack(all: Iterable<DerivedSeries>, held: HeldFigures): Generator<DerivedSeries> {
  for (const one of all) yield held.size === 0 ? one : heldIn(one, held);
}

function heldIn({ series, estimates, coverage }: DerivedSeries, held: HeldFigures): DerivedSeries {
  const left = estimates.map((estimate) => {
    const { area_type, period, area_code, basis } = estimate;
    const at = { area_type, period, area_code };
    const reason = held.get(keyOf({ ...series, ...at }));
    return reason === undefined
      ? estimate
      : { ...at, ...NOTHING, notes: [], status: 'withdrawn' as const, reason, basis };
  });
  const shown = (area_type: string, period: string) =>
    left.filter((one) => one.status === 'shown' && one.area_type === area_type && one.period === period)
      .length;
  return {
    series,
    estimates: left,
    coverage: coverage.map((row) => ({ ...row, shown: shown(row.area_type, row.period) })),
  };
}

const keyOf = (figure: FigureKey): string =>
  [
    figure.indicator,
    figure.denominator,
    figure.ethnic_group,
    figure.age_band,
    figure.sex,
    figure.deprivation,
    figure.area_type,
    figure.period,
    figure.area_code,
  ].join('|');
