/** A figure of an opening line in words. Pure. */
import { ageBandLabel } from '../../contract/age-bands.ts';
import { labelOfAge } from '../../contract/ages.ts';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { Estimate } from '../../contract/estimate.ts';
import { amountWords } from './amount-words.ts';

type Named = Pick<BoardRow, 'shortTitle' | 'stratum'>;

/** "First COVID-19 dose, 65 and over": told from the rows beside it. */
export const nameWords = ({ shortTitle, stratum }: Named): string =>
  [
    shortTitle,
    ...(stratum.ageBand === 'all' ? [] : [ageBandLabel(stratum.ageBand).replace(/^Under/, 'under')]),
    ...(stratum.sex === 'all' ? [] : [stratum.sex]),
  ].join(', ');

type Dated = Named &
  Pick<BoardRow, 'unit' | 'decimals' | 'periodLabel'> & { readonly age?: number | undefined };

/** "First COVID-19 dose, 65 and over, 83.6% (up to 15 July 2021, 5 years ago)". */
export function figureWords(row: Dated, estimate: Estimate | null): string {
  const value = estimate?.status === 'shown' ? amountWords(estimate.value, row) : 'no figure';
  return `${nameWords(row)}, ${value} (${labelOfAge(row.periodLabel, row.age)})`;
}

/** A difference relative to the figure it is of: lines are put in the order of it, whatever their units. */
export const relativeSize = (difference: number, estimate: Estimate | null): number =>
  estimate?.status === 'shown' && estimate.value !== 0 ? Math.abs(difference / estimate.value) : 0;
