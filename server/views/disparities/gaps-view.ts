/** The gap of one group in every area of a type: what the map of the gap is drawn from. Pure. */
import type { AreaType, GapComparison, GapMeasure } from '../../contract/dimensions.ts';
import { gapComparisons, labelOf } from '../../contract/dimensions.ts';
import type { AreaGap, GapsReply } from '../../contract/gap-replies.ts';
import type { Place } from '../../contract/place.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { againstPlace, candidatesAgainst, groupsOfAreas } from '../../judge/candidates/against-place.ts';
import { groupCandidates } from '../../judge/candidates/of-groups.ts';
import { type Counted, restOf } from '../../judge/figures/counted.ts';
import { type Part, type PartFigure, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { groupFigures } from '../../judge/groups/group-figures.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import type { QuestionOfArea } from '../../judge/groups/questions-of-areas.ts';
import type { ComparedGroup } from '../../judge/groups/reference.ts';
import { answerTo, lookUp } from '../../judge/look-up.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { breaksOf } from '../comparing/breaks.ts';
import { gapFacts } from '../comparing/gap-facts.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { countedIn } from '../comparing/shares.ts';
import { editionDrawn } from '../geography/geography-view.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { gapView } from './group-gaps.ts';

export interface GapsQuestion {
  readonly question: GroupQuestion;
  readonly group: { readonly id: string; readonly label: string };
  readonly areaType: AreaType;
  readonly period: string;
  readonly compare: GapComparison;
  readonly measure: GapMeasure;
  /** The question about every area of the type. */
  readonly questions: readonly QuestionOfArea[];
  /** The group, and everyone, in the whole place. */
  readonly whole: { readonly group: Part | undefined; readonly everyone: Part | undefined };
}

export function gapsView(
  asked: GapsQuestion,
  rows: readonly StoredFigure[],
  snapshot: Snapshot,
  place: Place,
): GapsReply {
  const { question, group, areaType, period, compare, measure } = asked;
  const { indicator, breakdown, roundedTo } = question;
  const figures = new PartFigures(rows, roundedTo);
  const groups = compare === 'place' ? againstWholePlace(asked, figures) : withinAreas(asked, figures);
  const chosen = groups.filter(({ group: id }) => id === group.id);
  const answers = lookUp(
    groups.map(({ candidate }) => candidate),
    question.judgement,
  );
  const areas = chosen.map(({ area, figure, candidate, compared, everyone }): AreaGap => {
    const answer = answerTo(candidate, answers);
    const { polarity } = indicator;
    const gap = gapView({ counted: figure.counted, compared, everyone, polarity, answer });
    return { code: area.code, name: area.name, ...figure.estimate, gap };
  });
  const { area: _, reference: __, ...echo } = echoOf(question);
  const label = labelOf(gapComparisons, compare).toLowerCase();
  const against = compare === 'place' ? `${label} (${place.name})` : label;
  return {
    release: question.release,
    ...datedBy(indicator, question),
    query: { ...echo, group: group.id, areaType, period, compare, measure },
    title: `${titleOf(indicator, breakdown.stratum, period)}, ${group.label} against ${against}, ${agedPeriodWords(indicator, period, question)}`,
    edition: editionDrawn(indicator, areaType, snapshot),
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    counted: countedIn(indicator),
    breakdown: breakdown.facts,
    group: { group: group.id, label: group.label },
    areas,
    whole: asked.whole.group === undefined ? null : figures.of(asked.whole.group, period).estimate,
    breaks: breaksOf(
      areas.flatMap(({ gap }) => gap[measure]?.value ?? []),
      measure === 'ratio' ? 2 : indicator.decimals,
    ),
    comparison: gapFacts(
      chosen.map(({ candidate }) => answerTo(candidate, answers)),
      { against, roundedTo, figures: chosen.map(({ figure }) => figure.estimate) },
    ),
  };
}

/** One group of one area with what it is compared with: every one of the list it is judged in. */
interface GroupInArea {
  readonly area: QuestionOfArea['area'];
  readonly group: string;
  readonly figure: PartFigure;
  readonly candidate: Candidate;
  readonly compared: ComparedGroup;
  readonly everyone: Counted | undefined;
}

function withinAreas({ questions, period, compare }: GapsQuestion, figures: PartFigures): GroupInArea[] {
  return questions.flatMap(({ area, question }) => {
    const found = groupFigures(question, figures, period);
    const candidates = groupCandidates(question, period, found);
    return found.groups.flatMap(({ id, ...figure }, place) => {
      const candidate = candidates[place];
      if (candidate === undefined) return [];
      const compared = { ...found.references.of(place), label: labelOf(gapComparisons, compare) };
      return [{ area, group: id, figure, candidate, compared, everyone: found.everyone }];
    });
  });
}

function againstWholePlace(
  { questions, period, compare, whole }: GapsQuestion,
  figures: PartFigures,
): GroupInArea[] {
  const everyone = whole.everyone && figures.of(whole.everyone, period).counted;
  const groups = groupsOfAreas(questions, figures, period);
  const candidates = candidatesAgainst(groups, period, againstPlace(everyone));
  return groups.flatMap(({ area, group, figure }, at) => {
    const candidate = candidates[at];
    if (candidate === undefined) return [];
    const counted = figure.counted && everyone && restOf(everyone, figure.counted);
    const compared = { label: labelOf(gapComparisons, compare), counted, isReference: false };
    return [{ area, group, figure, candidate, compared, everyone }];
  });
}
