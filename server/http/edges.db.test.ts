/** What is at the edge of HTTP, over a real connection: what a parser refuses, what is asked without asking for a figure. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectReader } from '../../db/connect.ts';
import { buildApp } from '../app.ts';
import { paths } from '../contract/paths.ts';
import { demonstrationApp, testConfig } from '../testing.ts';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let port: number;

beforeAll(async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'web-'));
  mkdirSync(join(webFolder, 'assets'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Pages</title>');
  for (const end of ['', '.br', '.gz']) writeFileSync(join(webFolder, 'assets', `part.js${end}`), 'bytes');
  demo = await demonstrationApp({ webFolder });
  port = Number(new URL(await demo.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => demo.close());

interface RawReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Sends bytes as they are, and reads until the server ends the connection. */
function send(bytes: string): Promise<RawReply> {
  return new Promise((answered, failed) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    let heard = '';
    socket.setEncoding('utf8').on('data', (data) => {
      heard += data;
    });
    socket.on('error', failed);
    socket.on('close', () => {
      const [head = '', ...rest] = heard.split('\r\n\r\n');
      const [first = '', ...lines] = head.split('\r\n');
      const headers = new Headers(
        lines.map((line) => line.split(/: ?(.*)/s).slice(0, 2) as [string, string]),
      );
      answered({ status: Number(first.split(' ')[1]), headers, body: rest.join('\r\n\r\n') });
    });
  });
}

const SECURITY = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
];

test.each([
  ['a method that is none', 'JUMP / HTTP/1.1\r\nHost: a\r\n\r\n', 400],
  ['a line that is no request', 'hello\r\n\r\n', 400],
  ['a version of HTTP that is none', 'GET / HTTP/9.9\r\nHost: a\r\n\r\n', 400],
  ['a length that is no number', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: much\r\n\r\n', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
  [
    'a length and pieces',
    'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(100_000)}\r\n\r\n`, 431],
  ['a header that is none', 'GET / HTTP/1.1\r\nHost: a\r\nno header\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['a way through to another server', 'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n', 405],
  ['a condition that is none', 'GET / HTTP/1.1\r\nHost: a\r\nExpect: a-miracle\r\n\r\n', 417],
])('%s is refused as a problem with the headers of every reply', async (_, bytes, status) => {
  const reply = await send(bytes);
  expect([reply.status, reply.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ]);
  const problem = JSON.parse(reply.body);
  expect(problem).toMatchObject({ status, type: expect.any(String), code: expect.any(String) });
  expect(problem.detail).not.toMatch(/HPE_|ERR_|FST_|Parse Error/);
  const ordinary = await fetch(`http://127.0.0.1:${port}/robots.txt`);
  for (const name of SECURITY) {
    expect(ordinary.headers.get(name), name).not.toBeNull();
    expect(reply.headers.get(name), name).toBe(ordinary.headers.get(name));
  }
  // The server goes on.
  expect((await fetch(`http://127.0.0.1:${port}/api/v1/health/live`)).status).toBe(200);
});

test.each([
  ['a gigabyte that is promised', 'Content-Type: application/json\r\nContent-Length: 1000000000'],
  [
    'a body that is packed',
    'Content-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 1000000000',
  ],
])('%s is refused before any of it is sent', async (_, headers) => {
  const reply = await send(
    `POST ${paths.indicators()} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${headers}\r\n\r\n`,
  );
  expect([405, 413]).toContain(reply.status);
  expect(JSON.parse(reply.body)).toMatchObject({ status: reply.status });
});

test('what can be asked of an address is told to whoever asks, and a browser that asks before it asks', async () => {
  for (const url of [paths.indicators(), paths.boardCsv(), '/map', '/robots.txt', '/assets/part.js']) {
    const reply = await demo.app.inject({ method: 'OPTIONS', url });
    expect([url, reply.statusCode, reply.headers.allow, reply.body]).toEqual([
      url,
      204,
      'GET, HEAD, OPTIONS',
      '',
    ]);
  }
  const server = await send('OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  expect([server.status, server.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  expect((await demo.app.inject({ method: 'OPTIONS', url: '/api/v1/nothing' })).statusCode).toBe(404);
  const preflight = await demo.app.inject({
    method: 'OPTIONS',
    url: paths.indicators(),
    headers: { origin: 'https://example.org', 'access-control-request-method': 'GET' },
  });
  expect(preflight.statusCode).toBe(204);
  expect(preflight.headers).toMatchObject({
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD',
  });
});

test('a script of another site may read what a reply says of itself', async () => {
  const { headers } = await demo.app.inject(paths.boardCsv());
  const exposed = String(headers['access-control-expose-headers']).split(', ');
  expect(exposed).toEqual(
    expect.arrayContaining(['age', 'allow', 'content-disposition', 'etag', 'link', 'retry-after']),
  );
});

test('a reader who names the reply it has, in any way the standard knows, is not sent it again', async () => {
  const { headers } = await demo.app.inject(paths.indicators());
  const etag = String(headers.etag);
  const asked = async (named: string, method: 'GET' | 'HEAD' = 'GET') =>
    (await demo.app.inject({ method, url: paths.indicators(), headers: { 'if-none-match': named } }))
      .statusCode;
  for (const named of [etag, `W/${etag}`, '*', ` * `, `"a", ${etag}`, `"a",W/${etag} , "b"`])
    expect([named, await asked(named), await asked(named, 'HEAD')]).toEqual([named, 304, 304]);
  // Also where nobody has asked before.
  const head = {
    method: 'HEAD',
    url: paths.indicator('residents'),
    headers: { 'if-none-match': '*' },
  } as const;
  expect((await demo.app.inject(head)).statusCode).toBe(304);
  for (const named of ['"a"', `"a", "b"`, etag.slice(1, -1), ''])
    expect([named, await asked(named)]).toEqual([named, 200]);
});

test('a file has one address, whatever lies compressed beside it', async () => {
  const of = async (url: string, accepted = 'identity') => {
    const { statusCode, headers } = await demo.app.inject({ url, headers: { 'accept-encoding': accepted } });
    return [statusCode, headers['content-type'], headers['content-encoding']];
  };
  expect(await of('/assets/part.js')).toEqual([200, 'application/javascript; charset=utf-8', undefined]);
  expect(await of('/assets/part.js', 'br')).toEqual([200, 'application/javascript; charset=utf-8', 'br']);
  for (const url of ['/assets/part.js.br', '/assets/part.js.gz', '/index.html.br'])
    expect(await of(url)).toEqual([404, 'application/problem+json; charset=utf-8', undefined]);
});

test('what cannot be answered just now says when to ask again', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
  for (const url of [paths.health(), '/api/v1/health/ready', paths.indicators()]) {
    const { statusCode, headers } = await app.inject(url);
    expect([url, statusCode, Number(headers['retry-after']) > 0]).toEqual([url, 503, true]);
  }
  await app.close();
  await reader.close();
});

test('measures are answered unless they are switched off', async () => {
  const reader = connectReader({ databaseUrl: 'postgres://someone@127.0.0.1:9/none' });
  const app = await buildApp({
    db: reader.kysely,
    config: { ...testConfig, metrics: false },
    now: () => new Date(),
  });
  expect((await app.inject('/metrics')).statusCode).toBe(404);
  expect((await demo.app.inject('/metrics')).statusCode).toBe(200);
  await app.close();
  await reader.close();
});
