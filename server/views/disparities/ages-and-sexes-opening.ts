/** The lines that gaps by sex and by age open with. Pure. */
import type { GapSide, SidesRow, SidesSection } from '../../contract/ages-and-sexes.ts';
import { NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { inWords, lowerFirst } from '../../contract/phrases.ts';
import { amountWords, gapSizeWords, limitsWords } from '../writing/amount-words.ts';
import { line, realWords, shortList } from '../writing/short-list.ts';

/** At most seven lines: each row says one thing, or why nothing was tested. */
export function sidesOpening(
  sections: readonly Pick<SidesSection, 'by' | 'rows'>[],
  area: string,
): OpeningLine[] {
  const rows = sections.flatMap((section) => section.rows);
  return shortList(
    sections.flatMap(({ by, rows: own }) =>
      own.map((row) => (by === 'sex' || row.sides.length === 2 ? pairLine(row) : ageLine(row))),
    ),
    realWords(rows, `told apart by sex or by age in ${area}`),
  );
}

/** "Healthy life expectancy (2022 to 2024): 62.7 years for women and girls and 62.6 years for men and boys, 0.1 years apart, not beyond chance." */
function pairLine(row: SidesRow): OpeningLine {
  const [first, second] = row.sides;
  const start = `${row.shortTitle} (${row.periodLabel}): ${inWords(row.sides.map((side) => figureWords(side, row)))}`;
  if (first === undefined || second === undefined) return line('not-known', `${start}.`, row.indicator);
  if (first.verdict === 'not-compared')
    return line('not-known', `${start}; not tested${whyWords(first)}.`, row.indicator);
  const end = row.ageAdjusted === false ? `; ${NOT_ADJUSTED}` : '';
  const difference =
    first.difference === undefined ? '' : `, ${gapSizeWords(first.difference.value, row)} apart`;
  if (first.couldBeChance || first.verdict === 'similar') {
    const words = first.couldBeChance ? 'could be chance' : 'not beyond chance';
    return line('not-beyond-chance', `${start}${difference}, ${words}${end}.`, row.indicator);
  }
  if (first.verdict === 'better' || first.verdict === 'worse') {
    const worse = first.verdict === 'worse' ? first : second;
    return line('worse', `${start}${difference}: worse for ${peopleOf(worse.label)}${end}.`, row.indicator);
  }
  return line(
    'higher-or-lower',
    `${start}${difference}: ${first.verdict} among ${peopleOf(first.label)}${end}.`,
    row.indicator,
  );
}

/** "62.7 years (56.8 years to 68.5 years) for women and girls". */
const figureWords = ({ label, estimate }: GapSide, row: SidesRow): string => {
  if (estimate.status !== 'shown') return `no figure for ${peopleOf(label)}`;
  const { value, lower95, upper95 } = estimate;
  const limits =
    lower95 === undefined || upper95 === undefined ? '' : ` (${limitsWords(lower95, upper95, row)})`;
  return `${amountWords(value, row)}${limits} for ${peopleOf(label)}`;
};

/** "women and girls"; "people aged 18 to 64" of "Aged 18 to 64". */
const peopleOf = (label: string) => `${label.startsWith('Aged ') ? 'people ' : ''}${lowerFirst(label)}`;

const whyWords = ({ untested }: GapSide) =>
  untested === undefined ? '' : `: ${lowerFirst(untested).replace(/\.$/, '')}`;

/** "Second COVID-19 dose (up to 15 July 2021): from 16.2% aged 16 to 24 to 85.1% aged 75 to 79; lower than ...". */
function ageLine(row: SidesRow): OpeningLine {
  const shown = row.sides.flatMap(({ label, estimate }) =>
    estimate.status === 'shown' ? [{ label, value: estimate.value }] : [],
  );
  const ordered = shown.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [ordered[0], ordered.at(-1)];
  const start = `${row.shortTitle} (${row.periodLabel})`;
  if (lowest === undefined || highest === undefined || lowest === highest)
    return line('not-known', `${start}: no two ages have a figure.`, row.indicator);
  const range = `from ${amountWords(lowest.value, row)} ${lowerFirst(lowest.label)} to ${amountWords(highest.value, row)} ${lowerFirst(highest.label)}`;
  const tested = row.sides.filter(({ verdict }) => verdict !== 'not-compared');
  if (tested.length === 0) {
    const why = row.sides.find(({ against }) => against !== '');
    return line(
      'not-known',
      `${start}: ${range}; not tested${why === undefined ? '' : whyWords(why)}.`,
      row.indicator,
    );
  }
  const proven = tested.filter(({ couldBeChance, verdict }) => !couldBeChance && verdict !== 'similar');
  const counts = [
    ['higher', proven.filter(({ verdict }) => verdict === 'higher').length],
    ['lower', proven.filter(({ verdict }) => verdict === 'lower').length],
    ['could be chance', tested.filter(({ couldBeChance }) => couldBeChance).length],
  ] as const;
  const found = counts.flatMap(([words, many]) =>
    many === 0 ? [] : [`${many} of ${tested.length} ${words}`],
  );
  const against = tested[0]?.against ?? '';
  return line(
    proven.length === 0 ? 'not-beyond-chance' : 'higher-or-lower',
    `${start}: ${range}; ${found.join(', ') || 'not beyond chance'}, against ${against}.`,
    row.indicator,
  );
}
