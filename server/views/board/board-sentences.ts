/** Where an aim stands, in sentences written from real figures only. Pure. */

import { labelOfAge } from '../../contract/ages.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import { type Course, labelOf, verdicts } from '../../contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import { residentsOf } from '../../contract/group-words.ts';
import { countWords, inWords } from '../../contract/phrases.ts';
import { sourceVerdicts } from '../../contract/source-verdict.ts';
import { amountWords } from '../writing/amount-words.ts';
import { nameWords } from '../writing/figure-words.ts';

export const isReal = (row: Pick<BoardRow, 'latest' | 'basis'>) =>
  row.latest.status === 'shown' && row.basis !== 'synthetic';

/** @param asked what the rows were chosen among, as an aim without any says it. */
export function aimSummary(rows: readonly BoardRow[], asked: 'figure' | 'real figure' = 'figure'): string[] {
  const real = rows.filter(isReal);
  if (real.length === 0)
    return [
      rows.length === 0
        ? `There is no ${asked} for this aim.`
        : 'There is no real figure for this aim: every one shown is synthetic.',
    ];
  return [
    changesSentence(real),
    ...listed(real, 'worse'),
    ...listed(real, 'better'),
    ...againstCountry(real),
    ...bySource(real),
    ...gapsSentence(real),
    ...targetsSentence(real),
  ];
}

function changesSentence(real: readonly BoardRow[]): string {
  const tested = real.filter(({ change }) => change.verdict !== 'cannot-be-tested');
  const held = `${capital(countWords(real.length))} real ${real.length === 1 ? 'figure' : 'figures'} on the list of the board`;
  if (tested.length === 0) return `${held}, none with an earlier one it can be tested against.`;
  const count = (verdict: BoardRow['change']['verdict']) =>
    tested.filter(({ change }) => change.verdict === verdict).length;
  const moved = count('higher') + count('lower');
  const still = count('no-clear-change');
  const parts = [
    `${countWords(count('better'))} got better`,
    `${countWords(count('worse'))} got worse`,
    ...(moved > 0 ? [`${countWords(moved)} rose or fell, called neither better nor worse`] : []),
    ...(still > 0 ? [`${countWords(still)} ${still === 1 ? 'shows' : 'show'} no change beyond chance`] : []),
  ];
  return `${held}, of which ${countWords(tested.length)} can be tested against an earlier period: ${inWords(parts)}.`;
}

/** "Worse: MMR dose 1 at 2 (84.5%, January to March 2024; 82.0%, January to March 2025)." A change has two ends. */
function listed(real: readonly BoardRow[], verdict: 'better' | 'worse'): string[] {
  const found = real.filter(({ change }) => change.verdict === verdict);
  if (found.length === 0) return [];
  return [`${capital(verdict)}: ${found.map(changeWords).join('; ')}.`];
}

function changeWords(row: BoardRow): string {
  const [from, to] = [row.change.from, row.latest].map((figure) =>
    figure?.status === 'shown' ? amountWords(figure.value, row) : '',
  );
  return `${nameWords(row)} (${from}, ${row.change.sinceLabel}; ${to}, ${labelOfAge(row.periodLabel, row.age)})`;
}

function againstCountry(real: readonly BoardRow[]): string[] {
  const compared = real.flatMap((row) => {
    const widest = row.comparisons.filter(({ verdict }) => verdict !== 'not-compared').at(-1);
    return widest === undefined ? [] : [{ row, ...widest }];
  });
  const [first] = compared;
  if (first === undefined) return [];
  const named = (verdict: string) =>
    inWords(
      compared
        .filter((one) => one.verdict === verdict)
        .map(({ row, couldBeChance }) => `${agedName(row)}${couldBeChance ? ' (could be chance)' : ''}`),
    );
  const parts = (['worse', 'better', 'higher', 'lower', 'similar'] as const)
    .filter((verdict) => named(verdict) !== '')
    .map((verdict) => `${labelOf(verdicts, verdict).toLowerCase()} on ${named(verdict)}`);
  return [`Against ${first.area.name}: ${parts.join('; ')}.`];
}

/** The verdicts of the sources themselves, counted as theirs and apart from ours, where ours cannot be had. */
function bySource(real: readonly BoardRow[]): string[] {
  const told = real.flatMap((row) =>
    row.sourceVerdict === null ? [] : [{ row, ...row.sourceVerdict, by: row.source.shortPublisher }],
  );
  const together = Map.groupBy(told, ({ by, against }) => `Against ${against}, as ${by} judges it`);
  return [...together].map(([head, all]) => {
    const parts = sourceVerdicts
      .map(({ id }) => [id, all.filter(({ verdict }) => verdict === id)] as const)
      .filter(([, found]) => found.length > 0)
      .map(([id, found]) => `${id} on ${inWords(found.map(({ row }) => agedName(row)))}`);
    return `${head}: ${parts.join('; ')}.`;
  });
}

function gapsSentence(real: readonly BoardRow[]): string[] {
  const proven = real.flatMap((row) =>
    row.gaps.filter(({ verdict }) => verdict === 'worse').map((gap) => ({ row, gap })),
  );
  if (proven.length === 0) return [];
  const words = proven.map(
    ({ row, gap }) =>
      `${agedName(row)}, worse for ${residentsOf(gap.label)} than for ${residentsOf(gap.reference)} (${trends[gap.trend.verdict]})`,
  );
  return [`Gaps beyond chance: ${words.join('; ')}.`];
}
const trends = {
  narrowing: 'narrowing',
  widening: 'widening',
  reversed: 'changed sides',
  'no-clear-change': 'no clear change',
  'cannot-be-tested': 'change not tested',
} as const;

/** Targets made for demonstration are nobody's: they are counted no more than synthetic figures. */
function targetsSentence(real: readonly BoardRow[]): string[] {
  const set = real.filter(({ target }) => target !== null && !target.synthetic);
  if (set.length === 0) return [];
  const parts = courseWords
    .map(([course, words]) => [words, set.filter(({ target }) => target?.course === course)] as const)
    .filter(([, rows]) => rows.length > 0)
    .map(([words, rows]) => `${words} for ${inWords(rows.map(agedName))}`);
  return [`Targets: ${parts.join('; ')}.`];
}
const courseWords: readonly (readonly [Course, string])[] = [
  ['met', 'met'],
  ['on-course', 'on course'],
  ['not-on-course', 'not on course'],
  ['not-met', 'not met'],
  ['date-passed', 'date passed without a figure of that day or after'],
  ['cannot-tell', 'cannot be told'],
];

/** The same with what it must not be read without: its period and age where it is old, and that ages differ. */
function agedName(row: BoardRow): string {
  const beside = [
    ...(row.age === undefined ? [] : [labelOfAge(row.periodLabel, row.age)]),
    ...(row.ageAdjusted === false ? [NOT_ADJUSTED] : []),
  ];
  return beside.length === 0 ? nameWords(row) : `${nameWords(row)} (${beside.join('; ')})`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
