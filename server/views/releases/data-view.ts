/** Datasets, the loads behind them and what was refused. Pure. */

import type { StoredLoad, StoredRefusal } from '../../../db/queries/data.ts';
import type { StoredWithdrawal } from '../../../db/queries/withdrawals.ts';
import type { DataReply } from '../../contract/data-reply.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { versionView } from './releases-view.ts';
import { withdrawalsView } from './withdrawals-view.ts';

export function dataView(
  snapshot: Snapshot,
  publishedAt: string,
  loads: readonly StoredLoad[],
  refusals: readonly StoredRefusal[],
  withdrawals: readonly StoredWithdrawal[],
): DataReply {
  const byVersion = Map.groupBy(loads, (load) => load.version_id);
  return {
    release: snapshot.release,
    publishedAt,
    datasets: snapshot.versions
      .map((version) => ({
        ...versionView(version),
        toldElsewhere: version.told_elsewhere,
        indicators: snapshot.catalogue.indicators.filter(({ dataset }) => dataset === version.dataset).length,
        loads: (byVersion.get(version.id) ?? []).map(loadView),
      }))
      .sort((a, b) => a.title.localeCompare(b.title, 'en-GB')),
    withdrawals: withdrawalsView(withdrawals, snapshot.versions),
    refusals: refusals.map(({ source, title, file_name, refused_at, problems, kinds }) => ({
      source,
      title,
      fileName: file_name,
      refusedAt: refused_at,
      problems,
      kinds,
    })),
  };
}

function loadView(load: StoredLoad): DataReply['datasets'][number]['loads'][number] {
  return {
    id: load.load_id,
    source: load.source,
    title: load.title,
    fileName: load.file_name,
    sha256: load.sha256,
    loadedAt: load.loaded_at,
    rowsRead: load.rows_read,
    rowsKept: load.rows_kept,
    rowsSkipped: load.rows_skipped,
  };
}
