/**
 * Requests of every kind at every address of the contract, right, nearly right and absurd, each asked twice: no fault of ours, every
 * reply as the contract says for its status and form, and every security header the first time and the second.
 */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pagePatterns } from '../contract/pages.ts';
import { paths } from '../contract/paths.ts';
import type { AreasReply, IndicatorsReply } from '../contract/replies.ts';
import { seededRandom } from '../random.ts';
import { demonstrationApp } from '../testing.ts';
import { type Contract, notInContract, type Parameter } from '../testing-contract.ts';
import { shareOf } from '../testing-share.ts';

const SEED = 17;
/** Each is asked twice. */
const QUESTIONS = shareOf(15_000, 600);

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let contract: Contract;
/** What a parameter of a name may well be. */
let likely: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'web-'));
  mkdirSync(join(webFolder, 'assets'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Pages</title>');
  writeFileSync(join(webFolder, 'assets', 'part.js'), 'export {};');
  demo = await demonstrationApp({ webFolder });
  contract = await demo.get<Contract>(paths.openapi());
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const { areas } = await demo.get<AreasReply>(paths.areas());
  likely = {
    id: indicators.map(({ id }) => id),
    code: areas.map(({ code }) => code),
    area: areas.map(({ code }) => code),
    release: ['1', '1', '2'],
    since: ['1'],
    period: ['latest', '2021', '2021-07-15', '2022-23', '2024-25-Q1', '2024-M05', '2021--2023'],
    edition: ['2025', '2021', '2022'],
    ethnicGroup: ['all', 'white', 'black', 'asian', 'mixed', 'other', 'unknown', 'black-african'],
    group: ['white', 'black', 'asian', 'mixed', '1', '5'],
    ageBand: ['all', '0-15', '16-24', '50-64', '65-plus', '80-plus'],
    reference: ['rest', 'largest', 'best', 'england', 'white', '1'],
    target: ['place', '95', '50'],
    shares: ['50', '50,75', '90'],
  };
});
afterAll(() => demo.close());

const ABSURD = [
  '',
  ' ',
  '0',
  '-1',
  '1e9',
  '99999999999999999999',
  'NaN',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '%00',
  '%E0%A4%A',
  '\u0000',
  '\u202e',
  'ü',
  '💉',
  '١٢',
  'a'.repeat(300),
  'a'.repeat(9000),
  '2021-02-30',
  '0000',
  '9999-12-31',
  'E05011104,E05011105',
  '65-16',
  '*',
];

const HEADERS_OF_EVERY_REPLY = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-content-type-options',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
];

interface Question {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The address in the contract; none for pages, parts and what is nowhere. */
  readonly path?: string;
}

function questions(count: number): Question[] {
  const random = seededRandom(SEED);
  const among = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
  const valueFor = ({ name, schema }: Parameter): string => {
    if (random() < 0.12) return among(ABSURD);
    return among(schema.enum ?? likely[name] ?? (schema.type === 'integer' ? ['1', '2'] : ['latest', 'all']));
  };
  const written = (text: string) => (text.startsWith('%') ? text : encodeURIComponent(text));
  // An archive takes seconds, and has a test of its own.
  const known = Object.keys(contract.paths).filter((path) => !path.endsWith('.zip'));
  const elsewhere = [
    ...pagePatterns.map((pattern) => pattern.replace(/:\w+/, 'E05011104')),
    '/assets/part.js',
    '/assets/none.js',
    '/docs',
    '/robots.txt',
    '/metrics',
    '/api/v1/openapi.json',
    '/api/v1',
    '/api/v2/indicators',
    '/wp-login.php',
    '/.env',
  ];
  return Array.from({ length: count }, (_, turn) => {
    const method =
      random() < 0.9 ? 'GET' : among(['HEAD', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const);
    const headers = {
      ...(random() < 0.8 && { 'accept-encoding': among(['br', 'gzip', 'identity', 'zstd', 'br;q=0', '*']) }),
      ...(random() < 0.3 && { accept: among(['text/html', 'application/json', 'text/csv', '*/*', 'x']) }),
      ...(random() < 0.1 && { 'if-none-match': among(['*', '"a"', 'W/"a"', ',', '"']) }),
      ...(random() < 0.1 && { origin: 'https://example.org', 'access-control-request-method': 'GET' }),
      ...(random() < 0.05 && { range: 'bytes=0-9' }),
    };
    if (random() < 0.06) return { method, headers, url: among(elsewhere) };
    const path = known[turn % known.length] ?? '';
    const parameters = contract.paths[path]?.get.parameters ?? [];
    let url = path;
    const query: string[] = [];
    for (const parameter of parameters) {
      if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, written(valueFor(parameter)));
      else if (random() < 0.25) query.push(`${parameter.name}=${written(valueFor(parameter))}`);
    }
    if (random() < 0.03) query.push(`${among(['colour', '__proto__', 'release'])}=${written(among(ABSURD))}`);
    return { method, headers, path, url: query.length === 0 ? url : `${url}?${query.join('&')}` };
  });
}

type Reply = Awaited<ReturnType<typeof demo.app.inject>>;

/** What is wrong with a reply; empty where nothing is. */
function faultsOf({ method, path, url, headers }: Question, reply: Reply): string[] {
  const status = reply.statusCode;
  const type = String(reply.headers['content-type'] ?? '');
  const faults = HEADERS_OF_EVERY_REPLY.filter((name) => reply.headers[name] === undefined).map(
    (name) => `no ${name}`,
  );
  if (status >= 500) faults.push(`${status}: ${reply.body.slice(0, 200)}`);
  if (reply.headers['cache-control'] === undefined && status !== 204) faults.push('no cache-control');
  if (status === 304 || status === 204 || method === 'HEAD') return faults;
  if (status >= 400) {
    const isPage = /html/.test(headers.accept ?? '') || type.startsWith('text/html');
    if (!isPage && !type.startsWith('application/problem+json')) faults.push(`a problem as ${type}`);
    if (/\bat \S+ \(|node_modules|select |\.ts:/.test(reply.body)) faults.push('the inside is shown');
  }
  if (path === undefined || type.startsWith('text/html')) return faults;
  faults.push(...notInContract(contract, path, reply).map((fault) => `${url}: ${fault}`));
  return faults;
}

test(`${QUESTIONS} questions, each asked twice, have no fault of ours, fit the contract and carry every header`, async () => {
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  for (const question of questions(QUESTIONS)) {
    const { method, url, headers } = question;
    const asked = () => demo.app.inject({ method, url, headers });
    for (const time of ['first', 'second']) {
      const reply = await asked();
      statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1);
      for (const fault of faultsOf(question, reply)) faults.push(`${method} ${url}, ${time}: ${fault}`);
    }
  }
  expect(faults.slice(0, 20)).toEqual([]);
  // It was a fair draw: figures, and refusals of every kind.
  for (const status of [200, 304, 400, 404, 405, 422]) expect([...statuses.keys()]).toContain(status);
  expect(statuses.get(200)).toBeGreaterThan(QUESTIONS / 4);
}, 3_600_000);
