import type { WithdrawalReply } from '../../../server/contract/withdrawal-reply.ts';
import { countOf, formatDay } from '../words/format.ts';

/** What was taken back, by whom and why: it stands nowhere any more. */
export function Withdrawals({ all }: { readonly all: readonly WithdrawalReply[] }) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="withdrawals">
      <h2 id="withdrawals">Withdrawn</h2>
      <p>These figures were published and have been taken back, out of every release that held them.</p>
      <ul>
        {all.map(({ id, what, by, reason, withdrawnAt, versions }) => (
          <li key={id}>
            {what}: {reason} ({by}, {formatDay(withdrawnAt)};{' '}
            {countOf(
              versions.reduce((sum, { figures }) => sum + figures, 0),
              'figure',
              'figures',
            )}{' '}
            of {countOf(versions.length, 'version', 'versions')})
          </li>
        ))}
      </ul>
    </section>
  );
}
