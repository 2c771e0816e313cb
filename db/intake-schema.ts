/** Row types of the intake schema: figures as their sources gave them, exact and never served. */

import type { Generated, JSONColumnType } from 'kysely';
import type { AreaType } from '../server/contract/dimensions.ts';
import type { CellStatus, PolicyNumbers } from '../server/contract/policies.ts';
import type { LoadFileRow } from './origin-schema.ts';
import type { AreaRow, BoundaryRow, DocumentRow, FigureKey, RefusalRow, StratumKey } from './schema.ts';

export interface IntakeAreaRow extends AreaRow {
  /** What people call an area whose official name is a number. */
  known_as: string | null;
}

export interface AreaLinkRow {
  from_type: AreaType;
  from_edition: string;
  from_code: string;
  to_type: AreaType;
  to_edition: string;
  to_code: string;
  /** Share of the first area that belongs to the second; null where the lookup gives no share and residents decide. */
  weight: number | null;
}

export interface LoadRow {
  id: Generated<number>;
  source: string;
  /** What the source reads, in words. */
  title: Generated<string>;
  file_name: string;
  sha256: string;
  loaded_at: string;
  rows_read: number;
  rows_kept: number;
  rows_skipped: number;
  /** Whether it brought areas, links or outlines: the geography is made of those. */
  brings_areas: Generated<boolean>;
}

/** A source that says of a figure only that it is missing has it not available. */
export type ObservationStatus = 'value' | 'withheld' | 'missing' | 'not-collected' | 'nobody-to-count';

export interface ObservationRow extends StratumKey {
  measure: string;
  period: string;
  area_type: AreaType;
  area_code: string;
  /** An area of another type that the people counted also lie in; empty for everybody of the area. */
  overlap_code: string;
  status: ObservationStatus;
  value: number | null;
  lower95: number | null;
  upper95: number | null;
  /** A sentence that belongs beside the figure: that its numerator was worked out, say. */
  note: string | null;
  load_id: number;
}

interface IntakeObservationRow extends ObservationRow {
  /** Which of the files of its load it came from, by their place in the list. */
  file: Generated<number>;
}

/** A figure that was withdrawn and is not to be published again before somebody says so. */
interface HeldFigureRow extends FigureKey {
  withdrawal_id: number;
}

export interface IntakeDocumentRow extends DocumentRow {
  load_id: number;
}

/** A table of people as one version published it: exact counts, and what was shown of each. Never served. */
export interface ProtectedTableRow {
  version_id: number;
  count_table: string;
  period: string;
  /** The codes of each dimension. */
  layout: JSONColumnType<{ name: string; codes: string[] }[]>;
  /** Which products of codes are kept; null where all are. */
  places: JSONColumnType<number[] | null, string | null>;
  truth: JSONColumnType<number[]>;
  /** For each cell its status, in a word. */
  statuses: JSONColumnType<CellStatus[]>;
  /** The numbers it was protected by. */
  policy: JSONColumnType<PolicyNumbers>;
}

export interface IntakeTables {
  'intake.area': IntakeAreaRow;
  'intake.area_link': AreaLinkRow;
  'intake.boundary': BoundaryRow;
  'intake.load': LoadRow;
  'intake.load_file': LoadFileRow;
  'intake.held_figure': HeldFigureRow;
  'intake.refusal': RefusalRow;
  'intake.observation': IntakeObservationRow;
  'intake.protected_table': ProtectedTableRow;
  'intake.document': IntakeDocumentRow;
}
