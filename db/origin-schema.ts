/** Row types of where the figures of a release come from. */
import type { JSONColumnType } from 'kysely';
import type { AreaType } from '../server/contract/dimensions.ts';

/** What is public of a load behind a version. */
interface ReleaseLoadRow {
  version_id: number;
  load_id: number;
  source: string;
  title: string;
  file_name: string;
  sha256: string;
  loaded_at: string;
  rows_read: number;
  rows_kept: number;
  rows_skipped: number;
}

/** One of the files of a load, at its place in their list. */
export interface LoadFileRow {
  load_id: number;
  file: number;
  name: string;
  sha256: string;
  /** The day its publisher says it is of; null where nothing says so. */
  edition: string | null;
}

/** What is public of a file behind a version. */
interface ReleaseLoadFileRow extends LoadFileRow {
  version_id: number;
}

/** Whether observations are what a figure counts, what that is counted among, or what places people in fifths. */
export type FigurePart = 'counted' | 'among' | 'placed-by';

/** Which file observations came from that figures of an indicator were made of. */
interface ProvenanceRow {
  version_id: number;
  indicator: string;
  part: FigurePart;
  measure: string;
  /** Of the observations. */
  period: string;
  /** Whether that is the period of the figures too; otherwise those of any period were made of them. */
  is_of_figure: boolean;
  area_type: AreaType;
  load_id: number;
  file: number;
  /** Null where all areas of the type came from it. */
  areas: JSONColumnType<string[] | null, string | null>;
}

export interface OriginTables {
  'release.load': ReleaseLoadRow;
  'release.load_file': ReleaseLoadFileRow;
  'release.provenance': ProvenanceRow;
}
