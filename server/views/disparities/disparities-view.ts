/** The groups of one indicator in one area, in one period. Pure. */
import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import type { Gap } from '../../contract/gap.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import { type PartFigure, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import { everybody, type References, referencesOf } from '../../judge/groups/reference.ts';
import { meaningOf, spokenPolarity } from '../meaning.ts';
import { agedPeriodWords, titleOf } from '../words.ts';
import { comparisonFacts, judge } from './gap-verdicts.ts';
import { type OpenGap, openGap } from './group-gaps.ts';
import { affectedShareOf, affectedWords, countedIn, populationShareOf } from './shares.ts';
import { closeStandardisation, openStandardisation, type StandardisedGroup } from './standardisation.ts';
import { summariesOf } from './summaries.ts';
import { boundsOf, unknownEthnicity } from './unknown-ethnicity.ts';

/** What is read of one period: every group, and everyone. */
export interface GroupFigures {
  readonly groups: readonly (PartFigure & { readonly id: string; readonly label: string })[];
  readonly unknown: PartFigure | undefined;
  readonly whole: PartFigure | undefined;
  readonly everyone: Counted | undefined;
  readonly references: References;
}

/** @throws Unavailable where the reference cannot be told. */
export function groupFigures(
  { breakdown, indicator, reference }: GroupQuestion,
  figures: PartFigures,
  period: string,
): GroupFigures {
  const groups = breakdown.groups.map(({ id, label, part }) => ({ id, label, ...figures.of(part, period) }));
  const unknown = breakdown.unknown && figures.of(breakdown.unknown, period);
  const whole = breakdown.whole && figures.of(breakdown.whole, period);
  const everyone = everybody(
    whole,
    groups.map(({ counted }) => counted),
    unknown === undefined ? [] : [unknown.counted],
  );
  const references = referencesOf(reference, groups, everyone, indicator.polarity);
  return { groups, unknown, whole, everyone, references };
}

export function openGaps(figures: GroupFigures, { indicator }: GroupQuestion): OpenGap[] {
  const { groups, references, everyone } = figures;
  return groups.map(({ estimate, counted }, place) =>
    openGap({
      estimate,
      counted,
      compared: references.of(place),
      everyone,
      polarity: indicator.polarity,
      spoken: spokenPolarity(indicator),
    }),
  );
}

export function disparitiesView(
  question: GroupQuestion,
  period: string,
  rows: readonly StoredFigure[],
): DisparitiesReply {
  const { indicator, area, breakdown, release, roundedTo } = question;
  const figures = new PartFigures(rows, roundedTo);
  const found = groupFigures(question, figures, period);
  const open = openGaps(found, question);
  const ages = openStandardisation(question, figures, period, found.references);
  // One family: the crude gaps and the age-standardised ones stand in one reply.
  const judged = judge([...open.map(({ judgeable }) => judgeable), ...ages.judgeables]);
  const gaps = open.map((gap, index) => gap.close(judged.judgements[index]));
  const { standardisation, groups } = closeStandardisation(
    ages,
    judged.judgements.slice(open.length),
    found.groups.map(({ estimate }, index) => ({ estimate, direction: gaps[index]?.direction })),
  );
  return {
    release,
    asOf: question.asOf,
    query: { ...echoOf(question), period },
    title: `${titleOf(indicator, breakdown.stratum, period)}, ${area.name}, ${agedPeriodWords(indicator, period, question)}`,
    area: { code: area.code, name: area.name, type: area.type },
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    breakdown: breakdown.facts,
    counted: countedIn(indicator),
    affected: affectedWords(indicator),
    groups: gaps.map((gap, index) => groupView(found, index, gap, groups[index], question)),
    whole: found.whole?.estimate ?? null,
    comparison: comparisonFacts(judged, found.references.against, roundedTo),
    ...summariesOf({
      groups: found.groups,
      everyone: found.everyone,
      ordered: breakdown.facts.ordered,
      polarity: indicator.polarity,
      reference: found.references.index,
    }),
    ...unknownOf(question, figures, found),
    standardisation,
    notes: [breakdown.facts.description, ...found.references.notes, ...indicator.caveats],
  };
}

function groupView(
  { groups, unknown, everyone }: GroupFigures,
  index: number,
  gap: Gap,
  standardised: StandardisedGroup | undefined,
  { indicator }: GroupQuestion,
): DisparityGroup {
  const group = groups[index];
  if (group === undefined) throw new Error('every gap belongs to a group');
  const { id, label, estimate, counted } = group;
  return {
    group: id,
    label,
    ...estimate,
    populationShare: populationShareOf(counted, everyone),
    affectedShare: affectedShareOf(counted, everyone, spokenPolarity(indicator)),
    gap,
    ...boundsOf(counted, unknown?.counted),
    ...(standardised !== undefined && { standardised }),
  };
}

function unknownOf(
  question: GroupQuestion,
  figures: PartFigures,
  { unknown, everyone }: GroupFigures,
): Pick<DisparitiesReply, 'unknown' | 'unknownReason'> {
  const { indicator, breakdown } = question;
  const part = breakdown.unknown;
  if (unknown === undefined || part === undefined)
    return {
      unknown: null,
      unknownReason: breakdown.facts.ordered
        ? 'The groups are by where people live, which is known of everyone counted.'
        : 'The source of these figures puts everyone counted in a group: nobody is of unknown ethnicity.',
    };
  const periods = new Set(
    breakdown.coverage.filter((row) => row.area_type === breakdown.areaType).map((row) => row.period),
  );
  return {
    unknown: unknownEthnicity({
      indicator,
      figure: unknown,
      everyone,
      periods: [...periods].map((period) => ({
        period,
        unknown: figures.of(part, period).counted,
        everyone: breakdown.whole && figures.of(breakdown.whole, period).counted,
      })),
    }),
  };
}
