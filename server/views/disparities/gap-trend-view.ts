/** The gap of each group over time, and where it is going. Pure. */
import type { Answer } from '../../contract/answer.ts';
import { type GapTrend, gapTrends, labelOf } from '../../contract/dimensions.ts';
import type { GapPoint, GapTrendReply, GapTrendResult } from '../../contract/disparity-replies.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { gapHistory, pairOf } from '../../judge/candidates/of-gap-changes.ts';
import { gapBetween } from '../../judge/figures/gap-between.ts';
import { type GapChange, PERIODS } from '../../judge/figures/gap-change.ts';
import { ERRS_ALIKE } from '../../judge/figures/modelled-words.ts';
import { PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import type { GroupFigures } from '../../judge/groups/group-figures.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import { answerTo, lookUp } from '../../judge/look-up.ts';
import { comparisonFacts } from '../comparing/comparison-facts.ts';
import { countedIn } from '../comparing/shares.ts';
import { numberText, withLimits } from '../writing/numbers-in-words.ts';
import { agedPeriodWords, periodWords, titleOf } from '../writing/words.ts';

export function gapTrendView(question: GroupQuestion, rows: readonly StoredFigure[]): GapTrendReply {
  const { indicator, area, breakdown, release, roundedTo, judgement } = question;
  const { newest, byPeriod, changes, candidates } = gapHistory(question, new PartFigures(rows, roundedTo));
  const answers = lookUp(candidates, judgement);
  const isSyntheticRow = candidates.some(({ isSynthetic }) => isSynthetic);
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
      trend: trendOf(changes[place] ?? '', answerAt(candidates, place, answers), question, isSyntheticRow),
    })),
    comparison: {
      ...comparisonFacts([...answers.values()], {
        against: newest.references.against,
        test: byPeriod.some(({ figures }) =>
          figures.groups.some(({ counted }) => counted?.modelling !== undefined),
        )
          ? `${TEST}; ${ERRS_ALIKE}`
          : TEST,
        untested: 'None: no change of a gap could be tested',
        roundedTo,
      }),
      roundedTo,
    },
  };
}

const TEST = `Weighted regression of the gap over the last ${PERIODS} periods at most, two-sided`;

function answerAt(candidates: readonly Candidate[], place: number, answers: ReadonlyMap<string, Answer>) {
  const candidate = candidates[place];
  if (candidate === undefined) throw new Error('every group has a change to be looked up');
  return answerTo(candidate, answers);
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
  answer: Answer,
  { indicator, asOf }: GroupQuestion,
  isSyntheticRow: boolean,
): GapTrendResult {
  const verdict = gapTrendVerdict(change, answer);
  if (typeof change === 'string' || verdict === 'cannot-be-tested') {
    const reason = answer.untested ?? '';
    return { ...answer, verdict: 'cannot-be-tested', test: reason, reading: reason };
  }
  const from = periodWords(indicator, change.from);
  const to = agedPeriodWords(indicator, change.to, { asOf });
  const [start, end] = change.ends.map((gap) => numberText(gap));
  return {
    ...answer,
    verdict,
    test: TEST,
    from: change.from,
    to: change.to,
    change: change.change,
    p: change.p,
    // Nothing is said of figures made for demonstration.
    reading: isSyntheticRow
      ? ''
      : `${labelOf(gapTrends, verdict)}${answer.couldBeChance ? ' (could be chance)' : ''} from ${from} to ${to}: the gap went from about ${start} to ${end} percentage points, a change of ${withLimits(change.change)}.`,
  };
}

/** The answer in the words for change. */
export function gapTrendVerdict(change: GapChange | string, { verdict }: Answer): GapTrend {
  if (typeof change === 'string' || verdict === 'not-compared') return 'cannot-be-tested';
  return verdict === 'similar' ? 'no-clear-change' : change.direction;
}
