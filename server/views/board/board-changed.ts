/** What moved on the board since an earlier release, in a few lines written from real figures only. Pure. */
import { type BoardReply, type BoardRow, MOST_CHANGED } from '../../contract/board-reply.ts';
import { changeVerdicts, labelOf } from '../../contract/dimensions.ts';
import { comparePeriods } from '../../contract/periods.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import { rowKey } from '../../contract/row-key.ts';
import {
  chanceWords,
  type Flip,
  flipWords,
  type JudgedBoard,
  verdictFlipsOfRows,
} from '../releases/verdict-flips.ts';
import { amountWords, targetWords } from '../writing/amount-words.ts';
import { figureWords } from '../writing/figure-words.ts';
import { isReal } from './board-sentences.ts';

type Changed = NonNullable<BoardReply['changed']>;
type Line = Changed['lines'][number];

/** More verdicts of one row are counted. */
const FLIPS_NAMED = 2;
/** What a board acts on comes first. */
const ORDER: readonly Line['about'][] = ['target', 'verdict', 'figure'];

/** @param before as the earlier release had it; its rows are found again in `after`, and rows that are new are not spoken of. */
export function boardChanged(since: Changed['since'], before: JudgedBoard, after: JudgedBoard): Changed {
  const lines = verdictFlipsOfRows(before, after)
    .filter(({ was, row }) => isReal(was) && row.basis !== 'synthetic')
    .flatMap(({ was, row, flips }) => lineOf(was, row, flips))
    .toSorted((one, other) => ORDER.indexOf(one.about) - ORDER.indexOf(other.about));
  return { since, lines: lines.slice(0, MOST_CHANGED), more: Math.max(0, lines.length - MOST_CHANGED) };
}

function lineOf(was: BoardRow, row: BoardRow, flips: readonly Flip[]): Line[] {
  const figure = figureMoved(was, row);
  const target = targetMoved(was, row);
  // A target made for demonstration is nobody's.
  const own = flips.filter(({ about }) => about !== 'target' || row.target?.synthetic === false);
  const named = own.toSorted((one, other) => Number(isOnTarget(other)) - Number(isOnTarget(one)));
  const more = own.length - FLIPS_NAMED;
  const told = [
    ...figure,
    ...target,
    ...changeThatStays(was, row, own),
    ...named.slice(0, FLIPS_NAMED).map(flipOf(was, row)),
    ...(more > 0 ? [`and ${more} more ${more === 1 ? 'verdict' : 'verdicts'}`] : []),
  ];
  if (told.length === 0) return [];
  const onTarget = target.length > 0 || own.some(isOnTarget);
  return [
    {
      about: onTarget ? 'target' : own.length > 0 ? 'verdict' : 'figure',
      text: `${figureWords(row, row.latest)}: ${told.join('; ')}.`,
      row: rowKey(row),
    },
  ];
}

const isOnTarget = ({ about }: Flip) => about === 'target';

const nowWords = {
  withheld: 'now withheld',
  missing: 'no longer available',
  withdrawn: 'withdrawn',
} as const;

/** A newer period, another figure of the same one, or none any more. */
function figureMoved(was: BoardRow, row: BoardRow): string[] {
  if (was.latest.status !== 'shown') return [];
  if (row.latest.status !== 'shown') return [nowWords[row.latest.status]];
  const [before, now] = [amountWords(was.latest.value, was), amountWords(row.latest.value, row)];
  if (comparePeriods(row.period, was.period) < 0) return [`${was.periodLabel} is shown no more`];
  if (was.period !== row.period) return [`${before} in the earlier release (${was.periodLabel})`];
  return before === now ? [] : [`revised from ${before}`];
}

/**
 * Two figures of two releases are no verdict: beside a newer one stands what the test of its change finds, and the earlier figure it
 * is tested against. A verdict of the release before has an earlier figure of its own, which is named where it is another.
 */
function changeThatStays(was: BoardRow, row: BoardRow, flips: readonly Flip[]): string[] {
  const { verdict } = row.change;
  if (comparePeriods(row.period, was.period) <= 0 || verdict === 'cannot-be-tested') return [];
  if (flips.some(({ about }) => about === 'change')) return [];
  const word = chanceWords(lowerFirst(labelOf(changeVerdicts, verdict)), row.change);
  const [now, then] = [againstEarlier(row), againstEarlier(was)];
  const against = now === '' || now === then || then === '' ? now : `${now}, before ${then}`;
  return [[`still “${word}”`, against].filter(Boolean).join(' ')];
}

/** "against 84.5% in January to March 2024": what the verdict on a change rests on. */
function againstEarlier({ change: { from, sinceLabel }, ...row }: BoardRow): string {
  return from?.status === 'shown' ? `against ${amountWords(from.value, row)} in ${sinceLabel}` : '';
}

/** A change that is judged otherwise now names what each verdict rests on: the two may have other earlier figures. */
const flipOf = (was: BoardRow, row: BoardRow) => (flip: Flip) => {
  if (flip.about !== 'change') return flipWords(flip);
  const restingOn = (one: BoardRow) => (againstEarlier(one) === '' ? '' : ` (${againstEarlier(one)})`);
  return `change: “${lowerFirst(flip.before)}” before${restingOn(was)}, “${lowerFirst(flip.after)}” now${restingOn(row)}`;
};

function targetMoved(was: BoardRow, row: BoardRow): string[] {
  const [before, now] = [was, row].map(({ target }) => (target?.synthetic === false ? target : undefined));
  if (now === undefined) return before === undefined ? [] : ['its target is set no more'];
  const words = `${targetWords(now.value, row)}${now.due === undefined ? '' : ` by ${now.due}`}`;
  if (before === undefined) return [`a target of ${words} is new`];
  return before.value === now.value && before.due === now.due ? [] : [`its target is now ${words}`];
}
