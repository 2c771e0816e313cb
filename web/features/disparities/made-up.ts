import type { DisparityCell } from '../../../server/contract/gap-replies.ts';

/** Whether a figure of a gap is made for demonstration: nothing is said or counted of it. */
export const isMadeUp = ({ estimate, gap }: Pick<DisparityCell, 'estimate' | 'gap'>) =>
  gap.basis === 'synthetic' || (estimate.status === 'shown' && estimate.basis === 'synthetic');
