/** The latest figures of a row as the small line beside it draws them. Pure. */
import type { TrendReply } from '../../contract/replies.ts';

const MOST = 24;

/** Sharper than a line of a few pixels can show; the trend has the figure itself. */
export const sparklineOf = (
  points: TrendReply['points'],
  { decimals }: { readonly decimals: number },
): (number | null)[] =>
  points
    .slice(-MOST)
    .map(({ estimate }) =>
      estimate.status === 'shown' ? Number(estimate.value.toFixed(decimals + 1)) : null,
    );
