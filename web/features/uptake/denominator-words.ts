/** Why two populations differ, with their sizes as the API gives them. Pure. */
import type { Denominator } from '../../../server/contract/dimensions.ts';
import { formatNumber } from '../../shared/words/format.ts';
import type { FiguresAt } from './figures-at.ts';

const who: Readonly<Record<Denominator, string>> = {
  nims: 'The NHS register holds everyone registered with a GP, also people who have moved away and are still on a list',
  census:
    'the Census counted who usually lived here on one day in March 2021, when many had left London for a while, and missed some',
};

interface Column {
  readonly id: Denominator;
  readonly at: FiguresAt;
}

/** Who is counted in each, how many that is, and that neither is the truth. */
export function whyTheyDiffer(columns: readonly Column[]): string {
  const sizes = columns.flatMap(({ id, at }) => {
    const whole = at.whole?.estimate;
    return whole?.status === 'shown' && whole.denominator !== undefined
      ? [{ id, people: whole.denominator }]
      : [];
  });
  const reasons = `${columns.map(({ id }) => who[id]).join('; ')}.`;
  const [first, second] = sizes;
  if (first === undefined || second === undefined) return `${reasons} ${BETWEEN}`;
  const told = `${formatNumber(first.people, 0)} people against ${formatNumber(second.people, 0)}`;
  return `${reasons} Here that is ${told}. ${BETWEEN}`;
}

const BETWEEN =
  'More people in the population make uptake lower. Neither is the truth; a gap that shows on both is safer to act on.';
