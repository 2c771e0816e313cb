/** What was taken back, by whom and why. Pure. */
import type { StoredWithdrawal } from '../../../db/queries/withdrawals.ts';
import type { WithdrawalReply } from '../../contract/withdrawal-reply.ts';
import { dayInWords } from '../writing/words.ts';

/** @param versions those a reply speaks of: what was taken out of none of them is left out. */
export function withdrawalsView(
  all: readonly StoredWithdrawal[],
  versions: readonly { readonly id: number }[],
): WithdrawalReply[] {
  const held = new Set(versions.map(({ id }) => id));
  return all
    .filter((one) => one.versions.some(({ version }) => held.has(version)))
    .map(({ id, withdrawn_at, by_whom, reason, what, versions: own }) => ({
      id,
      withdrawnAt: withdrawn_at,
      by: by_whom,
      reason,
      what,
      versions: [...own],
    }));
}

/** "Life expectancy, 2023, Exampleton (on 5 March 2026 by A. Steward: typed wrong)". */
export const withdrawalWords = ({ withdrawnAt, by, reason, what }: WithdrawalReply): string =>
  `${what} (on ${dayInWords(withdrawnAt)} by ${by}: ${reason.replace(/\.$/, '')})`;
