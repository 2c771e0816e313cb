/** When each group of an area reached given shares, and how many weeks after the whole place. Pure. */

import { daysBetween } from '../../contract/days.ts';
import { bases } from '../../contract/dimensions.ts';
import { parsePeriod } from '../../contract/periods.ts';
import type { Milestone, MilestonesReply, Moment } from '../../contract/uptake-replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type Part, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { echoOf } from '../../judge/groups/question.ts';
import { Unavailable } from '../../judge/release/unavailable.ts';
import { periodWords, titleOf } from '../writing/words.ts';
import { eligibilityOf } from './eligibility.ts';
import { figureFactsOf, periodsOfParts } from './figure-facts.ts';
import { milestoneOf } from './milestone.ts';
import type { MilestonesQuestion } from './milestones-question.ts';

export function milestonesView(
  { question, shares, everyone, context }: MilestonesQuestion,
  rows: readonly StoredFigure[],
): MilestonesReply {
  const { indicator, area, breakdown, release, roundedTo } = question;
  const figures = new PartFigures(rows, roundedTo);
  // The dates of the groups for everybody: on finer dates everyone would seem earlier than a group.
  const periods = periodsOfParts([...breakdown.groups.map(({ part }) => part), breakdown.unknown], rows);
  const [firstPeriod] = periods;
  if (firstPeriod === undefined) throw new Unavailable('area', area.name, [], { indicator });
  const eligibility = eligibilityOf({
    indicator,
    area,
    ageBand: breakdown.stratum.ageBand,
    events: context.snapshot.documentOf('events')?.events ?? [],
    firstPeriod,
  });
  const moments = periods.map((period) => momentOf(indicator, period, eligibility.date));
  const reachedBy = (part: Part | undefined) =>
    shares.map((share) =>
      milestoneOf(
        part === undefined
          ? []
          : moments.map((moment) => ({ moment, estimate: figures.of(part, moment.period).estimate })),
        share,
      ),
    );
  const ofPlace = reachedBy(everyone);
  const behind = (part: Part | undefined): Milestone[] =>
    reachedBy(part).map((milestone, index) => ({
      ...milestone,
      weeksBehind: weeksBetween(ofPlace[index]?.reached ?? null, milestone.reached),
    }));
  const { reference: _, ...echo } = echoOf(question);
  return {
    release,
    query: { ...echo, shares: [...shares] },
    title: `${titleOf(indicator, breakdown.stratum)}, ${area.name}`,
    area: { code: area.code, name: area.name, type: area.type },
    ...figureFactsOf(indicator, breakdown.stratum.ageBand, roundedTo),
    breakdown: breakdown.facts,
    periods: moments.map(({ period, label }) => ({ period, label })),
    basis: bases.flatMap(({ id }) =>
      rows.some((row) => row.status === 'shown' && row.basis === id) ? [id] : [],
    ),
    eligibility,
    groups: breakdown.groups.map(({ id, label, part }) => ({ group: id, label, milestones: behind(part) })),
    unknown: breakdown.unknown === undefined ? null : { milestones: behind(breakdown.unknown) },
    whole: { milestones: behind(breakdown.whole) },
    place: { code: context.place.code, name: context.place.name, milestones: behind(everyone) },
  };
}

function momentOf(indicator: Indicator, period: string, opened: string): Moment {
  const end = parsePeriod(period)?.end ?? period;
  return {
    period,
    label: periodWords(indicator, period),
    weeks: daysBetween(opened, end) / 7,
  };
}

const weeksBetween = (place: Moment | null, group: Moment | null): number | null =>
  place === null || group === null ? null : group.weeks - place.weeks;
