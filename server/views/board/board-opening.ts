/** The lines the board opens with, from real figures only. Pure. */
import type { BoardRow } from '../../contract/board-reply.ts';
import { isGoodOrBad } from '../../contract/good-or-bad.ts';
import { residentsOf } from '../../contract/group-words.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { countWords, inWords } from '../../contract/phrases.ts';
import { rowKey } from '../../contract/row-key.ts';
import { sourceVerdictSaid } from '../../contract/source-verdict.ts';
import { NO_LIMITS } from '../../judge/figures/two-figures.ts';
import { NONE_EARLIER, ONLY_RISES } from '../../judge/release/comparable-periods.ts';
import { amountWords, targetWords } from '../writing/amount-words.ts';
import { figureWords, nameWords, relativeSize } from '../writing/figure-words.ts';
import {
  indicatorsIn,
  line,
  realWords,
  type SizedLine,
  shortList,
  widestFirst,
} from '../writing/short-list.ts';
import { isReal } from './board-sentences.ts';

/** What the opening reads of a row; a change that was not judged is told by its verdict alone. */
export type OpeningRow = Pick<
  BoardRow,
  | 'indicator'
  | 'shortTitle'
  | 'populationGroup'
  | 'stratum'
  | 'kind'
  | 'polarity'
  | 'ageAdjusted'
  | 'isOfAreas'
  | 'unit'
  | 'decimals'
  | 'periodLabel'
  | 'latest'
  | 'basis'
  | 'comparisons'
  | 'sourceVerdict'
  | 'gaps'
  | 'target'
  | 'source'
> & {
  readonly age?: number | undefined;
  readonly change: Pick<BoardRow['change'], 'verdict' | 'from' | 'sinceLabel' | 'test' | 'difference'>;
};

/**
 * Within a topic figures of years ago come last, and of each the widest difference first, relative to the figure it is of.
 *
 * @param held where the figures counted are held: the board shows those of its list, the page of the place all.
 */
export function boardOpening(rows: readonly OpeningRow[], held = 'on the list of the board'): OpeningLine[] {
  const judged = rows.filter((row) => isReal(row) && isGoodOrBad(row));
  const spoken = rows.filter(({ kind }) => kind === 'outcome' || kind === 'service');
  const lines = [
    ...widestFirst(judged.flatMap((row) => verdictLine('worse', row))),
    ...widestFirst(judged.flatMap(offTargetLine)),
    ...widestFirst(
      judged.flatMap((row) => (saidOf('worse', row).length > 0 ? [] : verdictLine('better', row))),
    ),
    ...judged.flatMap(datePassedLine),
    ...unknownLines(spoken),
  ];
  return shortList(lines, realWords(spoken.filter(isReal), held));
}

function verdictLine(verdict: 'worse' | 'better', row: OpeningRow): SizedLine[] {
  const said = saidOf(verdict, row).toSorted((a, b) => b.size - a.size);
  const [widest] = said;
  if (widest === undefined) return [];
  const text = `${figureWords(row, row.latest)}: ${said.map(({ words }) => words).join('; ')}.`;
  return [{ size: widest.size, isOld: row.age !== undefined, line: line(verdict, text, rowKey(row)) }];
}

interface Said {
  readonly words: string;
  readonly size: number;
}

/** Everything the tests of a row found one way, each in a few words. */
function saidOf(verdict: 'worse' | 'better', row: OpeningRow): Said[] {
  const { change, comparisons, gaps } = row;
  const from = change.from?.status === 'shown' ? `, from ${amountWords(change.from.value, row)}` : '';
  const sized = (words: string, difference: number): Said => ({
    words,
    size: relativeSize(difference, row.latest),
  });
  return [
    ...(change.verdict === verdict
      ? [sized(`got ${verdict}${from} in ${change.sinceLabel}`, change.difference?.value ?? 0)]
      : []),
    ...comparisons
      .filter((one) => one.verdict === verdict)
      .slice(-1)
      .map(({ area, difference }) => sized(`${verdict} than ${area.name}`, difference?.value ?? 0)),
    ...bySource(verdict, row).map(({ words, difference }) => sized(words, difference)),
    ...gaps
      .filter((gap) => gap.verdict === verdict)
      .map((gap) =>
        sized(
          `${verdict} for ${residentsOf(gap.label)} than for ${residentsOf(gap.reference)}`,
          gap.difference.value,
        ),
      ),
  ];
}

/** The source's own verdict, named as its own, where we can have none. */
function bySource(
  verdict: 'worse' | 'better',
  { latest, comparisons, sourceVerdict: told, source }: OpeningRow,
): { words: string; difference: number }[] {
  if (told?.verdict !== verdict) return [];
  const other = comparisons.find(({ area }) => area.name === told.against)?.estimate;
  const difference = other?.status === 'shown' && latest.status === 'shown' ? latest.value - other.value : 0;
  return [{ words: sourceVerdictSaid(told, source.shortPublisher), difference }];
}

/** Targets made for demonstration are nobody's. */
const targetOf = ({ target }: OpeningRow) => (target === null || target.synthetic ? undefined : target);

