/** Verdicts on the board that two releases do not share, and why. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { BoardReply, BoardRow } from '../../contract/board-reply.ts';
import type { ChangesReply } from '../../contract/changes-reply.ts';
import {
  breakdowns,
  changeVerdicts,
  courses,
  type FlipReason,
  gapTrends,
  labelOf,
  verdicts,
} from '../../contract/dimensions.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import { sourceVerdictWords } from '../../contract/source-verdict.ts';
import type { Catalogue } from '../../indicators/released-catalogue.ts';
import { nameWords } from '../writing/figure-words.ts';
import { isMeantOtherwise } from './definition-changes.ts';

export type Flip = ChangesReply['verdicts'][number];

/** A board, with the definitions of its release and the rule it was judged by; null before there was one. */
export interface JudgedBoard {
  readonly board: BoardReply;
  readonly rule: number | null;
  readonly catalogue: Pick<Catalogue, 'find'>;
}

export const verdictFlips = (before: JudgedBoard, after: JudgedBoard): Flip[] =>
  verdictFlipsOfRows(before, after).flatMap(({ flips }) => flips);

/** "change: “worse” before, “better” now": in quotation marks, since the words of a verdict hold commas themselves. */
export const flipWords = ({ about, before, after }: Flip) =>
  `${about}: “${lowerFirst(before)}” before, “${lowerFirst(after)}” now`;

/** A row that both boards have, and its verdicts that are others now. */
export interface RowOfBoth {
  readonly was: BoardRow;
  readonly row: BoardRow;
  readonly flips: readonly Flip[];
}

export function verdictFlipsOfRows(before: JudgedBoard, after: JudgedBoard): RowOfBoth[] {
  const old = new Map(rowsOf(before.board).map((row) => [keyOf(row), row]));
  const judgedOtherwise = before.rule === after.rule ? 'judged-among-more' : 'judged-by-a-new-rule';
  return rowsOf(after.board).flatMap((row) => {
    const was = old.get(keyOf(row));
    if (was === undefined) return [];
    const unmoved = isDefinedAnew(row, before, after) ? 'defined-anew' : judgedOtherwise;
    return [{ was, row, flips: flipsOf(was, row, unmoved) }];
  });
}

function isDefinedAnew({ indicator }: BoardRow, before: JudgedBoard, after: JudgedBoard): boolean {
  const [was, is] = [before.catalogue.find(indicator), after.catalogue.find(indicator)];
  return was !== undefined && is !== undefined && isMeantOtherwise(was, is);
}

const rowsOf = ({ aims }: BoardReply) => aims.flatMap(({ rows }) => rows);
const keyOf = ({ indicator, populationGroup, stratum }: BoardRow) =>
  `${indicator} ${populationGroup} ${stratum.sex}`;

function flipsOf(before: BoardRow, after: BoardRow, unmoved: FlipReason): Flip[] {
  const was = verdictsOf(before);
  const about = {
    indicator: after.indicator,
    shortTitle: nameWords(after),
    aim: after.aim,
    populationGroup: after.populationGroup,
    synthetic: after.basis === 'synthetic',
  };
  // Which group is worst off hangs on the definition: the same figures may give another gap.
  const isSameRow =
    unmoved === 'defined-anew' && before.period === after.period && isSame(before.latest, after.latest);
  return [...verdictsOf(after)].flatMap(([on, { words, figures }]) => {
    const old = was.get(on);
    if (old === undefined || old.words === words) return [];
    const because: FlipReason = isSameRow || old.figures === figures ? unmoved : 'figures-moved';
    return [{ ...about, about: on, before: old.words, after: words, because }];
  });
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A verdict in words, and the figures it rests on. */
interface InWords {
  readonly words: string;
  readonly figures: string;
}

/** Every verdict of a row in words, by what it is on. */
function verdictsOf(row: BoardRow): Map<string, InWords> {
  const found = new Map<string, InWords>();
  const set = (on: string, words: string, ...figures: readonly unknown[]) =>
    found.set(on, { words, figures: JSON.stringify(figures) });
  const { change } = row;
  set(
    'change',
    chanceWords(labelOf(changeVerdicts, change.verdict), change),
    change.comparison,
    change.difference,
  );
  for (const one of row.comparisons)
    set(
      `against ${one.area.name}`,
      chanceWords(labelOf(verdicts, one.verdict), one),
      one.comparison,
      one.difference,
    );
  if (row.sourceVerdict !== null)
    set(
      `against ${row.sourceVerdict.against}, as ${row.source.shortPublisher} judges it`,
      sourceVerdictWords(row.sourceVerdict),
      row.latest,
    );
  for (const gap of row.gaps) {
    const by = labelOf(breakdowns, gap.by).toLowerCase();
    set(`gap by ${by}`, gapWords(gap), gap.comparison, gap.difference);
    const { trend } = gap;
    set(
      `trend of the gap by ${by}`,
      chanceWords(labelOf(gapTrends, trend.verdict), trend),
      trend.comparison,
      trend.change,
    );
  }
  if (row.target !== null) set('target', labelOf(courses, row.target.course), row.latest, row.target);
  return found;
}

/** The words of a verdict with what no page drops. */
export const chanceWords = (words: string, { couldBeChance }: Pick<Answer, 'couldBeChance'>) =>
  couldBeChance ? `${words}, could be chance` : words;

function gapWords(gap: BoardRow['gaps'][number]): string {
  const words = labelOf(verdicts, gap.verdict);
  return gap.verdict === 'similar' || gap.verdict === 'not-compared'
    ? chanceWords(words, gap)
    : `${words}: ${gap.label}`;
}
