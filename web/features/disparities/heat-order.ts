/** The order of the rows of the heat map. Pure. */
import type { DisparityCell, OverviewRow } from '../../../server/contract/gap-replies.ts';
import type { Order } from '../../shared/url/order.ts';

export const BY_NAME = 'name';

/** How far the wrong way a gap lies; undefined where nothing is compared or neither way is wrong. */
function harmOf({ gap }: DisparityCell, { polarity }: Pick<OverviewRow, 'polarity'>): number | undefined {
  if (gap.difference === undefined || gap.isReference || polarity === 'neutral') return undefined;
  return polarity === 'higher-is-better' ? -gap.difference.value : gap.difference.value;
}

/**
 * Rows without a gap in the column stay last and in order of name, so that their place tells nothing about them.
 *
 * @param order by a group's gap or by name; left out, as the aims have them.
 */
export function orderedRows(rows: readonly OverviewRow[], order: Order | undefined): readonly OverviewRow[] {
  if (order === undefined) return rows;
  const byName = (a: OverviewRow, b: OverviewRow) => a.shortTitle.localeCompare(b.shortTitle, 'en-GB');
  const sign = order.descending ? -1 : 1;
  if (order.column === BY_NAME) return rows.toSorted((a, b) => sign * byName(a, b));
  const harm = (row: OverviewRow) => {
    const cell = row.cells.find(({ group }) => group === order.column);
    return cell && harmOf(cell, row);
  };
  return rows.toSorted((a, b) => {
    const [first, second] = [harm(a), harm(b)];
    if (first === undefined || second === undefined)
      return Number(first === undefined) - Number(second === undefined) || byName(a, b);
    return sign * (first - second) || byName(a, b);
  });
}
