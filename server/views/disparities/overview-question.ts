import {
  aims,
  areaTypes,
  type Breakdown,
  breakdowns,
  ethnicSchemes,
  references,
} from '../../contract/dimensions.ts';
import type { DisparityOverviewQuery } from '../../contract/disparity-queries.ts';
import type {
  HeldBreakdown,
  IndicatorsByAreaType,
  IndicatorsByBreakdown,
} from '../../contract/held-breakdowns.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Part } from '../../judge/figures/part.ts';
import type { AreaToRead } from '../../judge/groups/area-to-read.ts';
import { askedTogether } from '../../judge/groups/asked-together.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { heldBreakdowns, isHeld, isSame } from '../../judge/groups/held-breakdowns.ts';
import {
  type GroupQuestion,
  groupQuestion,
  partsOf,
  partsOfGroups,
  periodOf,
} from '../../judge/groups/question.ts';
import { tried } from '../../judge/groups/questions-of-areas.ts';
import { Unavailable } from '../../judge/release/unavailable.ts';

/** One row of the overview, resolved. */
export interface RowQuestion {
  readonly question: GroupQuestion;
  readonly period: string;
  /** The questions judged with it, itself among them. */
  readonly together: readonly GroupQuestion[];
}

export interface OverviewQuestion {
  readonly area: AreaToRead;
  readonly by: Breakdown;
  readonly reference: string;
  readonly rows: readonly RowQuestion[];
  readonly held: IndicatorsByBreakdown;
  readonly heldIn: IndicatorsByAreaType;
}

/**
 * Every indicator with such groups in the area: outcomes and services in the order of the aims, then the others.
 *
 * @throws Unavailable where no indicator has them.
 */
export function overviewQuestion(
  indicators: readonly Indicator[],
  area: AreaToRead,
  query: Omit<DisparityOverviewQuery, 'release' | 'area'>,
  context: BreakdownContext,
): OverviewQuestion {
  const { by: asked, ethnicScheme, fifths, reference = 'rest' } = query;
  const rowsFor = (by: Breakdown, scheme: typeof ethnicScheme) =>
    indicators
      .filter((indicator) => indicator.valueType === 'proportion')
      .flatMap((indicator): RowQuestion[] => {
        const within = { by, reference, ...(scheme && { ethnicScheme: scheme }), ...(fifths && { fifths }) };
        const question = tried(() => groupQuestion(indicator, area, within, context));
        const period = question && tried(() => periodOf(question, undefined));
        return question === undefined || period === undefined
          ? []
          : [{ question, period, together: askedTogether(question, period, context) }];
      })
      .sort((a, b) => placeOfKind(a) - placeOfKind(b) || placeOfAim(a) - placeOfAim(b));
  // One scheme in one table: the first that any indicator has here.
  const schemes = ethnicScheme === undefined ? ethnicSchemes.map(({ id }) => id) : [ethnicScheme];
  const rowsOf = (by: Breakdown) =>
    by === 'deprivation'
      ? rowsFor(by, undefined)
      : (schemes.map((scheme) => rowsFor(by, scheme)).find((rows) => rows.length > 0) ?? []);
  // A list of ethnic groups asked for by name is never answered with fifths of deprivation.
  const wanted = asked ?? (ethnicScheme && 'ethnicGroup');
  for (const { id: by } of breakdowns) {
    const rows = wanted === undefined || wanted === by ? rowsOf(by) : [];
    if (rows.length === 0) continue;
    refuseUnknownReference(reference, rows);
    const way = wayOf(rows, by);
    return {
      area,
      by,
      reference,
      rows,
      held: indicatorsHeld(indicators, area, context),
      heldIn: areaTypesHeld(indicators, way, context),
    };
  }
  const schemesHeld = ethnicSchemes.map(({ id }) => id).filter((id) => rowsFor('ethnicGroup', id).length > 0);
  if (wanted === 'ethnicGroup' && ethnicScheme !== undefined && schemesHeld.length > 0)
    throw new Unavailable('ethnicScheme', ethnicScheme, schemesHeld, { area });
  const others = breakdowns.filter(({ id }) => id !== wanted && rowsOf(id).length > 0).map(({ id }) => id);
  if (wanted === undefined || others.length === 0)
    throw new Unavailable('area', area.name, [], { by: 'ethnic group or deprivation' });
  throw new Unavailable('by', wanted, others, { area });
}

/** Whatever leads to figures in the area, in the order of the lists. */
function indicatorsHeld(
  indicators: readonly Indicator[],
  area: AreaToRead,
  context: BreakdownContext,
): IndicatorsByBreakdown {
  const found = indicators.map((indicator) => ({
    id: indicator.id,
    ways: heldBreakdowns(indicator, area, context),
  }));
  const ways: HeldBreakdown[] = [
    ...ethnicSchemes.map(({ id }): HeldBreakdown => ({ by: 'ethnicGroup', ethnicScheme: id })),
    { by: 'deprivation' },
  ];
  return ways
    .map((way) => ({
      ...way,
      indicators: found.filter((one) => one.ways.some((held) => isSame(held, way))).map(({ id }) => id),
    }))
    .filter((way) => way.indicators.length > 0);
}

/** The groups of the rows, which share one scheme. */
function wayOf([first]: readonly RowQuestion[], by: Breakdown): HeldBreakdown {
  const scheme = first?.question.breakdown.facts.ethnicScheme;
  return { by, ...(by === 'ethnicGroup' && scheme !== undefined && { ethnicScheme: scheme }) };
}

/** Figures are published by type of area, so one area of each type within the place answers for all. */
function areaTypesHeld(
  indicators: readonly Indicator[],
  way: HeldBreakdown,
  context: BreakdownContext,
): IndicatorsByAreaType {
  const { snapshot, place } = context;
  return areaTypes.flatMap(({ id: areaType }) => {
    const one = snapshot.areas.find(
      (area) =>
        area.type === areaType &&
        area.edition === snapshot.editionOf(areaType) &&
        (area.code === place.code || area.parents.some(({ code }) => code === place.code)),
    );
    if (one === undefined) return [];
    const found = indicators.filter((indicator) => isHeld(indicator, one, way, context));
    return found.length === 0 ? [] : [{ areaType, indicators: found.map(({ id }) => id) }];
  });
}

/** A reference is a rule, or a group of at least one row. */
function refuseUnknownReference(reference: string, rows: readonly RowQuestion[]): void {
  const groups = rows.flatMap(({ question }) => question.breakdown.groups.map(({ id }) => id));
  const offered = [...references.map(({ id }) => id), ...new Set(groups)];
  if (!offered.includes(reference)) throw new Unavailable('reference', reference, offered);
}

/** Outcomes and services first: what causes them, and who lives here, are described below. */
const placeOfKind = ({ question: { indicator } }: RowQuestion) => (isOutcome(indicator) ? 0 : 1);
export const isOutcome = ({ kind }: Pick<Indicator, 'kind'>) => kind === 'outcome' || kind === 'service';

const placeOfAim = ({ question }: RowQuestion) => aims.findIndex(({ id }) => id === question.indicator.aim);

/** Every part of a row, for the one reading of the database: its groups, at each age too, and those judged with them. */
export const partsOfRow = ({ question, period, together }: RowQuestion): Part[] => [
  ...partsOf(question.breakdown, period),
  ...together.flatMap((one) => partsOfGroups(one.breakdown)),
];
