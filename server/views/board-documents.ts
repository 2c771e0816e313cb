/** Targets, decisions and notes that stand against an indicator, as a release holds them. Pure. */
import type { StoredArea } from '../../db/queries/releases.ts';
import type { BoardRow } from '../contract/board-reply.ts';
import type { Place } from '../contract/place.ts';
import type { TrendReply } from '../contract/replies.ts';
import { courseOf, type StoredTarget } from './board-course.ts';
import type { BoardQuestion } from './board-questions.ts';
import { resolveTrend } from './resolve.ts';
import type { Snapshot } from './snapshot.ts';
import { Unavailable } from './unavailable.ts';

export function targetOn(
  question: BoardQuestion,
  area: StoredArea,
  points: TrendReply['points'],
  snapshot: Snapshot,
  place: Place,
): BoardRow['target'] {
  const document = snapshot.documentOf('targets');
  const found = document?.targets.find((target) => isMeant(target, question, area, place, snapshot));
  if (document === undefined || found === undefined) return null;
  const { id, title, value, due, source, synthetic } = found;
  const cited = document.sources.find((one) => one.id === source);
  return {
    id,
    title,
    value,
    ...(due !== undefined && { due }),
    ...courseOf(question.indicator, found, points, question.period),
    source: cited === undefined ? source : `${cited.publisher}, ${cited.title}`,
    synthetic,
  };
}

/** A target without an area is for the whole place; one without a stratum for the indicator's default. */
function isMeant(
  target: StoredTarget,
  { indicator, series }: BoardQuestion,
  area: StoredArea,
  place: Place,
  snapshot: Snapshot,
): boolean {
  if (target.indicator !== indicator.id) return false;
  if ((target.area ?? place).code !== area.code) return false;
  try {
    const { populationGroup, ...stratum } = target.stratum ?? {};
    const asked = { ...stratum, ...(populationGroup !== undefined && { populationGroup }) };
    return resolveTrend(indicator, asked, area.type, snapshot).series.id === series.id;
  } catch (error) {
    if (error instanceof Unavailable) return false;
    throw error;
  }
}

export function decisionsOn(indicator: string, snapshot: Snapshot): BoardRow['decisions'] {
  const all = snapshot.documentOf('decisions')?.decisions ?? [];
  return all
    .filter((one) => one.indicator === indicator)
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map(({ id, date, type, words, owner, action, due, status, synthetic }) => ({
      id,
      date,
      type,
      words,
      ...(owner !== undefined && { owner }),
      ...(action !== undefined && { action }),
      ...(due !== undefined && { due }),
      ...(status !== undefined && { status }),
      synthetic,
    }));
}
