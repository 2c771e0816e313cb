import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createApi } from './api.ts';

/** A server that gives these answers in turn. */
async function serving(
  answers: readonly (readonly [status: number, headers: Record<string, string>, body: string])[],
) {
  let asked = 0;
  const server = createServer((_, reply) => {
    const [status, headers, body] = answers[Math.min(asked++, answers.length - 1)] ?? [500, {}, ''];
    reply.writeHead(status, headers).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { api: createApi(`http://127.0.0.1:${port}`), close: () => server.close() };
}

test('it waits as long as it is told to, and asks again', async () => {
  const { api, close } = await serving([
    [429, { 'retry-after': '0' }, 'slower'],
    [200, {}, '{"release":1}'],
  ]);
  expect(await api.json('/api/v1/health')).toEqual({ release: 1 });
  expect(api.requests()).toBe(2);
  close();
});

test('what is not there, or does not apply, is nothing; a fault stops', async () => {
  const { api, close } = await serving([
    [404, {}, ''],
    [422, {}, ''],
    [500, {}, ''],
  ]);
  expect(await api.json('/a')).toBeUndefined();
  expect(await api.text('/b')).toBeUndefined();
  await expect(api.json('/c')).rejects.toThrow('/c answers 500');
  close();
});
