/** The lines the board opens with, from real figures only. Pure. */
import { labelOfAge } from '../../contract/ages.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import { residentsOf } from '../../contract/dimensions.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { sourceVerdictWords } from '../../contract/source-verdict.ts';
import { NO_LIMITS } from '../../judge/figures/two-figures.ts';
import { NONE_EARLIER, ONLY_RISES } from '../../judge/release/comparable-periods.ts';
import { isReal, rowWords } from '../board-sentences.ts';
import { isGoodOrBad } from '../meaning.ts';
import { countWords, listWords, targetWords, valueWords } from '../value-words.ts';
import { lowerFirst } from '../words.ts';
import { rowKey } from './row-key.ts';
import { line, shortList } from './short-list.ts';

export function boardOpening(rows: readonly BoardRow[]): OpeningLine[] {
  const judged = rows.filter((row) => isReal(row) && isGoodOrBad(row));
  return shortList([
    ...judged.flatMap((row) => verdictLine('worse', row)),
    ...judged.flatMap(targetLine),
    ...judged.flatMap((row) => (saidOf('worse', row).length > 0 ? [] : verdictLine('better', row))),
    ...unknownLines(rows.filter(({ kind }) => kind === 'outcome' || kind === 'service')),
  ]);
}

function verdictLine(verdict: 'worse' | 'better', row: BoardRow): OpeningLine[] {
  const said = saidOf(verdict, row);
  if (said.length === 0) return [];
  return [line(verdict, `${figureWords(row)}: ${said.join('; ')}.`, rowKey(row))];
}

/** "MMR dose 1 at 2, 79.8% (January to March 2025)". */
function figureWords(row: BoardRow): string {
  const value = row.latest.status === 'shown' ? valueWords(row.latest.value, row) : 'no figure';
  return `${rowWords(row)}, ${value} (${labelOfAge(row.periodLabel, row.age)})`;
}

/** Everything the tests of a row found one way, each in a few words. */
function saidOf(verdict: 'worse' | 'better', row: BoardRow): string[] {
  const { change, comparisons, gaps, sourceVerdict, source } = row;
  const from = change.from?.status === 'shown' ? `, from ${valueWords(change.from.value, row)}` : '';
  return [
    ...(change.verdict === verdict ? [`got ${verdict}${from} in ${change.sinceLabel}`] : []),
    ...comparisons
      .filter((one) => one.verdict === verdict)
      .slice(-1)
      .map(({ area }) => `${verdict} than the rest of ${area.name}`),
    // The source's own verdict, named as its own, where we can have none.
    ...(sourceVerdict?.verdict === verdict
      ? [lowerFirst(sourceVerdictWords(sourceVerdict, source.shortPublisher))]
      : []),
    ...gaps
      .filter((gap) => gap.verdict === verdict)
      .map((gap) => `${verdict} for ${residentsOf(gap.label)} than for ${residentsOf(gap.reference)}`),
  ];
}

/** Targets made for demonstration are nobody's. */
function targetLine(row: BoardRow): OpeningLine[] {
  const { target } = row;
  if (target === null || target.synthetic) return [];
  const aim = `the target of ${targetWords(target.value, row)}`;
  if (target.course === 'date-passed')
    return [
      line(
        'not-known',
        `${figureWords(row)}: whether ${aim} was met; its date has passed since.`,
        rowKey(row),
      ),
    ];
  if (target.course !== 'not-met' && target.course !== 'not-on-course') return [];
  const stands = target.course === 'not-met' ? 'not met' : 'not on course';
  return [line('off-target', `${figureWords(row)}: ${aim} is ${stands}.`, rowKey(row))];
}

/** What the board cannot say: where only made-up figures stand, and what cannot be tested for change. */
function unknownLines(rows: readonly BoardRow[]): OpeningLine[] {
  const real = rows.filter(isReal);
  const synthetic = rows.filter(({ basis, latest }) => latest.status === 'shown' && basis === 'synthetic');
  const untested = real.filter(({ change }) => change.verdict === 'cannot-be-tested');
  const hidden = rows.filter(({ latest }) => latest.status !== 'shown');
  const first = (some: readonly BoardRow[]) => some.slice(0, 1).map(rowKey)[0] ?? null;
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
            `The true ${synthetic.length === 1 ? 'figure' : 'figures'} of ${ofAll(synthetic.length, rows.length)} ${rows.length === 1 ? 'outcome or service' : 'outcomes and services'}; what is shown is made for demonstration.`,
            first(synthetic),
          ),
        ]
      : []),
    ...(hidden.length > 0
      ? [line('not-known', `${listWords(hidden.map(rowWords))}: no figure can be shown.`, first(hidden))]
      : []),
  ];
}

/** Why a change is not tested, said of one figure and of several. */
const reasons: readonly (readonly [test: string, one: string, several: string])[] = [
  [NO_LIMITS, 'comes without counts or limits to test', 'come without counts or limits to test'],
  [ONLY_RISES, 'is a count so far that can only rise', 'are counts so far that can only rise'],
  [NONE_EARLIER, 'has no earlier figure', 'have no earlier figure'],
];

/** "15 come without counts or limits to test and one has no earlier figure". */
function untestedWords(untested: readonly BoardRow[]): string {
  const because = (test: string) => untested.filter(({ change }) => change.test === test).length;
  const known = reasons.map(([test, one, several]) => ({ count: because(test), one, several }));
  const others = untested.length - known.reduce((sum, { count }) => sum + count, 0);
  const said = [
    ...known,
    {
      count: others,
      one: 'cannot be compared with an earlier one',
      several: 'cannot be compared with earlier ones',
    },
  ]
    .filter(({ count }) => count > 0)
    .map(({ count, one, several }) =>
      count === untested.length
        ? `${count === 1 ? 'it' : count === 2 ? 'both' : `all ${countWords(count)}`} ${count === 1 ? one : several}`
        : `${countWords(count)} ${count === 1 ? one : several}`,
    );
  return listWords(said);
}

/** "Whether any of the four real figures has changed" where none is tested: "whether all have" would be another question. */
function whetherChanged(untested: number, real: number): string {
  if (real === 1) return 'Whether the one real figure has changed';
  return untested === real
    ? `Whether any of the ${countWords(real)} real figures has changed`
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
