import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nearestAnswer } from './nearest-answer.ts';

/** A server that knows one area and one period, refuses others as the API does, and echoes what it answered. */
const server = createServer(({ url = '' }, reply) => {
  const query = new URL(url, 'http://x').searchParams;
  const refuse = (status: number, field?: string) =>
    reply
      .writeHead(status, { 'content-type': 'application/problem+json' })
      .end(JSON.stringify({ type: '', title: 't', code: 'c', detail: 'd', status, field }));
  if (query.get('period') === '1999') return refuse(422, 'period');
  if (query.get('area') === 'nowhere') return refuse(404, 'area');
  if (query.get('release') === '99') return refuse(404, 'release');
  return reply.end(JSON.stringify(Object.fromEntries(query)));
});
let address = '';
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (query: Record<string, string>) =>
  nearestAnswer<Record<string, string>, Record<string, string>>(
    (parts) => `${address}/?${new URLSearchParams(parts)}`,
    query,
    new AbortController().signal,
  );

test('a question that can be answered is answered as asked', async () => {
  expect(await ask({ area: 'here' })).toEqual({ reply: { area: 'here' }, refused: [] });
});
test('every part refused is left out and named, and nothing else', async () => {
  const asked = { area: 'nowhere', period: '1999', by: 'deprivation' };
  const { reply, refused } = await ask(asked);
  expect(reply).toEqual({ by: 'deprivation' });
  expect(refused.toSorted((a, b) => a.field.localeCompare(b.field))).toEqual([
    { field: 'area', value: 'nowhere' },
    { field: 'period', value: '1999' },
  ]);
  expect(asked).toHaveProperty('period');
});
test('an earlier release is never answered with another', async () => {
  await expect(ask({ release: '99' })).rejects.toThrow('d');
});
