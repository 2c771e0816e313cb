/** The groups of one indicator in one area over every period, beside everyone there. Pure. */
import type { GroupsOverTimeReply, OverTimePoint, WholePoint } from '../../contract/over-time-replies.ts';
import { comparePeriods } from '../../contract/periods.ts';
import { type Part, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import { datedBy, periodWords, titleOf } from '../writing/words.ts';
import { figureFactsOf, periodsOfParts } from './figure-facts.ts';
import { newPeople } from './new-people.ts';

export function groupsOverTimeView(
  question: GroupQuestion,
  rows: readonly StoredFigure[],
): GroupsOverTimeReply {
  const { indicator, area, breakdown, release, roundedTo } = question;
  const figures = new PartFigures(rows, roundedTo);
  const pointsOf = (part: Part, periods: readonly string[]) =>
    periods.map((period): OverTimePoint => ({ period, ...figures.of(part, period).estimate }));
  // Where one group has a figure and another has none, that one is missing.
  const ofGroups = periodsOfParts([...breakdown.groups.map(({ part }) => part), breakdown.unknown], rows);
  const ofWhole = periodsOfParts([breakdown.whole], rows);
  const groups = breakdown.groups.map(({ id, label, part }) => ({
    group: id,
    label,
    points: pointsOf(part, ofGroups),
  }));
  const unknown = breakdown.unknown === undefined ? null : { points: pointsOf(breakdown.unknown, ofGroups) };
  const whole = breakdown.whole === undefined ? [] : pointsOf(breakdown.whole, ofWhole);
  const periods = [...new Set([...ofGroups, ...ofWhole])].sort(comparePeriods);
  const { reference: _, ...query } = echoOf(question);
  return {
    release,
    ...datedBy(indicator, question),
    query,
    title: `${titleOf(indicator, breakdown.stratum)}, ${area.name}`,
    area: { code: area.code, name: area.name, type: area.type },
    ...figureFactsOf(indicator, breakdown.stratum.ageBand, roundedTo),
    breakdown: breakdown.facts,
    periods: periods.map((period) => ({ period, label: periodWords(indicator, period) })),
    groups,
    unknown,
    whole: { points: withNewPeople(whole, question) },
  };
}

/** Counts so far leave so many new people between two dates; rounded ones only where they are no sum of several. */
function withNewPeople(
  points: readonly OverTimePoint[],
  { indicator, breakdown, roundedTo }: GroupQuestion,
): WholePoint[] {
  const isExact = roundedTo === null || breakdown.whole?.codes.length === 1;
  const isCounted = indicator.periodKind === 'cumulative' && isExact;
  return points.map((point, index) => {
    const [before, now] = [points[index - 1], point].map(
      (one) => one && { period: one.period, estimate: one },
    );
    const found = isCounted && now !== undefined ? newPeople(before, now, roundedTo) : undefined;
    return found === undefined ? point : { ...point, new: found };
  });
}
