/** The lines the page of an area opens with, from real figures only. Pure. */
import type { AreaIndicator } from '../../contract/area-replies.ts';
import { isGoodOrBad, NOT_ADJUSTED } from '../../contract/good-or-bad.ts';
import type { OpeningLine } from '../../contract/opening.ts';
import { countWords } from '../../contract/phrases.ts';
import { rowKey } from '../../contract/row-key.ts';
import { gapSizeWords } from '../writing/amount-words.ts';
import { figureWords, relativeSize } from '../writing/figure-words.ts';
import { indicatorsIn, line, realWords, shortList, widestFirst } from '../writing/short-list.ts';

interface Names {
  readonly area: string;
  readonly place: string;
}

export function areaOpening(rows: readonly AreaIndicator[], { area, place }: Names): OpeningLine[] {
  const judged = rows.filter((row) => isGoodOrBad(row) && isReal(row));
  const lines = (verdict: 'worse' | 'better') =>
    widestFirst(
      judged
        .filter((row) => row.verdict === verdict)
        .map((row) => ({
          size: relativeSize(row.gap ?? 0, row.estimate),
          isOld: row.age !== undefined,
          line: line(
            verdict,
            `${figureWords(row, row.estimate)}: ${distanceWords(row, place)}.`,
            rowKey(row),
          ),
        })),
    );
  const spoken = rows.filter(({ kind }) => kind === 'outcome' || kind === 'service');
  return shortList(
    [...lines('worse'), ...lines('better'), ...unknownLines(spoken, area)],
    realWords(spoken.filter(isReal), `held for ${area}`),
  );
}

const isRealFigure = (figure: AreaIndicator['estimate']) =>
  figure?.status === 'shown' && figure.basis !== 'synthetic';
const isReal = ({ estimate }: AreaIndicator) => isRealFigure(estimate);

/** "worse than the rest of the place, 6.0 points lower". */
export function distanceWords(
  row: Pick<AreaIndicator, 'verdict' | 'gap' | 'unit' | 'decimals'>,
  place: string,
): string {
  const against = `${row.verdict} than the rest of ${place}`;
  if (row.gap === undefined || gapSizeWords(row.gap, row) === gapSizeWords(0, row)) return against;
  return `${against}, ${gapSizeWords(row.gap, row)} ${row.gap > 0 ? 'higher' : 'lower'}`;
}

/** What nobody publishes for an area of this type, and what could not be compared. */
function unknownLines(rows: readonly AreaIndicator[], area: string): OpeningLine[] {
  const elsewhere = rows.filter(({ publishedHere, place }) => !publishedHere && isRealFigure(place));
  const unadjusted = rows.filter(
    (row) =>
      row.ageAdjusted === false && isReal(row) && (row.verdict === 'higher' || row.verdict === 'lower'),
  );
  const synthetic = rows.filter((row) => row.estimate?.status === 'shown' && !isReal(row));
  const hidden = rows.filter(
    ({ publishedHere, estimate }) => publishedHere && estimate !== null && estimate.status !== 'shown',
  );
  const told = (
    some: readonly AreaIndicator[],
    text: (count: (one: string, many: string) => string) => string,
  ) =>
    some.slice(0, 1).map((first) => {
      const indicators = indicatorsIn(some);
      const count = (one: string, many: string) =>
        `${countWords(indicators)} ${indicators === 1 ? one : many}`;
      return line('not-known', text(count), rowKey(first));
    });
  return [
    ...told(
      elsewhere,
      (count) =>
        `How ${area} stands on ${count('outcome or service, which is', 'outcomes and services, which are')} not published for areas of this kind.`,
    ),
    ...told(
      unadjusted,
      (count) =>
        `Whether ${area} is better or worse on ${count('outcome or service on which it is higher or lower: its figure is', 'outcomes and services on which it is higher or lower: their figures are')} ${NOT_ADJUSTED}, and a younger or older population may be why.`,
    ),
    ...told(
      synthetic,
      (count) =>
        `The true figures of ${count('outcome or service', 'outcomes and services')}; what is shown is made for demonstration.`,
    ),
    ...told(
      hidden,
      (count) =>
        `The figures of ${count('outcome or service: they are', 'outcomes and services: they are')} withheld to protect people, or missing.`,
    ),
  ];
}
