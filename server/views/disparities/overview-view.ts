/** Indicators by groups for one area: where the largest proven gaps are. Pure. */
import { ageField } from '../../contract/ages.ts';
import {
  aims,
  areaTypes,
  type Basis,
  type Breakdown,
  breakdowns,
  ethnicSchemes,
  labelOf,
  references,
} from '../../contract/dimensions.ts';
import type { DisparityOverviewQuery } from '../../contract/disparity-queries.ts';
import type { DisparityOverviewReply, OverviewRow } from '../../contract/gap-replies.ts';
import { bareFifth } from '../../contract/group-words.ts';
import type {
  HeldBreakdown,
  IndicatorsByAreaType,
  IndicatorsByBreakdown,
} from '../../contract/held-breakdowns.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type Part, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
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
import { gapFacts } from '../comparing/gap-facts.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { countedIn } from '../comparing/shares.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { answeredGroups } from './group-gaps.ts';
import { largestGaps } from './largest-gaps.ts';
import { overviewOpening } from './overview-opening.ts';
import { type RowCells, rowCells } from './row-cells.ts';

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
const isOutcome = ({ kind }: Pick<Indicator, 'kind'>) => kind === 'outcome' || kind === 'service';

const placeOfAim = ({ question }: RowQuestion) => aims.findIndex(({ id }) => id === question.indicator.aim);

export function overviewView(
  { area, by, reference, rows, held, heldIn }: OverviewQuestion,
  stored: readonly StoredFigure[],
): DisparityOverviewReply {
  const rounded = rows.map(({ question }) => question.roundedTo).find((base) => base !== null) ?? null;
  const bySeries = Map.groupBy(stored, (row) => row.series_id);
  const open = rows.map((row) => {
    const read = new Set(partsOfRow(row).map(({ series }) => series));
    const figures = new PartFigures(
      [...read].flatMap((id) => bySeries.get(id) ?? []),
      row.question.roundedTo,
    );
    const answered = answeredGroups(row.question, row.together, figures, row.period);
    return { row, told: rowCells(row.question, answered, figures, row.period) };
  });
  const [first] = open;
  if (first === undefined) throw new Error('an overview has at least one row');
  const indicators = open.map(({ row, told }) => rowOf(row, told));
  const answersOf = (isMade: boolean) =>
    open
      .filter(({ row }) => isOutcome(row.question.indicator))
      .flatMap(({ told }) =>
        told.candidates
          .filter(({ isSynthetic }) => isSynthetic === isMade)
          .flatMap(({ id }) => told.answers.get(id) ?? []),
      );
  const [real, synthetic] = [false, true].map((isMade) =>
    gapFacts(answersOf(isMade), {
      against: againstWords(reference),
      roundedTo: rounded,
      // What is made up is never called modelled.
      ...(!isMade && { figures: indicators.flatMap(({ cells }) => cells.map(({ estimate }) => estimate)) }),
    }),
  );
  if (real === undefined || synthetic === undefined) throw new Error('two lists give two facts');
  const { breakdown, release } = first.row.question;
  const { facts } = breakdown;
  return {
    release,
    query: {
      by,
      ...(by === 'ethnicGroup' && facts.ethnicScheme !== undefined && { ethnicScheme: facts.ethnicScheme }),
      area: area.code,
      reference,
    },
    title: `Gaps by ${labelOf(breakdowns, by).toLowerCase()} in ${area.name}`,
    area: { code: area.code, name: area.name, type: area.type },
    breakdown: facts,
    held,
    heldIn,
    opening: overviewOpening(indicators, { by, area: area.name }),
    groups: columnsOf(indicators),
    indicators,
    comparison: real,
    synthetic: { compared: synthetic.compared, expectedByChance: synthetic.expectedByChance },
    largest: largestGaps(indicators),
  };
}

/** Every part of a row, for the one reading of the database: its groups, at each age too, and those judged with them. */
export const partsOfRow = ({ question, period, together }: RowQuestion): Part[] => [
  ...partsOf(question.breakdown, period),
  ...together.flatMap((one) => partsOfGroups(one.breakdown)),
];

const againstWords = (reference: string) =>
  reference === 'rest' ? 'everyone else in the area, whoever they are' : labelOf(references, reference);

/** Groups in the order they first appear; indicators of one scheme share it. Fifths of different areas have one name. */
function columnsOf(indicators: readonly OverviewRow[]) {
  const found = Map.groupBy(
    indicators.flatMap(({ cells }) => cells),
    ({ group }) => group,
  );
  return [...found].map(([group, cells]) => {
    const [label = group, ...others] = new Set(cells.map((cell) => cell.label));
    return { group, label: others.length === 0 ? label : bareFifth(label) };
  });
}

function rowOf(
  { question, period }: RowQuestion,
  { cells, standardisation, ageAdjusted }: RowCells,
): OverviewRow {
  const { indicator, breakdown } = question;
  const bases = cells.flatMap(({ estimate }) => (estimate.status === 'shown' ? [estimate.basis] : []));
  return {
    indicator: indicator.id,
    title: titleOf(indicator, breakdown.stratum, period),
    shortTitle: indicator.shortTitle,
    aim: indicator.aim,
    populationGroup: breakdown.stratum.populationGroup,
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    ageAdjusted,
    counted: countedIn(indicator),
    period,
    periodLabel: agedPeriodWords(indicator, period, question),
    ...ageField(period, datedBy(indicator, question)),
    ...(breakdown.facts.fifths !== undefined && { fifths: breakdown.facts.fifths }),
    basis: [...new Set<Basis>(bases)],
    standardisation,
    cells,
  };
}
