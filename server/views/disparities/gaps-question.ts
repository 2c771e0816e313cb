/** A map of the gap of one group, resolved: which areas, and which stored figures each is made of. Pure. */

import type { StoredArea } from '../../../db/queries/releases.ts';
import { type AreaType, areaTypes, labelOf } from '../../contract/dimensions.ts';
import type { GapsQuery } from '../../contract/disparity-queries.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { measureOf } from '../../indicators/measures.ts';
import { Unavailable } from '../unavailable.ts';
import type { BreakdownContext, BreakdownQuery } from './breakdown.ts';
import { kindsOf } from './breakdown-kinds.ts';
import type { GapsQuestion } from './gaps-view.ts';
import type { Part } from './part.ts';
import { groupQuestion, periodOf } from './question.ts';

/** @throws Unavailable naming the field and the values there are figures for. */
export function gapsQuestion(
  indicator: Indicator,
  query: Omit<GapsQuery, 'release'>,
  context: BreakdownContext,
): GapsQuestion {
  const { group, areaType: asked, period, compare = 'same-area', measure = 'difference', ...rest } = query;
  const breakdownQuery: BreakdownQuery = {
    ...rest,
    ...(rest.by === 'deprivation' && { fifths: 'national' }),
  };
  const areaType = areaTypeOf(indicator, asked, rest.by, context);
  const areas = areasOf(indicator, areaType, context);
  const questions = areas.map((area) => ({
    area,
    question: groupQuestion(indicator, area, breakdownQuery, context),
  }));
  const [first] = questions;
  if (first === undefined) throw new Unavailable('areaType', areaType, []);
  const chosen = first.question.breakdown.groups.find(({ id }) => id === group);
  if (chosen === undefined)
    throw new Unavailable(
      'group',
      group,
      first.question.breakdown.groups.map(({ id }) => id),
    );
  return {
    question: first.question,
    group: { id: chosen.id, label: chosen.label },
    areaType,
    period: periodOf(first.question, period),
    compare,
    measure,
    areas: questions.flatMap(({ area, question: { breakdown } }) => {
      const part = breakdown.groups.find(({ id }) => id === group)?.part;
      return part === undefined
        ? []
        : [{ code: area.code, name: area.name, group: part, everyone: breakdown.whole }];
    }),
    whole: wholeOf(indicator, group, breakdownQuery, context),
  };
}

/** The group in the whole place; nothing where the place has no such figures. */
function wholeOf(
  indicator: Indicator,
  group: string,
  query: BreakdownQuery,
  context: BreakdownContext,
): { group: Part | undefined; everyone: Part | undefined } {
  const { place, snapshot } = context;
  const area = snapshot.areaOf(place.code);
  const breakdown = area && tried(() => groupQuestion(indicator, area, query, context))?.breakdown;
  if (breakdown === undefined) return { group: undefined, everyone: undefined };
  return { group: breakdown.groups.find(({ id }) => id === group)?.part, everyone: breakdown.whole };
}

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
  by: GapsQuery['by'],
  context: BreakdownContext,
): AreaType {
  const types = areaTypes
    .map(({ id }) => id)
    .filter((type) =>
      areasOf(indicator, type, context)
        .slice(0, 1)
        .some((area) =>
          kindsOf(indicator, area, context).some(
            (kind) => kind.fifths !== 'wards' && kind.by === (by ?? kind.by),
          ),
        ),
    );
  const chosen = asked ?? (types.includes('ward') ? 'ward' : types[0]);
  if (chosen !== undefined && types.includes(chosen)) return chosen;
  if (asked === undefined) throw new Unavailable('by', by ?? 'ethnic group or deprivation', []);
  throw new Unavailable('areaType', labelOf(areaTypes, asked).toLowerCase(), types);
}

/** The areas of a type within the place, or the place itself, on the boundaries of the indicator. */
function areasOf(indicator: Indicator, type: AreaType, { snapshot, place }: BreakdownContext): StoredArea[] {
  const edition = measureOf(indicator.measure).editions[type] ?? snapshot.editionOf(type);
  return snapshot.areas.filter(
    (area) =>
      area.type === type &&
      area.edition === edition &&
      (area.code === place.code || area.parents.some(({ code }) => code === place.code)),
  );
}
