/** Which file the observations behind a version came from. */

import { type Kysely, sql } from 'kysely';
import type { AreaType } from '../../server/contract/dimensions.ts';
import type { FigurePart } from '../origin-schema.ts';
import type { ReleaseTables } from '../schema.ts';

export interface StoredOrigin {
  readonly part: FigurePart;
  readonly measure: string;
  readonly period: string;
  readonly area_type: AreaType;
  readonly areas: readonly string[] | null;
  readonly load_id: number;
  readonly source: string;
  readonly title: string;
  readonly loaded_at: string;
  /** Null of a load from before files were told apart. */
  readonly name: string | null;
  readonly sha256: string | null;
  readonly edition: string | null;
}

export async function originsOf(
  db: Kysely<ReleaseTables>,
  version: number,
  indicator: string,
): Promise<StoredOrigin[]> {
  const { rows } = await sql<StoredOrigin>`
    select part, measure, period, area_type, areas, load_id, source, title, loaded_at, known.name, known.sha256, known.edition
    from release.provenance as origin join release.load using (version_id, load_id)
      left join release.load_file as known using (version_id, load_id, file)
    where version_id = ${version} and indicator = ${indicator}
    order by part, measure, area_type, load_id, file`.execute(db);
  return rows;
}
