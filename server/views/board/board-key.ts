/** Which stored figures a board is made of. Pure. */
import type { BoardKey } from '../../../db/queries/estimates.ts';
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { Place } from '../../contract/place.ts';
import { periodsOf } from '../../judge/candidates/of-gap-changes.ts';
import { type GroupQuestion, partsOfGroups } from '../../judge/groups/question.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import type { BoardGroups, BoardRowQuestion } from './board-questions.ts';

/** The figures one board needs. */
export function boardKey(
  area: SelectedArea,
  questions: readonly BoardRowQuestion[],
  snapshot: Snapshot,
  place: Place,
): BoardKey {
  // Of an area within the place, those like it are judged with it.
  const isWithin = area.parents.some(({ code }) => code === place.code);
  const alike = isWithin ? snapshot.areas.filter(({ type }) => type === area.type) : [];
  const around = [...new Set([...area.parents, ...alike].map(({ code }) => code))];
  return {
    histories: [...new Set(questions.map(({ series }) => series.id))],
    area: area.code,
    moments: unlike(
      questions.flatMap(({ series, period, breakdowns }) => [
        ...around.map((code) => ({ series: series.id, period, area: code })),
        ...breakdowns.flatMap(momentsOf),
      ]),
    ),
  };
}

/** The groups of the row in every period, and those judged with them in its own. */
function momentsOf({ question, period, together }: BoardGroups): Moment[] {
  const at = (one: GroupQuestion, periods: readonly string[]) =>
    partsOfGroups(one.breakdown).flatMap(({ series, codes }) =>
      codes.flatMap((area) => periods.map((moment) => ({ series, period: moment, area }))),
    );
  return [
    ...at(question, periodsOf(question)),
    ...together.filter((one) => one !== question).flatMap((one) => at(one, [period])),
  ];
}

type Moment = BoardKey['moments'][number];
const unlike = (moments: readonly Moment[]): Moment[] => [
  ...new Map(moments.map((one) => [`${one.series} ${one.period} ${one.area}`, one])).values(),
];
