/** The gap of each group over time, and where it is going. Pure. */
import { type GapTrend, gapTrends, labelOf } from '../../contract/dimensions.ts';
import type { GapPoint, GapTrendReply, GapTrendResult } from '../../contract/disparity-replies.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import { gapBetween } from '../../judge/figures/gap-between.ts';
import { type GapChange, type GapInPeriod, gapChange, PERIODS } from '../../judge/figures/gap-change.ts';
import { PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import { benjaminiHochberg } from '../../stats/benjamini-hochberg.ts';
import { FALSE_DISCOVERY_RATE } from '../verdicts.ts';
import { agedPeriodWords, periodWords, titleOf } from '../words.ts';
import { type GroupFigures, groupFigures } from './disparities-view.ts';
import { comparisonFacts } from './gap-verdicts.ts';
import { number, withLimits } from './numbers-in-words.ts';
import { countedIn } from './shares.ts';

export function gapTrendView(question: GroupQuestion, rows: readonly StoredFigure[]): GapTrendReply {
  const { indicator, area, breakdown, release, roundedTo } = question;
  const stored = new PartFigures(rows, roundedTo);
  const periods = periodsOf(question);
  const newest = groupFigures(question, stored, periods.at(-1) ?? '');
  const fixed = withReferenceOf(question, newest);
  const byPeriod = periods.map((period) => ({ period, figures: groupFigures(fixed, stored, period) }));
  const changes = breakdown.groups.map((_, place) => changeOf(question, byPeriod, place));
  const rejected = benjaminiHochberg(
    changes.map((change) => (typeof change === 'string' ? undefined : change.p)),
    FALSE_DISCOVERY_RATE,
  );
  const compared = changes.filter((change) => typeof change !== 'string').length;
  return {
    release,
    query: echoOf(question),
    title: `${titleOf(indicator, breakdown.stratum)}, ${area.name}`,
    area: { code: area.code, name: area.name, type: area.type },
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    counted: countedIn(indicator),
    breakdown: breakdown.facts,
    groups: breakdown.groups.map(({ id, label }, place) => ({
      group: id,
      label,
      isReference: newest.references.index === place,
      points: byPeriod.map(({ period, figures }) => pointOf(question, figures, period, place)),
      trend: trendOf(changes[place] ?? '', rejected[place] === true, question),
    })),
    comparison: {
      ...comparisonFacts(
        { compared, expectedByChance: compared * FALSE_DISCOVERY_RATE },
        newest.references.against,
        roundedTo,
      ),
      test: compared === 0 ? 'None: no change of a gap could be tested' : TEST,
    },
  };
}

const TEST = `Weighted regression of the gap over the last ${PERIODS} periods at most, two-sided at 5%, corrected for the number compared (Benjamini-Hochberg)`;

function periodsOf({ breakdown }: GroupQuestion): string[] {
  const all = breakdown.coverage
    .filter((row) => row.area_type === breakdown.areaType)
    .map((row) => row.period);
  return [...new Set(all)].sort(comparePeriods);
}

/** The largest and the best group are those of the newest period, so that every period is compared with the same. */
function withReferenceOf(question: GroupQuestion, { references, groups }: GroupFigures): GroupQuestion {
  const chosen = references.index === undefined ? undefined : groups[references.index];
  return chosen === undefined ? question : { ...question, reference: chosen.id };
}

interface Pair {
  readonly own: Counted | undefined;
  readonly other: Counted | undefined;
}

function pairOf({ groups, references }: GroupFigures, place: number): Pair {
  const { counted, isReference } = references.of(place);
  return { own: groups[place]?.counted, other: isReference ? undefined : counted };
}

function changeOf(
  { indicator }: GroupQuestion,
  byPeriod: readonly { readonly period: string; readonly figures: GroupFigures }[],
  place: number,
): GapChange | string {
  const [first] = byPeriod;
  if (first?.figures.references.of(place).isReference) return 'It is the reference itself.';
  const points = byPeriod.map(({ period, figures }): GapInPeriod => {
    const { own, other } = pairOf(figures, place);
    const gap = own && other && gapBetween(own, other, indicator.polarity);
    return { period, difference: gap?.difference, group: own, reference: other };
  });
  return gapChange(indicator.periodKind, points);
}

function pointOf(
  { indicator }: GroupQuestion,
  figures: GroupFigures,
  period: string,
  place: number,
): GapPoint {
  const group = figures.groups[place];
  if (group === undefined) throw new Error('every point belongs to a group');
  const { own, other } = pairOf(figures, place);
  const gap = own && other && gapBetween(own, other, indicator.polarity);
  return {
    period,
    label: periodWords(indicator, period),
    estimate: group.estimate,
    ...(gap !== undefined && {
      difference: gap.difference,
      ...(gap.ratio !== undefined && { ratio: gap.ratio }),
      ...(gap.people !== undefined && { people: gap.people }),
    }),
    ...(other !== undefined && { reference: (100 * other.numerator) / other.denominator }),
  };
}

function trendOf(
  change: GapChange | string,
  isRejected: boolean,
  { indicator, asOf }: GroupQuestion,
): GapTrendResult {
  if (typeof change === 'string') return { verdict: 'cannot-be-tested', test: change, reading: change };
  const verdict: GapTrend = isRejected ? change.direction : 'no-clear-change';
  const from = periodWords(indicator, change.from);
  const to = agedPeriodWords(indicator, change.to, { asOf });
  const [start, end] = change.ends.map((gap) => number(gap));
  return {
    verdict,
    test: TEST,
    from: change.from,
    to: change.to,
    change: change.change,
    p: change.p,
    reading: `${labelOf(gapTrends, verdict)} from ${from} to ${to}: the gap went from about ${start} to ${end} percentage points, a change of ${withLimits(change.change)}.`,
  };
}
