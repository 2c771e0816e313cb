/** What every question about groups needs beside its query: the release, how its wards rank, the area, what to read. */
import { estimatesOfMap } from '../../db/queries/estimates.ts';
import { ProblemError } from '../errors.ts';
import type { Part } from '../judge/figures/part.ts';
import type { BreakdownContext } from '../judge/groups/group-breakdown.ts';
import { type WardFifths, wardFifthsOf, wardScoresOf } from '../judge/groups/ward-fifths.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import type { RouteContext } from './context.ts';

/** How wards rank is fixed by the release, whatever day it is read on, and kept as long as the release is in memory. */
const fifthsInMemory = new WeakMap<Snapshot['versions'], Promise<WardFifths>>();

export async function breakdownContext(
  { db, releases, place }: RouteContext,
  release: number | undefined,
): Promise<BreakdownContext> {
  const snapshot = await releases.snapshot(release);
  const known = fifthsInMemory.get(snapshot.versions);
  const wardFifths = known ?? fifthsOf(snapshot, { db, place });
  if (known === undefined) {
    fifthsInMemory.set(snapshot.versions, wardFifths);
    // A failure must not be remembered: the next request asks again.
    wardFifths.catch(() => fifthsInMemory.delete(snapshot.versions));
  }
  return { snapshot, place, wardFifths: await wardFifths };
}

async function fifthsOf(
  snapshot: Snapshot,
  { db, place }: Pick<RouteContext, 'db' | 'place'>,
): Promise<WardFifths> {
  const scores = wardScoresOf(snapshot);
  return wardFifthsOf(scores === undefined ? [] : await estimatesOfMap(db, scores, place));
}

/** The area asked for, the place where none is. */
export const areaAsked = (
  code: string | undefined,
  { snapshot, place }: Pick<BreakdownContext, 'snapshot' | 'place'>,
) => areaCalled(code ?? place.code, snapshot, 'area');

/** @throws ProblemError where the release has no such area. */
export function areaCalled(code: string, snapshot: Snapshot, field: 'area' | 'code') {
  const area = snapshot.areaOf(code);
  if (area !== undefined) return area;
  throw new ProblemError('not-found', `There is no area "${code}" here.`, { field });
}

/** The series and the areas that parts are made of, for the one reading of the database. */
export function keyOfParts(parts: readonly (Part | undefined)[]) {
  const known = parts.filter((part) => part !== undefined);
  return {
    series: [...new Set(known.map(({ series }) => series))],
    areas: [...new Set(known.flatMap(({ codes }) => codes))],
  };
}
