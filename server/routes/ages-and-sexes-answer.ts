import { estimatesOfSeriesAt } from '../../db/queries/estimates.ts';
import type { AgesAndSexesQuery } from '../contract/ages-and-sexes.ts';
import { sidesQuestions } from '../judge/groups/ages-and-sexes.ts';
import type { AreaToRead } from '../judge/groups/area-to-read.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { agesAndSexesView } from '../views/disparities/ages-and-sexes-view.ts';
import { areaAsked } from './breakdown-context.ts';
import type { RouteContext } from './context.ts';
import { isReleased } from './released-indicator.ts';

/** Gaps by sex and by age in an area: one reading of the database beside what is in memory of the release. */
export async function agesAndSexesAnswer(
  { db, releases, place }: RouteContext,
  { release, area: asked }: AgesAndSexesQuery,
) {
  const snapshot = await releases.snapshot(release);
  const area = areaAsked(asked, { snapshot, place });
  const codes = areasTogether(area, snapshot, place);
  const questions = snapshot.catalogue.indicators
    .filter((one) => isReleased(one, snapshot))
    .flatMap((indicator) => sidesQuestions(indicator, area, codes, snapshot));
  const rows = await estimatesOfSeriesAt(
    db,
    questions.flatMap(({ sides, period }) => sides.map(({ series }) => ({ series: series.id, period }))),
    codes,
  );
  const { release: number, asOf, judgement } = snapshot;
  return { reply: agesAndSexesView({ area, release: number, asOf, judgement, questions }, rows) };
}

/** The area and, within the place, those of its type: what is looked up of one is judged with the same of all. */
function areasTogether(area: AreaToRead, snapshot: Snapshot, place: RouteContext['place']): string[] {
  const isWithin = (one: AreaToRead) => one.parents.some(({ code }) => code === place.code);
  if (!isWithin(area)) return [area.code];
  const edition = snapshot.editionOf(area.type);
  const alike = snapshot.areas.filter(
    (one) => one.type === area.type && one.edition === edition && isWithin(one),
  );
  return [...new Set([area.code, ...alike.map(({ code }) => code)])];
}
