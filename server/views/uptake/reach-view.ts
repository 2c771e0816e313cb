/** Where people are still to be reached: groups of areas short of a target, those that need most people first. Pure. */
import type { ReachReply } from '../../contract/uptake-replies.ts';
import { groupsOfAreas, PLACE } from '../../judge/candidates/against-place.ts';
import { type PartFigure, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { UNKNOWN } from '../../judge/groups/breakdown-kinds.ts';
import { echoOf } from '../../judge/groups/question.ts';
import { gapFacts } from '../comparing/gap-facts.ts';
import { countedIn } from '../comparing/shares.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { figureFactsOf } from './figure-facts.ts';
import { type CellToReach, type ReachCell, reachCells, tally } from './reach-cells.ts';
import type { ReachQuestion } from './reach-question.ts';
import { percentTarget, placeTarget, type ReachTarget } from './reach-target.ts';

export function reachView(asked: ReachQuestion, rows: readonly StoredFigure[]): ReachReply {
  const { question, areaType, period, questions, polarity } = asked;
  const { indicator, breakdown, release, roundedTo, judgement } = question;
  const figures = new PartFigures(rows, roundedTo);
  const target = targetOf(asked, asked.everyone && figures.of(asked.everyone, period));
  const groups = groupsOfAreas(questions, figures, period);
  const all = reachCells(groups, period, target, { polarity, judgement });
  const isUnknown = ({ cell }: ReachCell) => cell.group === UNKNOWN;
  const [cells, cellsUnknown] = [all.filter((one) => !isUnknown(one)), all.filter(isUnknown)];
  const { area: _, reference: __, ...echo } = echoOf(question);
  const periodLabel = agedPeriodWords(indicator, period, question);
  return {
    release,
    ...datedBy(indicator, question),
    query: { ...echo, areaType, period, target: asked.target },
    title: `${titleOf(indicator, breakdown.stratum, period)}, against ${target.reference.label}, ${periodLabel}`,
    ...figureFactsOf(indicator, breakdown.stratum.ageBand, roundedTo),
    counted: countedIn(indicator),
    breakdown: breakdown.facts,
    periodLabel,
    reference: target.reference,
    rows: listed(cells),
    unknown: listed(cellsUnknown),
    notCompared: all.flatMap(({ cell, outcome }) =>
      outcome.kind === 'notCompared' ? [{ ...wordsOf(cell), ...outcome.answer, reason: outcome.reason }] : [],
    ),
    needed: neededBy(cells),
    counts: tally(cells),
    unknownCounts: tally(cellsUnknown),
    areas: questions
      .map(({ area: { code, name } }) => {
        const own = cells.filter(({ cell }) => cell.area.code === code);
        return { code, name, needed: neededBy(own), counts: tally(own) };
      })
      .sort((a, b) => b.needed - a.needed || a.name.localeCompare(b.name, 'en-GB')),
    comparison: gapFacts(
      all.map(({ cell }) => cell.answer),
      { against: target.reference.label, test: target.test, roundedTo },
    ),
  };
}

function targetOf({ target, placeName }: ReachQuestion, everyone: PartFigure | undefined): ReachTarget {
  return target === PLACE ? placeTarget(placeName, everyone) : percentTarget(Number(target));
}

const wordsOf = ({ area, group, label, figure: { estimate } }: CellToReach) => ({
  area,
  group,
  label,
  estimate,
});

/** Of equals the first by name of the area, then in the order of the groups. */
function listed(cells: readonly ReachCell[]): ReachReply['rows'] {
  return cells
    .flatMap(({ cell, outcome }) =>
      outcome.kind === 'listed' ? [{ ...wordsOf(cell), ...outcome.shortfall }] : [],
    )
    .sort((a, b) => b.needed.value - a.needed.value || a.area.name.localeCompare(b.area.name, 'en-GB'));
}

/** Those withheld are in no sum. */
const neededBy = (cells: readonly ReachCell[]) =>
  cells.reduce(
    (sum, { outcome }) => (outcome.kind === 'listed' ? sum + outcome.shortfall.needed.value : sum),
    0,
  );
