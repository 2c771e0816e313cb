/** Indicators by groups for one area: where the largest proven gaps are. Pure. */

import { ageField } from '../../contract/ages.ts';
import { type Basis, breakdowns, labelOf, references } from '../../contract/dimensions.ts';
import type { DisparityOverviewReply, OverviewRow } from '../../contract/gap-replies.ts';
import { bareFifth } from '../../contract/group-words.ts';
import { PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { gapFacts } from '../comparing/gap-facts.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { countedIn } from '../comparing/shares.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { answeredGroups } from './group-gaps.ts';
import { largestGaps } from './largest-gaps.ts';
import { isSyntheticRow, overviewOpening } from './overview-opening.ts';
import { isOutcome, type OverviewQuestion, partsOfRow, type RowQuestion } from './overview-question.ts';
import { type RowCells, rowCells } from './row-cells.ts';

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
    indicators: realFirst(indicators),
    comparison: real,
    synthetic: { compared: synthetic.compared, expectedByChance: synthetic.expectedByChance },
    largest: largestGaps(indicators),
  };
}

/** Outcomes and services before the rest; within each, rows of real figures before those made up. */
export const realFirst = (rows: readonly OverviewRow[]) =>
  rows.toSorted(
    (a, b) => Number(!isOutcome(a)) - Number(!isOutcome(b)) || Number(isMade(a)) - Number(isMade(b)),
  );
const isMade = ({ cells }: OverviewRow) => cells.some(isSyntheticRow);

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
