/** The same question about the groups of every area of a type, and of the whole place. Pure. */

import { type AreaType, areaTypes } from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { StoredArea } from '../release/stored.ts';
import { Unavailable } from '../release/unavailable.ts';
import { breakdownKinds } from './breakdown-kinds.ts';
import type { BreakdownContext, BreakdownQuery, GroupBreakdown } from './group-breakdown.ts';
import { type GroupQuestion, groupQuestion } from './question.ts';

export interface QuestionOfArea {
  readonly area: StoredArea;
  readonly question: GroupQuestion;
}

export interface QuestionsOfAreas {
  readonly areaType: AreaType;
  readonly first: GroupQuestion;
  readonly questions: readonly QuestionOfArea[];
}

/**
 * The same question about the groups of every area of a type within the place.
 *
 * @param indicator what is asked about.
 * @param asked the type of area; left out, wards where the groups have them, else the finest type that has.
 * @param query by which groups and for whom.
 * @param context the release, its place and the fifths of its wards.
 * @returns one for each area, on the boundaries of the indicator.
 * @throws Unavailable naming the field and the values there are figures for.
 * @example questionsOfAreas(indicator, undefined, { by: 'ethnicGroup' }, context).questions.map(({ area }) => area.name); // ['Ash', 'Birch']
 */
export function questionsOfAreas(
  indicator: Indicator,
  asked: AreaType | undefined,
  query: BreakdownQuery,
  context: BreakdownContext,
): QuestionsOfAreas {
  const areaType = areaTypeOf(indicator, asked, query.by, context);
  const ofAreas = ofAreasQuery(query);
  const questions = areasOf(indicator, areaType, context).map((area) => ({
    area,
    question: groupQuestion(indicator, area, ofAreas, context),
  }));
  const first = questions[0]?.question;
  if (first === undefined) throw new Unavailable('areaType', areaType, [], { indicator });
  return { areaType, first, questions };
}

/** The groups of the whole place; undefined where it has no such figures. */
function breakdownOfPlace(
  indicator: Indicator,
  query: BreakdownQuery,
  context: BreakdownContext,
): GroupBreakdown | undefined {
  const area = context.snapshot.areaOf(context.place.code);
  return area && tried(() => groupQuestion(indicator, area, ofAreasQuery(query), context))?.breakdown;
}

/**
 * The groups of the whole place with the very stratum a question came to.
 *
 * @param question about the groups of one area.
 * @param context the release, its place and the fifths of its wards.
 * @returns undefined where the place has no such figures.
 * @example wholePlace(groupQuestion(indicator, ash, {}, context), context).areaType; // 'borough'
 */
export function wholePlace(
  { indicator, breakdown }: GroupQuestion,
  context: BreakdownContext,
): GroupBreakdown | undefined {
  const { by, ethnicScheme, fifths } = breakdown.facts;
  const query = {
    ...breakdown.stratum,
    by,
    ...(ethnicScheme !== undefined && { ethnicScheme }),
    ...(fifths !== undefined && { fifths }),
  };
  return breakdownOfPlace(indicator, query, context);
}

/** Fifths of wards rank wards against each other: within one there are national ones only. */
const ofAreasQuery = (query: BreakdownQuery): BreakdownQuery => ({
  ...query,
  ...(query.by === 'deprivation' && { fifths: 'national' }),
});

/**
 * What a question resolves to, where it can be answered.
 *
 * @param resolve what may find that there are no figures.
 * @returns undefined where there are none.
 * @throws whatever else is thrown but Unavailable.
 * @example tried(() => groupQuestion(indicator, ash, { sex: 'female' }, context)); // undefined
 */
export function tried<T>(resolve: () => T): T | undefined {
  try {
    return resolve();
  } catch (error) {
    if (error instanceof Unavailable) return undefined;
    throw error;
  }
}

/** Wards where the groups have them, else the finest type that has. */
function areaTypeOf(
  indicator: Indicator,
  asked: AreaType | undefined,
  by: BreakdownQuery['by'],
  context: BreakdownContext,
): AreaType {
  const offered = areaTypes.flatMap(({ id: type }) =>
    areasOf(indicator, type, context)
      .slice(0, 1)
      .flatMap((area) => breakdownKinds(indicator, area, context))
      .filter((kind) => kind.fifths !== 'wards')
      .map((kind) => ({ type, by: kind.by })),
  );
  const types = [...new Set(offered.filter((one) => one.by === (by ?? one.by)).map(({ type }) => type))];
  const chosen = asked ?? (types.includes('ward') ? 'ward' : types[0]);
  if (chosen !== undefined && types.includes(chosen)) return chosen;
  if (asked !== undefined && types.length > 0) throw new Unavailable('areaType', asked, types, { indicator });
  const ways = [...new Set(offered.map((one) => one.by))];
  throw new Unavailable('by', by ?? 'ethnic group or fifths of deprivation', ways, { indicator });
}

/** The areas of a type within the place, or the place itself, on the boundaries of the indicator. */
function areasOf(indicator: Indicator, type: AreaType, { snapshot, place }: BreakdownContext): StoredArea[] {
  const edition = snapshot.catalogue.editionsOf(indicator.measure)[type] ?? snapshot.editionOf(type);
  return snapshot.areas.filter(
    (area) =>
      area.type === type &&
      area.edition === edition &&
      (area.code === place.code || area.parents.some(({ code }) => code === place.code)),
  );
}
