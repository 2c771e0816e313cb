/** The gap of one group in every area of a type: what the map of the gap is drawn from. Pure. */
import type { AreaType, GapComparison, GapMeasure } from '../../contract/dimensions.ts';
import { gapComparisons, labelOf } from '../../contract/dimensions.ts';
import type { AreaGap, GapsReply } from '../../contract/gap-replies.ts';
import type { Place } from '../../contract/place.ts';
import { measureOf } from '../../indicators/measures.ts';
import { type Counted, restOf } from '../../judge/figures/counted.ts';
import { type Part, type PartFigure, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { breaksOf } from '../breaks.ts';
import { meaningOf, spokenPolarity } from '../meaning.ts';
import { agedPeriodWords, titleOf } from '../words.ts';
import { comparisonFacts, judge } from './gap-verdicts.ts';
import { type OpenGap, openGap } from './group-gaps.ts';
import { countedIn } from './shares.ts';

/** One area of the map: how the group and everyone are read in it. */
export interface MappedArea {
  readonly code: string;
  readonly name: string;
  readonly group: Part;
  readonly everyone: Part | undefined;
}

export interface GapsQuestion {
  readonly question: GroupQuestion;
  readonly group: { readonly id: string; readonly label: string };
  readonly areaType: AreaType;
  readonly period: string;
  readonly compare: GapComparison;
  readonly measure: GapMeasure;
  readonly areas: readonly MappedArea[];
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
  const counted = (part: Part | undefined) => part && figures.of(part, period).counted;
  const everyoneHere = counted(asked.whole.everyone);
  const open = asked.areas.map((area) => {
    const own = figures.of(area.group, period);
    const everyone = compare === 'place' ? everyoneHere : counted(area.everyone);
    return { area, estimate: own.estimate, gap: openOf(own, everyone, asked) };
  });
  const judged = judge(open.map(({ gap }) => gap.judgeable));
  const areas = open.map(({ area, estimate, gap }, index): AreaGap => {
    return { code: area.code, name: area.name, ...estimate, gap: gap.close(judged.judgements[index]) };
  });
  const { area: _, reference: __, ...echo } = echoOf(question);
  const label = labelOf(gapComparisons, compare).toLowerCase();
  const against = compare === 'place' ? `${label} (${place.name})` : label;
  return {
    release: question.release,
    asOf: question.asOf,
    query: { ...echo, group: group.id, areaType, period, compare, measure },
    title: `${titleOf(indicator, breakdown.stratum, period)}, ${group.label} against ${against}, ${agedPeriodWords(indicator, period, question)}`,
    edition: measureOf(indicator.measure).editions[areaType] ?? snapshot.editionOf(areaType),
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
    comparison: comparisonFacts(judged, against, roundedTo),
  };
}

function openOf(
  own: PartFigure,
  everyone: Counted | undefined,
  { question, compare }: GapsQuestion,
): OpenGap {
  const counted = own.counted && everyone && restOf(everyone, own.counted);
  return openGap({
    estimate: own.estimate,
    counted: own.counted,
    compared: { label: labelOf(gapComparisons, compare), counted, isReference: false },
    everyone,
    polarity: question.indicator.polarity,
    spoken: spokenPolarity(question.indicator),
  });
}
