/** Reads the outlines of a type of area, its own or those made of its members. */
import { boundariesOf } from '../../db/queries/releases.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { outlinesHeld, parentOf } from '../views/geography/geography-view.ts';
import { mergedOutlines } from '../views/geography/merged-outlines.ts';
import type { RouteContext } from './context.ts';

export async function outlinesOf(
  db: RouteContext['db'],
  snapshot: Snapshot,
  type: AreaType,
  edition: string,
) {
  const versions = snapshot.versions.map(({ id }) => id);
  const { from } = outlinesHeld(snapshot, type);
  if (from === type) return boundariesOf(db, versions, type, edition);
  const members = await boundariesOf(db, versions, from, snapshot.editionOf(from));
  return mergedOutlines(members, (code) => parentOf(snapshot, code, type));
}
