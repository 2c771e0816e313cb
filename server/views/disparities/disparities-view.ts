/** The groups of one indicator in one area, in one period. Pure. */
import type { DisparitiesReply, DisparityGroup } from '../../contract/disparity-replies.ts';
import type { Gap } from '../../contract/gap.ts';
import { PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { type GroupFigures, groupFigures } from '../../judge/groups/group-figures.ts';
import { echoOf, type GroupQuestion } from '../../judge/groups/question.ts';
import { lookUp } from '../../judge/look-up.ts';
import { gapFacts } from '../comparing/gap-facts.ts';
import { meaningOf, spokenPolarityOf } from '../comparing/meaning.ts';
import { affectedShareOf, affectedWords, countedIn, populationShareOf } from '../comparing/shares.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { answeredGroups, ownAnswers } from './group-gaps.ts';
import { closeStandardisation, openStandardisation, type StandardisedGroup } from './standardisation.ts';
import { summariesOf } from './summaries.ts';
import { boundsOfGroup, unknownEthnicity } from './unknown-ethnicity.ts';

/**
 * @param together the questions judged with it, itself among them.
 * @throws Unavailable where the reference cannot be told.
 */
export function disparitiesView(
  question: GroupQuestion,
  period: string,
  rows: readonly StoredFigure[],
  together: readonly GroupQuestion[] = [question],
): DisparitiesReply {
  const { indicator, area, breakdown, release, roundedTo } = question;
  const figures = new PartFigures(rows, roundedTo);
  const found = groupFigures(question, figures, period);
  const answered = answeredGroups(question, together, figures, period, found);
  const { gaps } = answered;
  const ages = openStandardisation(question, figures, period, found.references);
  const ofAges = lookUp(ages.candidates, question.judgement);
  const { standardisation, groups } = closeStandardisation(
    ages,
    ofAges,
    found.groups.map(({ estimate }, index) => ({ estimate, direction: gaps[index]?.direction })),
  );
  return {
    release,
    ...datedBy(indicator, question),
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
    comparison: gapFacts([...ownAnswers(answered), ...ofAges.values()], {
      against: found.references.against,
      figures: found.groups.map(({ estimate }) => estimate),
      roundedTo,
    }),
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
    affectedShare: affectedShareOf(counted, everyone, spokenPolarityOf(indicator)),
    gap,
    ...boundsOfGroup(counted, unknown?.counted),
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
        ? 'Nobody’s group is unknown here: groups are made of places, and where everybody counted lives is known. Who within a place is deprived is not.'
        : 'Nobody’s group is unknown here: the source of these figures puts everyone counted in one.',
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
