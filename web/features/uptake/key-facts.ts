/** The date of the page at one look: figures with their limits, each with its basis. Pure. */

import { timeOfDay } from '../../../server/contract/days.ts';
import type { Estimate } from '../../../server/contract/estimate.ts';
import { NOT_ADJUSTED } from '../../../server/contract/good-or-bad.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { parsePeriod } from '../../../server/contract/periods.ts';
import type { ReachReply } from '../../../server/contract/uptake-replies.ts';
import { labelOfReason } from '../../../server/contract/without-figure.ts';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import {
  formatCount,
  formatFraction,
  formatInterval,
  formatNumber,
  formatValue,
} from '../../shared/words/format.ts';
import { figuresAt, type UptakeGroupFigure } from './figures-at.ts';
import { momentsOf, sliderPlace } from './moments.ts';
import { EVERYONE_LINE, shortGroupName, UNKNOWN_LINE } from './over-time-lines.ts';
import { neededLimits, neededWords } from './reach-words.ts';
import { figureWithLimits } from './uptake-words.ts';

export interface KeyFact {
  readonly question: string;
  /** The figure, large. */
  readonly figure: string;
  /** Whom or what it is about, and its limits. */
  readonly words: readonly string[];
  readonly synthetic: boolean;
}

export interface KeyReplies {
  readonly groups: GroupsOverTimeReply | undefined;
  readonly map: AreasOverTimeReply | undefined;
  readonly reach: ReachReply | undefined;
  readonly period: string;
  /** The group asked about; everyone where none is. */
  readonly chosen: string | undefined;
  /** The whole place, which areas and the reach list are of, whichever area is asked about. */
  readonly place: string;
}

export function keyFacts({ groups, map, reach, period, chosen, place }: KeyReplies): KeyFact[] {
  return [
    ...(groups ? groupFacts(groups, period, chosen ?? EVERYONE_LINE) : []),
    ...(map ? areaFacts(map, period, place) : []),
    ...(reach ? reachFacts(reach, place) : []),
    ...(groups ? unknownFacts(groups, period) : []),
  ];
}

function groupFacts(reply: GroupsOverTimeReply, period: string, chosen: string): KeyFact[] {
  const now = figuresAt(reply, period);
  const figure = now?.figures.find(({ group }) => group === chosen);
  if (now === undefined || figure === undefined) return [];
  const { estimate, label } = figure;
  return [
    {
      question: 'Uptake',
      figure: plain(estimate, reply),
      words: [label, ...limitsAndPeople(estimate, reply)],
      synthetic: isSynthetic(estimate),
    },
    ...changeFacts(reply, now.period, figure),
    // With the ages of the groups alike another may be last, so none is named.
    ...(reply.ageAdjusted === false
      ? []
      : worstFacts(
          reply.breakdown.by === 'deprivation' ? 'fifth' : 'group',
          now.figures.filter(({ group }) => group !== EVERYONE_LINE && group !== UNKNOWN_LINE),
          reply,
        )),
  ];
}

type Facts = Pick<GroupsOverTimeReply, 'unit' | 'decimals' | 'polarity' | 'ageAdjusted'>;

const plain = (estimate: Estimate, measure: Facts) =>
  estimate.status === 'shown' ? formatValue(estimate.value, measure) : labelOfReason(estimate);

function limitsAndPeople(estimate: Estimate, measure: Facts): string[] {
  if (estimate.status !== 'shown') return [estimate.explanation];
  const { lower95, upper95, numerator, denominator } = estimate;
  return [
    lower95 === undefined || upper95 === undefined
      ? 'no interval'
      : formatInterval(lower95, upper95, measure),
    ...(numerator !== undefined && denominator !== undefined
      ? [`${formatFraction(numerator, denominator)} people`]
      : []),
  ];
}

/** A quarter, less the days by which dates miss its end. */
const QUARTER = 80 * 24 * 3600 * 1000;
const endOf = (period: string) => timeOfDay(parsePeriod(period)?.end ?? '');

