import type { ComparedAreaEstimate } from '../../../server/contract/estimate.ts';
import { verdictLooks } from '../ui/verdict-looks.ts';
import type { Order } from '../url/order.ts';
import { beginsLow } from '../words/meaning.ts';

export const columns = ['name', 'value', 'verdict'] as const;
export type Column = (typeof columns)[number];

/** Where attention is due comes first: the lowest where higher is better or the scale runs down, else the highest. */
export const firstOrder = (scale: Parameters<typeof beginsLow>[0]): Order<Column> => ({
  column: 'value',
  descending: !beginsLow(scale),
});

const byName = (a: ComparedAreaEstimate, b: ComparedAreaEstimate) => a.name.localeCompare(b.name, 'en-GB');

/** Areas without a figure stay last and in order of name, so that their place tells nothing about them. */
export function sortAreas(
  areas: readonly ComparedAreaEstimate[],
  { column, descending }: Order<Column>,
): ComparedAreaEstimate[] {
  const sign = descending ? -1 : 1;
  return areas.toSorted((a, b) => {
    if (column === 'name') return sign * byName(a, b);
    if (a.status !== 'shown' || b.status !== 'shown')
      return Number(a.status !== 'shown') - Number(b.status !== 'shown') || byName(a, b);
    const difference =
      column === 'value' ? a.value - b.value : verdictLooks[a.verdict].rank - verdictLooks[b.verdict].rank;
    return sign * difference || byName(a, b);
  });
}
