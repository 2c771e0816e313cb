/** Where people are still to be reached: groups of areas short of a target, those that need most people first. Pure. */
import type { ReachReply } from '../../contract/uptake-replies.ts';
import { type PartFigure, PartFigures, type StoredFigure } from '../../judge/figures/part.ts';
import { echoOf } from '../../judge/groups/question.ts';
import { AT_LEAST_FAVOURABLE } from '../../judge/release/rounded-to.ts';
import { comparisonFacts } from '../disparities/gap-verdicts.ts';
import { countedIn } from '../disparities/shares.ts';
import { agedPeriodWords, titleOf } from '../words.ts';
import { figureFactsOf } from './figure-facts.ts';
import { type CellToReach, judgedCells, type ReachCell, tally } from './reach-cells.ts';
import type { AreaToReach, ReachQuestion } from './reach-question.ts';
import { PLACE, percentTarget, placeTarget, type Target } from './reach-target.ts';

export function reachView(asked: ReachQuestion, rows: readonly StoredFigure[]): ReachReply {
  const { question, areaType, period, areas } = asked;
  const { indicator, breakdown, release, roundedTo } = question;
  const figures = new PartFigures(rows, roundedTo);
  const target = targetOf(asked, asked.everyone && figures.of(asked.everyone, period));
  const known = areas.flatMap((area) => cellsOf(area, area.groups, figures, period));
  const unknown = areas.flatMap((area) =>
    area.unknown === undefined ? [] : cellsOf(area, [{ ...UNKNOWN, part: area.unknown }], figures, period),
  );
  const judged = judgedCells([...known, ...unknown], target, asked.polarity);
  const [cells, cellsUnknown] = [judged.cells.slice(0, known.length), judged.cells.slice(known.length)];
  const { area: _, reference: __, ...echo } = echoOf(question);
  const periodLabel = agedPeriodWords(indicator, period, question);
  const { against, test, ...compared } = comparisonFacts(judged, target.reference.label, roundedTo);
  return {
    release,
    asOf: question.asOf,
    query: { ...echo, areaType, period, target: asked.target },
    title: `${titleOf(indicator, breakdown.stratum, period)}, against ${target.reference.label}, ${periodLabel}`,
    ...figureFactsOf(indicator, roundedTo),
    counted: countedIn(indicator),
    breakdown: breakdown.facts,
    periodLabel,
    reference: target.reference,
    rows: listed(cells),
    unknown: listed(cellsUnknown),
    notCompared: judged.cells.flatMap(({ cell, outcome }) =>
      outcome.kind === 'notCompared' ? [{ ...wordsOf(cell), reason: outcome.reason }] : [],
    ),
    needed: neededBy(cells),
    counts: tally(cells),
    unknownCounts: tally(cellsUnknown),
    areas: areas
      .map(({ code, name }) => {
        const own = cells.filter(({ cell }) => cell.area.code === code);
        return { code, name, needed: neededBy(own), counts: tally(own) };
      })
      .sort((a, b) => b.needed - a.needed || a.name.localeCompare(b.name, 'en-GB')),
    comparison: {
      ...compared,
      against,
      test:
        compared.compared === 0 ? test : target.test + (roundedTo === null ? '' : `, ${AT_LEAST_FAVOURABLE}`),
    },
  };
}

const UNKNOWN = { id: 'unknown', label: 'Not stated or not known' } as const;

function targetOf({ target, placeName }: ReachQuestion, everyone: PartFigure | undefined): Target {
  return target === PLACE ? placeTarget(placeName, everyone) : percentTarget(Number(target));
}

function cellsOf(
  { code, name }: AreaToReach,
  groups: AreaToReach['groups'],
  figures: PartFigures,
  period: string,
): CellToReach[] {
  return groups.map(({ id, label, part }) => ({
    area: { code, name },
    group: id,
    label,
    ...figures.of(part, period),
  }));
}

const wordsOf = ({ area, group, label, estimate }: CellToReach) => ({ area, group, label, estimate });

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
