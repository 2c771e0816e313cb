/** The lines the page of an area opens with, from real figures only. Pure. */
import { ageBandLabel } from '../../contract/age-bands.ts';
import { labelOfAge } from '../../contract/ages.ts';
import type { AreaIndicator } from '../../contract/area-replies.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { isGoodOrBad } from '../meaning.ts';
import { countWords, gapSizeWords, valueWords } from '../value-words.ts';
import { rowKey } from './row-key.ts';
import { line, shortList } from './short-list.ts';

interface Names {
  readonly area: string;
  readonly place: string;
}

export function areaOpening(rows: readonly AreaIndicator[], { area, place }: Names): OpeningLine[] {
  const judged = rows.filter((row) => isGoodOrBad(row) && isReal(row));
  const lines = (verdict: 'worse' | 'better') =>
    judged
      .filter((row) => row.verdict === verdict)
      .map((row) => line(verdict, `${figureWords(row)}: ${gapWords(row, place)}.`, rowKey(row)));
  const spoken = rows.filter(({ kind }) => kind === 'outcome' || kind === 'service');
  return shortList([...lines('worse'), ...lines('better'), ...unknownLines(spoken, area)]);
}

const isRealFigure = (figure: AreaIndicator['estimate']) =>
  figure?.status === 'shown' && figure.basis !== 'synthetic';
const isReal = ({ estimate }: AreaIndicator) => isRealFigure(estimate);

/** "First COVID-19 dose, 65 and over, 83.6% (up to 15 July 2021, 5 years ago)". */
function figureWords(row: AreaIndicator): string {
  const { shortTitle, stratum, estimate, periodLabel, age } = row;
  const name = [
    shortTitle,
    ...(stratum.ageBand === 'all' ? [] : [ageBandLabel(stratum.ageBand).replace(/^Under/, 'under')]),
    ...(stratum.sex === 'all' ? [] : [stratum.sex]),
  ].join(', ');
  return `${name}, ${estimate?.status === 'shown' ? valueWords(estimate.value, row) : ''} (${labelOfAge(periodLabel, age)})`;
}

/** "worse than the rest of the place, 6.0 points lower". */
function gapWords(row: AreaIndicator, place: string): string {
  const against = `${row.verdict} than the rest of ${place}`;
  if (row.gap === undefined || gapSizeWords(row.gap, row) === gapSizeWords(0, row)) return against;
  return `${against}, ${gapSizeWords(row.gap, row)} ${row.gap > 0 ? 'higher' : 'lower'}`;
}

/** What nobody publishes for an area of this type, and what could not be compared. */
function unknownLines(rows: readonly AreaIndicator[], area: string): OpeningLine[] {
  const elsewhere = rows.filter(({ publishedHere, place }) => !publishedHere && isRealFigure(place));
  const synthetic = rows.filter((row) => row.estimate?.status === 'shown' && !isReal(row));
  const hidden = rows.filter(
    ({ publishedHere, estimate }) => publishedHere && estimate !== null && estimate.status !== 'shown',
  );
  const told = (
    some: readonly AreaIndicator[],
    text: (count: (one: string, many: string) => string) => string,
  ) =>
    some.slice(0, 1).map((first) => {
      const count = (one: string, many: string) =>
        `${countWords(some.length)} ${some.length === 1 ? one : many}`;
      return line('not-known', text(count), rowKey(first));
    });
  return [
    ...told(
      elsewhere,
      (count) =>
        `How ${area} stands on ${count('outcome or service, which is', 'outcomes and services, which are')} not published for areas of this kind.`,
    ),
    ...told(
      synthetic,
      (count) =>
        `The true figures of ${count('outcome or service', 'outcomes and services')}; what is shown is made for demonstration.`,
    ),
    ...told(
      hidden,
      (count) =>
        `What ${count('figure is: it is', 'figures are: they are')} withheld to protect people, or missing.`,
    ),
  ];
}
