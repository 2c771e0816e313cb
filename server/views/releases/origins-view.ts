/** Which file each figure of an indicator came from. Pure. */
import type { StoredOrigin } from '../../../db/queries/origins.ts';
import type { AreaType } from '../../contract/dimensions.ts';
import type { OriginsReply } from '../../contract/origins-reply.ts';
import { comparePeriods, parsePeriod } from '../../contract/periods.ts';
import type { Indicator } from '../../indicators/indicator.ts';

interface Asked {
  readonly release: number;
  readonly indicator: Indicator;
  /** Left out, everywhere. */
  readonly area?: { readonly code: string; readonly type: AreaType };
}

export function originsView(
  { release, indicator, area }: Asked,
  rows: readonly StoredOrigin[],
): OriginsReply {
  const origins = rows
    .filter((row) => area === undefined || isOf(area, row, rows))
    .map(originView)
    .toSorted((one, other) => comparePeriods(other.period, one.period));
  const query = { indicator: indicator.id, ...(area !== undefined && { area: area.code }) };
  return { release, query, origins };
}

/** An area's own observations, or where its kind has none those it was made of. */
function isOf(
  { code, type }: Required<Asked>['area'],
  row: StoredOrigin,
  rows: readonly StoredOrigin[],
): boolean {
  const own = rows.filter(
    (one) => one.measure === row.measure && one.period === row.period && one.area_type === type,
  );
  if (own.length === 0) return true;
  return row.area_type === type && (row.areas === null || row.areas.includes(code));
}

const originView = (row: StoredOrigin): OriginsReply['origins'][number] => ({
  period: row.period,
  label: parsePeriod(row.period)?.label ?? row.period,
  as: row.part,
  measure: row.measure,
  areaType: row.area_type,
  ...(row.areas !== null && { areas: [...row.areas] }),
  load: row.load_id,
  source: row.source,
  sourceTitle: row.title,
  file: row.name ?? '',
  sha256: row.sha256 ?? '',
  ...(row.edition !== null && { edition: row.edition }),
  loadedAt: row.loaded_at,
});