/** Counts so far are the same people at both dates, so the change has no test: both figures keep their own limits. */
function changeFacts(
  reply: GroupsOverTimeReply,
  period: string,
  { group, estimate }: UptakeGroupFigure,
): KeyFact[] {
  const earlier = reply.periods.filter((one) => endOf(period) - endOf(one.period) >= QUARTER).at(-1);
  const before = earlier && figuresAt(reply, earlier.period);
  const was = before?.figures.find((one) => one.group === group)?.estimate;
  if (before === undefined || was?.status !== 'shown' || estimate.status !== 'shown') return [];
  const change = estimate.value - was.value;
  const people =
    group === EVERYONE_LINE && estimate.numerator !== undefined && was.numerator !== undefined
      ? [`${formatCount(estimate.numerator - was.numerator)} more people`]
      : [];
  return [
    {
      question: `Since ${before.label}`,
      figure: `${change < 0 ? '−' : '+'}${formatNumber(Math.abs(change), reply.decimals)} points`,
      words: [`from ${figureWithLimits(was, reply)}`, ...(reply.periodKind === 'cumulative' ? people : [])],
      synthetic: isSynthetic(estimate) || isSynthetic(was),
    },
  ];
}

interface Named {
  readonly label: string;
  readonly estimate: Estimate;
}

/** The figure at the worse end, where one way is better. */
function worstFacts(kind: string, named: readonly Named[], measure: Facts): KeyFact[] {
  const shown = named.flatMap(({ label, estimate }) =>
    estimate.status === 'shown' ? [{ label, estimate }] : [],
  );
  if (shown.length < 2 || measure.polarity === 'neutral') return [];
  const sign = measure.polarity === 'higher-is-better' ? 1 : -1;
  const [worst] = shown.toSorted((a, b) => sign * (a.estimate.value - b.estimate.value));
  if (worst === undefined) return [];
  return [
    {
      question: `${sign === 1 ? 'Lowest' : 'Highest'} ${kind}`,
      figure: plain(worst.estimate, measure),
      words: [
        worst.label,
        ...limitsAndPeople(worst.estimate, measure),
        ...(measure.ageAdjusted === false ? [NOT_ADJUSTED] : []),
      ],
      synthetic: isSynthetic(worst.estimate),
    },
  ];
}

function areaFacts(reply: AreasOverTimeReply, period: string, place: string): KeyFact[] {
  const moment = momentsOf(reply)[sliderPlace(reply.periods, period)];
  if (moment === undefined) return [];
  const [one] = areaWords(reply.query.areaType);
  return worstFacts(
    `${one} in ${place}`,
    moment.areas.map((estimate) => ({ label: estimate.name, estimate })),
    reply,
  );
}

function reachFacts(reply: ReachReply, place: string): KeyFact[] {
  const { rows, reference } = reply;
  const [first] = rows;
  if (first === undefined) return [];
  return [
    {
      question: `Most people not reached in ${place}`,
      figure: `${neededWords(first.needed)} people`,
      words: [
        `${shortGroupName(reply, first.group, first.label)}, ${first.area.name}`,
        neededLimits(first.needed),
        `to ${reference.kind === 'percent' ? 'reach' : 'equal'} ${reference.label}`,
      ],
      synthetic: first.basis === 'synthetic',
    },
  ];
}

/** How many of those counted nobody can place in a group. */
function unknownFacts(reply: GroupsOverTimeReply, period: string): KeyFact[] {
  const now = figuresAt(reply, period);
  const [whole, unknown] = [now?.whole, now?.figures.find(({ group }) => group === UNKNOWN_LINE)].map(
    (one) => one?.estimate,
  );
  if (whole?.status !== 'shown' || unknown?.status !== 'shown') return [];
  if (whole.numerator === undefined || unknown.numerator === undefined || whole.numerator === 0) return [];
  const share = (100 * unknown.numerator) / whole.numerator;
  return [
    {
      question: 'Ethnic group not known',
      figure: formatValue(share, { unit: 'percent', decimals: 1 }),
      words: [`of those counted: ${formatFraction(unknown.numerator, whole.numerator)} people`],
      synthetic: isSynthetic(unknown),
    },
  ];
}
