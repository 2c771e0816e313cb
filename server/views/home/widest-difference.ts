/** The widest real difference that counts as better or worse, and what is known between ethnic groups. Pure. */
import { labelOfAge } from '../../contract/ages.ts';
import type { DisparityCell, DisparityOverviewReply, OverviewRow } from '../../contract/gap-replies.ts';
import { isGoodOrBad, NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { residentsOf } from '../../contract/group-words.ts';
import type { HomeReply } from '../../contract/home-reply.ts';
import { countWords, inWords, lowerFirst } from '../../contract/phrases.ts';
import { rowKey } from '../../contract/row-key.ts';
import { distanceWords } from '../areas/area-opening.ts';
import { isSyntheticRow } from '../disparities/overview-opening.ts';
import { amountWords } from '../writing/amount-words.ts';
import { figureWords, relativeSize } from '../writing/figure-words.ts';
import type { WardFigure } from './ward-figures.ts';

type Widest = NonNullable<HomeReply['widest']>;

interface Difference {
  readonly told: Widest;
  readonly size: number;
  readonly isOld: boolean;
}

export const WIDEST_RULE =
  'The widest for the size of its figure, of all real outcomes and services that are better or worse beyond chance within the place: differences between ethnic groups before any other, somebody worse off before somebody better off, and figures less than three years old before older ones.';

/** @param overviews the gaps of the place, one reply for each way its people are told apart; `figures` those of its wards. */
export function widestDifference(
  overviews: readonly DisparityOverviewReply[],
  figures: readonly WardFigure[],
  place: string,
): HomeReply['widest'] {
  const all = [...overviews.flatMap(betweenGroups), ...figures.flatMap((one) => betweenWards(one, place))];
  const [first] = all.toSorted(
    (a, b) =>
      Number(isEthnic(b)) - Number(isEthnic(a)) ||
      Number(isWorse(b)) - Number(isWorse(a)) ||
      Number(a.isOld) - Number(b.isOld) ||
      b.size - a.size,
  );
  return first?.told ?? null;
}

const isEthnic = ({ told }: Difference) => told.between === 'ethnicGroup';
const isWorse = ({ told }: Difference) => told.verdict === 'worse';
const isDecided = (verdict: string) => verdict === 'better' || verdict === 'worse';

function betweenWards({ ward, row, estimate, ...answer }: WardFigure, place: string): Difference[] {
  const { verdict, comparison, gap = 0 } = answer;
  if (!isDecided(verdict)) return [];
  return [
    {
      size: relativeSize(gap, estimate),
      isOld: row.age !== undefined,
      told: {
        between: 'ward',
        verdict: verdict as Widest['verdict'],
        comparison,
        indicator: row.indicator,
        area: ward.code,
        row: rowKey(row),
        text: `${ward.name}: ${figureWords(row, estimate)}, ${distanceWords({ ...row, verdict, gap }, place)}.`,
      },
    },
  ];
}

const betweenGroups = (overview: DisparityOverviewReply): Difference[] =>
  overview.indicators
    .filter(isGoodOrBad)
    .flatMap((row) => row.cells.flatMap((cell) => groupDifference(row, cell, overview)));

function groupDifference(
  row: OverviewRow,
  cell: DisparityCell,
  { query, area }: DisparityOverviewReply,
): Difference[] {
  const { estimate, gap, group, label } = cell;
  if (isSyntheticRow(cell) || !isDecided(gap.verdict) || estimate.status !== 'shown') return [];
  if (gap.reference === undefined || gap.difference === undefined) return [];
  const subject = residentsOf(label);
  const [own, other] = [estimate.value, gap.reference.value].map((value) => amountWords(value, row));
  return [
    {
      size: relativeSize(gap.difference.value, estimate),
      isOld: row.age !== undefined,
      told: {
        between: query.by,
        verdict: gap.verdict as Widest['verdict'],
        comparison: gap.comparison,
        indicator: row.indicator,
        area: area.code,
        row: row.indicator,
        group,
        text: `${subject.charAt(0).toUpperCase()}${subject.slice(1)}: ${lowerFirst(row.shortTitle)}, ${own} against ${other} for ${residentsOf(gap.reference.label)} (${labelOfAge(row.periodLabel, row.age)}), ${gap.verdict}.`,
      },
    },
  ];
}

/** Why no difference between ethnic groups counts as better or worse: none is held, none may be called so, or none is beyond chance. */
export function ethnicWords(overview: DisparityOverviewReply | undefined, place: string): string {
  const held = (overview?.indicators ?? []).filter(
    ({ kind, cells }) => (kind === 'outcome' || kind === 'service') && !cells.some(isSyntheticRow),
  );
  if (held.length === 0) return `Between ethnic groups no real outcome or service is held for ${place}.`;
  const tested = held.filter(isGoodOrBad).flatMap(({ cells }) => cells.filter(isTested));
  if (tested.length > 0)
    return `Between ethnic groups none of the ${countWords(tested.length)} real differences tested is beyond chance.`;
  const names = inWords(held.map(({ shortTitle }) => lowerFirst(shortTitle)));
  const age = held.every(({ ageAdjusted }) => ageAdjusted === false) ? `, ${NOT_ADJUSTED}` : '';
  return `Between ethnic groups none counts as better or worse: real figures are held of ${names} only, which can be called higher or lower${age}.`;
}

const isTested = ({ gap }: DisparityCell) => gap.verdict !== 'not-compared';
