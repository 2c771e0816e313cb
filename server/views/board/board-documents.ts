/** Targets, decisions and notes that stand against an indicator, as a release holds them. Pure. */
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { Place } from '../../contract/place.ts';
import type { TrendReply } from '../../contract/replies.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { targetOf } from '../indicators/target-of.ts';
import { courseOf } from './board-course.ts';
import type { BoardQuestion } from './board-questions.ts';

export function targetOn(
  { indicator, series, period }: BoardQuestion,
  area: SelectedArea,
  points: TrendReply['points'],
  snapshot: Snapshot,
  place: Place,
): BoardRow['target'] {
  const found = targetOf(indicator, series, area, snapshot, place);
  if (found === undefined) return null;
  const { id, title, value, due, setBy, synthetic } = found;
  return {
    id,
    title,
    value,
    ...(due !== undefined && { due }),
    ...courseOf(indicator, found, points, period, snapshot.asOf),
    source: setBy,
    synthetic,
  };
}

/** Those of the day the reply speaks from and before: a board read as reported then knows of none that came later. */
export function decisionsOn(indicator: string, snapshot: Snapshot): BoardRow['decisions'] {
  const all = snapshot.documentOf('decisions')?.decisions ?? [];
  return all
    .filter((one) => one.indicator === indicator && one.date <= snapshot.asOf)
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
      overdue: due !== undefined && due < snapshot.asOf && status !== 'done' && status !== 'dropped',
      synthetic,
    }));
}
