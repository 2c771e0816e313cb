/** Replies the server drew a page from, carried along in its document so that the browser need not ask again. */
import type { QueryClient } from '@tanstack/react-query';
import type { CarriedReply } from '../../../server/contract/rendered-page.ts';
import { isRefusal, RequestError } from './client.ts';

/** @returns nothing where something failed that may succeed when it is asked again: the browser then begins anew. */
export function carriedReplies(client: QueryClient): CarriedReply[] | undefined {
  const carried: CarriedReply[] = [];
  for (const { queryKey, state } of client.getQueryCache().getAll()) {
    if (state.data !== undefined) carried.push({ key: queryKey, data: state.data });
    else if (state.error !== null) {
      if (!isRefusal(state.error)) return undefined;
      carried.push({ key: queryKey, problem: state.error.problem });
    }
  }
  return carried;
}

/** Takes up what a document carries, as if it had just been answered. */
export function takeUpReplies(client: QueryClient, carried: readonly CarriedReply[]): void {
  for (const reply of carried) {
    if ('data' in reply) client.setQueryData(reply.key, reply.data);
    else {
      const error = new RequestError(reply.problem as RequestError['problem']);
      const query = client.getQueryCache().build(client, { queryKey: reply.key });
      query.setState({ status: 'error', error, errorUpdateCount: 1, errorUpdatedAt: Date.now() });
    }
  }
}
