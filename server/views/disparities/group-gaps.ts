/** The gap of one group: what is compared with what, the answer, or why there is none. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { Polarity } from '../../contract/dimensions.ts';
import type { Gap } from '../../contract/gap.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { groupCandidates } from '../../judge/candidates/of-groups.ts';
import { type Counted, restOf } from '../../judge/figures/counted.ts';
import { shareOf } from '../../judge/figures/counted-share.ts';
import { fromAverage, gapBetween } from '../../judge/figures/gap-between.ts';
import { OTHER_AREAS, sameSample, shareOfAreas } from '../../judge/figures/over-areas.ts';
import type { PartFigures } from '../../judge/figures/part.ts';
import { type GroupFigures, groupFiguresAnyhow } from '../../judge/groups/group-figures.ts';
import type { GroupQuestion } from '../../judge/groups/question.ts';
import type { ComparedGroup } from '../../judge/groups/reference.ts';
import { lookUp } from '../../judge/look-up.ts';

export interface GapQuestion {
  readonly counted: Counted | undefined;
  readonly compared: ComparedGroup;
  /** Everyone in the area; undefined where not known. */
  readonly everyone: Counted | undefined;
  readonly polarity: Polarity;
  readonly answer: Answer;
}

export function gapView({ counted, compared, everyone, polarity, answer }: GapQuestion): Gap {
  const rest = counted && everyone && restOf(everyone, counted);
  const reference = compared.counted && referenceOf(compared.label, compared.counted);
  const facts = {
    ...answer,
    isReference: compared.isReference,
    ...(reference !== undefined && { reference }),
    ...(counted && rest && sameSample(counted, rest) && { fromAverage: fromAverage(counted, rest) }),
  };
  if (counted === undefined || compared.counted === undefined || compared.isReference)
    return { ...facts, direction: 'not-compared' };
  if (!sameSample(counted, compared.counted))
    return { ...facts, untested: OTHER_AREAS, direction: 'not-compared' };
  const { p, ...figures } = gapBetween(counted, compared.counted, polarity);
  const direction = directionOf(answer, figures.difference.value);
  return { ...facts, direction, ...figures, ...(answer.verdict !== 'not-compared' && { p }) };
}

export function directionOf({ verdict }: Pick<Answer, 'verdict'>, difference: number): Gap['direction'] {
  if (verdict === 'not-compared') return 'not-compared';
  if (verdict === 'similar') return 'not-distinguishable';
  return difference > 0 ? 'higher' : 'lower';
}

function referenceOf(label: string, counted: Counted): NonNullable<Gap['reference']> {
  const { numerator, denominator, smallAreas } = counted;
  const ofAreas = smallAreas && shareOfAreas(smallAreas);
  const { value, lower, upper } = ofAreas ?? shareOf(counted);
  return { label, value: 100 * value, lower95: 100 * lower, upper95: 100 * upper, numerator, denominator };
}

export interface AnsweredGroups {
  readonly found: GroupFigures;
  readonly candidates: readonly Candidate[];
  readonly answers: ReadonlyMap<string, Answer>;
  /** One for each group, in its order. */
  readonly gaps: readonly Gap[];
}

/**
 * The gaps of the groups of a question.
 *
 * @param together the questions judged with it, itself among them.
 */
export function answeredGroups(
  question: GroupQuestion,
  together: readonly GroupQuestion[],
  figures: PartFigures,
  period: string,
  found: GroupFigures = groupFiguresAnyhow(question, figures, period),
): AnsweredGroups {
  const candidates = groupCandidates(question, period, found);
  const others = together
    .filter((one) => one !== question)
    .map((one) => ({ ...one, reference: namedReference(question, found) }))
    .flatMap((one) => groupCandidates(one, period, groupFiguresAnyhow(one, figures, period)));
  const answers = lookUp([...candidates, ...others], question.judgement);
  const { groups, everyone, references } = found;
  const gaps = groups.map(({ counted }, place) => {
    const answer = answers.get(candidates[place]?.id ?? '');
    if (answer === undefined) throw new Error('every group has an answer');
    const { polarity } = question.indicator;
    return gapView({ counted, compared: references.of(place), everyone, polarity, answer });
  });
  return { found, candidates, answers, gaps };
}

/** The largest group differs from area to area: elsewhere it is this very group that gaps are judged against. */
function namedReference(
  { reference, breakdown }: GroupQuestion,
  { references: { index } }: GroupFigures,
): string {
  const chosen = index === undefined ? undefined : breakdown.groups[index];
  return reference === 'best' ? reference : (chosen?.id ?? reference);
}

/** Of the groups of the question alone. */
export const ownAnswers = ({ candidates, answers }: Pick<AnsweredGroups, 'candidates' | 'answers'>) =>
  candidates.flatMap(({ id }) => answers.get(id) ?? []);
