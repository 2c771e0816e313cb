import { expect, test } from 'vitest';
import type { Problem } from '../../../server/contract/problem.ts';
import { carriedReplies, takeUpReplies } from './carried-replies.ts';
import { getReply } from './client.ts';
import { newQueryClient } from './queries.ts';

const problem = (status: number): Problem => ({
  type: '/docs#x',
  title: 'No',
  status,
  code: 'not-found',
  detail: 'None here.',
});

/** A client that asked two questions, one of which was answered with this status. */
async function asked(status: number) {
  const client = newQueryClient({ retry: false, gcTime: Number.POSITIVE_INFINITY });
  const ask = async (url: string) =>
    url === '/a' ? Response.json({ figure: 1.5 }) : Response.json(problem(status), { status });
  await Promise.allSettled(
    ['/a', '/b'].map((url) =>
      client.fetchQuery({ queryKey: [url], queryFn: ({ signal }) => getReply(url, signal, ask) }),
    ),
  );
  return client;
}

test('replies and refusals come through a document as they were answered', async () => {
  const carried = carriedReplies(await asked(404));
  const client = newQueryClient();
  takeUpReplies(client, JSON.parse(JSON.stringify(carried)));
  expect(client.getQueryData(['/a'])).toEqual({ figure: 1.5 });
  expect(client.getQueryState(['/b'])).toMatchObject({
    status: 'error',
    error: { name: 'ProblemError', message: 'None here.', problem: problem(404) },
  });
  expect(carriedReplies(client)).toEqual(carried);
});

test.each([503, 500, 429])('with an answer of %i, which may pass, nothing is carried', async (status) => {
  expect(carriedReplies(await asked(status))).toBeUndefined();
});
