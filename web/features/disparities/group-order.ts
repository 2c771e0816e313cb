/** The order groups are drawn in. Pure. */
import type { DisparitiesReply, DisparityGroup } from '../../../server/contract/disparity-replies.ts';

/** Ordered groups as they are; others by value, worst first. What is not shown stays last, in the order of the scheme. */
export function groupsInOrder({ groups, breakdown, polarity }: DisparitiesReply): readonly DisparityGroup[] {
  if (breakdown.ordered) return groups;
  const sign = polarity === 'higher-is-better' ? 1 : -1;
  return groups.toSorted((a, b) => {
    if (a.status !== 'shown' || b.status !== 'shown')
      return Number(a.status !== 'shown') - Number(b.status !== 'shown');
    return sign * (a.value - b.value);
  });
}