function offTargetLine(row: OpeningRow): SizedLine[] {
  const target = targetOf(row);
  if (target?.course !== 'not-met' && target?.course !== 'not-on-course') return [];
  const stands = target.course === 'not-met' ? 'not met' : 'not on course';
  const text = `${figureWords(row, row.latest)}: the target of ${targetWords(target.value, row)} is ${stands}.`;
  const short = row.latest.status === 'shown' ? target.value - row.latest.value : 0;
  return [
    {
      size: relativeSize(short, row.latest),
      isOld: row.age !== undefined,
      line: line('off-target', text, rowKey(row)),
    },
  ];
}

function datePassedLine(row: OpeningRow): OpeningLine[] {
  const target = targetOf(row);
  if (target?.course !== 'date-passed') return [];
  const text = `${figureWords(row, row.latest)}: whether the target of ${targetWords(target.value, row)} was met; its date has passed since.`;
  return [line('not-known', text, rowKey(row))];
}

/** What the board cannot say: where only made-up figures stand, and what cannot be tested for change. */
function unknownLines(rows: readonly OpeningRow[]): OpeningLine[] {
  const real = rows.filter(isReal);
  const synthetic = rows.filter(({ basis, latest }) => latest.status === 'shown' && basis === 'synthetic');
  const untested = real.filter(({ change }) => change.verdict === 'cannot-be-tested');
  const hidden = rows.filter(({ latest }) => latest.status !== 'shown');
  const first = (some: readonly OpeningRow[]) => some.slice(0, 1).map(rowKey)[0] ?? null;
  return [
    ...(untested.length > 0
      ? [
          line(
            'not-known',
            `${whetherChanged(untested.length, real.length)}: ${untestedWords(untested)}.`,
            first(untested),
          ),
        ]
      : []),
    ...(synthetic.length > 0
      ? [
          line(
            'not-known',
            `The true ${synthetic.length === 1 ? 'figure' : 'figures'} of ${ofAll(indicatorsIn(synthetic), indicatorsIn(rows))} ${indicatorsIn(rows) === 1 ? 'outcome or service' : 'outcomes and services'}; what is shown is made for demonstration.`,
            first(synthetic),
          ),
        ]
      : []),
    ...(hidden.length > 0
      ? [line('not-known', `${inWords(hidden.map(nameWords))}: no figure can be shown.`, first(hidden))]
      : []),
  ];
}

/** Why a change is not tested, said of one figure, of several, and of none of all of them where a "not" is in it. */
interface Reason {
  readonly one: string;
  readonly several: string;
  readonly none?: string;
}

const reasons: readonly (readonly [test: string, reason: Reason])[] = [
  [
    NO_LIMITS,
    {
      one: 'comes without counts or limits to test',
      several: 'come without counts or limits to test',
      none: 'comes with counts or limits to test',
    },
  ],
  [
    ONLY_RISES,
    { one: 'is a count so far that can only rise', several: 'are counts so far that can only rise' },
  ],
  [
    NONE_EARLIER,
    { one: 'has no earlier figure', several: 'have no earlier figure', none: 'has an earlier figure' },
  ],
];
const OTHER: Reason = {
  one: 'cannot be compared with an earlier one',
  several: 'cannot be compared with earlier ones',
  none: 'can be compared with an earlier one',
};

/** "15 come without counts or limits to test and one has no earlier figure". */
function untestedWords(untested: readonly OpeningRow[]): string {
  const because = (test: string) => untested.filter(({ change }) => change.test === test).length;
  const known = reasons.map(([test, reason]) => ({ count: because(test), reason }));
  const others = untested.length - known.reduce((sum, { count }) => sum + count, 0);
  const said = [...known, { count: others, reason: OTHER }]
    .filter(({ count }) => count > 0)
    .map(({ count, reason }) => (count === untested.length ? ofEach(count, reason) : ofSome(count, reason)));
  return inWords(said);
}

const ofSome = (count: number, { one, several }: Reason) =>
  `${countWords(count)} ${count === 1 ? one : several}`;

/** "it has no earlier figure", "neither has an earlier figure", "all four are counts so far that can only rise". */
function ofEach(count: number, { one, several, none }: Reason): string {
  if (count === 1) return `it ${one}`;
  if (none !== undefined) return `${count === 2 ? 'neither' : `none of the ${countWords(count)}`} ${none}`;
  return `${count === 2 ? 'both' : `all ${countWords(count)}`} ${several}`;
}

/** "Whether any of the four real figures has changed" where none is tested: "whether all have" would be another question. */
function whetherChanged(untested: number, real: number): string {
  if (real === 1) return 'Whether the one real figure has changed';
  return untested === real
    ? `Whether ${real === 2 ? 'either' : 'any'} of the ${countWords(real)} real figures has changed`
    : `Whether ${countWords(untested)} of ${countWords(real)} real figures ${untested === 1 ? 'has' : 'have'} changed`;
}

const ofAll = (some: number, all: number) =>
  some === all
    ? all === 1
      ? 'the one'
      : all === 2
        ? 'both'
        : `all ${countWords(all)}`
    : `${countWords(some)} of ${countWords(all)}`;
