/** What the board asks of one area: the indicators of its list, and the groups there are figures by. Pure. */
import type { SelectedArea } from '../../../db/queries/releases.ts';
import { type AreaType, breakdowns } from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { BoardList } from '../../indicators/released-catalogue.ts';
import { askedTogether } from '../../judge/groups/asked-together.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { type GroupQuestion, groupQuestion, periodOf } from '../../judge/groups/question.ts';
import { tried } from '../../judge/groups/questions-of-areas.ts';
import { type AreaQuestion, areaQuestions } from '../../judge/release/area-questions.ts';
import { roundedToOf } from '../../judge/release/rounded-to.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';

/** The groups of one breakdown of a row, in the period of the row. */
export interface BoardGroups {
  readonly question: GroupQuestion;
  readonly period: string;
  /** The questions judged with it, itself among them. */
  readonly together: readonly GroupQuestion[];
}
export interface BoardQuestion extends AreaQuestion {
  /** What counts are rounded to the nearest of; null where they are not. */
  readonly roundedTo: number | null;
}

/** A row with the groups it has figures by in the area. */
export type BoardRowQuestion = BoardQuestion & { readonly breakdowns: readonly BoardGroups[] };

/** By aim, population group and place in the list; indicators without a figure for the area are left out. */
export function boardQuestions(snapshot: Snapshot, areaType: AreaType): BoardQuestion[] {
  const { board, indicators } = snapshot.catalogue;
  const placeInList = ({ aim, id }: Indicator, group: keyof BoardList[Indicator['aim']]) =>
    board[aim][group].indexOf(id);
  const inList = (a: AreaQuestion, b: AreaQuestion) =>
    placeInList(a.indicator, a.group.id) - placeInList(b.indicator, b.group.id);
  const listed = indicators.filter((indicator) =>
    indicator.populationGroups.some(({ id }) => placeInList(indicator, id) >= 0),
  );
  return areaQuestions(listed, snapshot, areaType, areaType)
    .filter(({ indicator, group, publishedHere }) => publishedHere && placeInList(indicator, group.id) >= 0)
    .map((question) => ({
      ...question,
      roundedTo: roundedToOf(question.series.version_id, snapshot),
    }))
    .sort((a, b) => (a.group.id === b.group.id && a.indicator.aim === b.indicator.aim ? inList(a, b) : 0));
}

/**
 * Ethnic groups by the first scheme there are figures of, then fifths of deprivation: national ones published for the
 * area itself, else those that rank its wards.
 */
export function boardGroups(
  { indicator, group, series, stratum, period }: BoardQuestion,
  area: SelectedArea,
  context: BreakdownContext,
): BoardGroups[] {
  // Neither high nor low being better, no gap is good or bad, so none is asked for.
  if (indicator.polarity === 'neutral') return [];
  const within = {
    populationGroup: group.id,
    ageBand: series.age_band,
    sex: stratum.sex,
    ...(series.denominator !== '' && { denominator: series.denominator }),
  };
  return breakdowns.flatMap(({ id: by }) => {
    const question = tried(() => groupQuestion(indicator, area, { ...within, by }, context));
    if (question === undefined || !isOfArea(question, area)) return [];
    if (question.breakdown.groups.length < 2 || tried(() => periodOf(question, undefined)) !== period)
      return [];
    return [{ question, period, together: askedTogether(question, period, context) }];
  });
}

const isOfArea = ({ breakdown }: GroupQuestion, { type }: SelectedArea) =>
  breakdown.areaType === type || breakdown.facts.fifths === 'wards';
