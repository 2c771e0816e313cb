/** Sums that a figure is part of: what is taken back goes out of them too, or they would go on saying it. */

import { type Kysely, sql } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { ReleaseTables, StratumKey } from '../../db/schema.ts';
import { ageRange } from '../contract/age-bands.ts';
import { nestedEthnicSchemes } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { measures } from '../indicators/measures.ts';

export interface PartOfSums {
  readonly period: string;
  readonly area: string;
  readonly stratum: Partial<StratumKey>;
}
/** One figure, whatever it is counted among. */
export type SumKey = StratumKey & {
  readonly indicator: string;
  readonly period: string;
  readonly area_type: string;
  readonly area_code: string;
};

const STRATUM = ['ethnic_group', 'age_band', 'sex', 'deprivation'] as const;

/** A total that a source published among figures made for demonstration: it is no sum of those. */
const isOfficial = (basis: string | null, measure: string): boolean =>
  basis === 'published' && measures.get(measure)?.synthetic === true;

/**
 * Every stored figure of these indicators that was made of this one and others: of the areas it lies in or is shared out to, of
 * wider ages and groups. What its source gives for such an area and group itself is no sum of ours, and stays.
 */
export async function sumsHolding(
  db: Kysely<AllTables>,
  indicators: readonly Indicator[],
  { period, area, stratum }: PartOfSums,
  place: Place,
): Promise<SumKey[]> {
  const summed = indicators.filter(({ measure }) => measures.get(measure)?.combine !== 'none');
  if (summed.length === 0) return [];
  const areas = [area, ...(await areasHolding(db, area, place))];
  const stored = await db
    .$pickTables<keyof ReleaseTables>()
    .selectFrom('release.series')
    .innerJoin('release.estimate', 'series_id', 'release.series.id')
    .select(['indicator', 'period', 'area_type', 'area_code', 'basis', ...STRATUM])
    .distinct()
    .where(
      'indicator',
      'in',
      summed.map(({ id }) => id),
    )
    .where('period', '=', period)
    .where('area_code', 'in', areas)
    .execute();
  const measureOf = new Map(summed.map(({ id, measure }) => [id, measure]));
  const told = await toldBySources(db, [...measureOf.values()], period, areas);
  // Whatever it is counted among, the count is the source's.
  const official = new Set(
    stored
      .filter(({ basis, indicator }) => isOfficial(basis, measureOf.get(indicator) ?? ''))
      .map((one) => keyOf(one.indicator, one)),
  );
  return stored.filter(
    (one) =>
      !official.has(keyOf(one.indicator, one)) &&
      STRATUM.every((part) => isWithin(part, stratum[part], one[part])) &&
      !(one.area_code === area && STRATUM.every((part) => (stratum[part] ?? one[part]) === one[part])) &&
      !told.has(keyOf(measureOf.get(one.indicator) ?? '', one)),
  );
}

/** The areas that any small area of this one lies in too, by whatever list; the place holds every area of its own. */
async function areasHolding(db: Kysely<AllTables>, area: string, place: Place): Promise<string[]> {
  if ([place, ...place.parents].some(({ code }) => code === area)) return [];
  const { rows } = await sql<{ code: string }>`with recursive
    parts as (select ${area}::text as code
      union select from_code from intake.area_link join parts on to_code = parts.code),
    holding as (select code from parts
      union select to_code from intake.area_link join holding on from_code = holding.code)
    select code from holding except select code from parts`.execute(db);
  return [...rows.map(({ code }) => code), place.code];
}

const keyOf = (measure: string, { area_code, ...one }: StratumKey & { area_code: string }): string =>
  [measure, area_code, ...STRATUM.map((part) => one[part])].join('|');

async function toldBySources(
  db: Kysely<AllTables>,
  ofMeasures: readonly string[],
  period: string,
  areas: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('intake.observation')
    .select(['measure', 'area_code', ...STRATUM])
    .where('measure', 'in', ofMeasures)
    .where('period', '=', period)
    .where('area_code', 'in', areas)
    .where('overlap_code', '=', '')
    .execute();
  return new Set(rows.map((row) => keyOf(row.measure, row)));
}

/** Whether people of one value of a part - none asked for is every one - are among those of another. */
function isWithin(part: keyof StratumKey, asked: string | undefined, other: string): boolean {
  if (asked === undefined || other === asked || other === 'all') return true;
  if (part === 'age_band') {
    const [inner, outer] = [ageRange(asked), ageRange(other)];
    return inner !== undefined && outer !== undefined && outer.from <= inner.from && inner.to <= outer.to;
  }
  if (part !== 'ethnic_group') return false;
  return nestedEthnicSchemes.some(({ finer, coarser, groupOf }) => {
    const [scheme, group = ''] = asked.split('/');
    return scheme === finer && other === `${coarser}/${groupOf[group]}`;
  });
}
