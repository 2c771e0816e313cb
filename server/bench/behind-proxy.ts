import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../contract/paths.ts';

export const PER_MINUTE = 60;
export const BASE = '/health';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** @param from the address of this machine that asks. */
function ask(port: number, path: string, from = '127.0.0.2', headers = {}): Promise<Answer> {
  return new Promise((answered, failed) => {
    const asking = request({ host: '127.0.0.1', port, path, localAddress: from, headers }, (reply) => {
      let body = '';
      reply.setEncoding('utf8').on('data', (data) => {
        body += data;
      });
      reply.on('end', () => answered({ status: reply.statusCode ?? 0, headers: reply.headers, body }));
    });
    asking.on('error', failed);
    asking.end();
  });
}

export async function answeringBehind(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const reply = await ask(port, `${BASE}/api/v1/health/live`).catch(() => undefined);
    if (reply?.status === 200) return;
    await pause(100);
  }
  throw new Error('the proxy does not answer');
}

export async function pagesAndParts(port: number): Promise<string[]> {
  const faults: string[] = [];
  const wanted = async (path: string, status = 200) => {
    const reply = await ask(port, path);
    if (reply.status !== status) faults.push(`${path}: ${reply.status}, not ${status}`);
    if (reply.headers['set-cookie'] !== undefined) faults.push(`${path} sets a cookie`);
    return reply;
  };
  for (const page of ['/', '/map', '/board', '/docs']) {
    const { body } = await wanted(BASE + page);
    const parts = [...body.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, part = '']) => part);
    if (parts.length === 0) faults.push(`${page} has no parts`);
    for (const part of parts) {
      if (!part.startsWith(`${BASE}/`)) faults.push(`${page} asks for ${part}`);
      await wanted(part);
    }
  }
  const contract = JSON.parse((await wanted(`${BASE}${paths.openapi()}`)).body);
  if (contract.servers[0].url !== `http://127.0.0.1:${port}${BASE}`)
    faults.push(`the contract names ${contract.servers[0].url}`);
  const moved = await wanted(`${BASE}/docs/static/index.html`, 302);
  if (moved.headers.location !== `${BASE}/docs/`) faults.push(`moved to ${moved.headers.location}`);
  await wanted(`${BASE}/no/such/page`, 404);
  return faults;
}

/** Who calls himself another at each question is still one; somebody else is another. */
export async function limitsBehind(port: number): Promise<string[]> {
  const faults: string[] = [];
  let refused = 0;
  for (let turn = 0; turn < 2 * PER_MINUTE; turn++) {
    const headers = { 'x-forwarded-for': `192.0.2.${turn}` };
    const { status } = await ask(port, `${BASE}/api/v1/areas?release=${turn + 2}`, '127.0.0.3', headers);
    if (status === 429) refused++;
  }
  if (refused === 0) faults.push('an address of his own making let somebody ask without end');
  if ((await ask(port, `${BASE}${paths.releases()}`, '127.0.0.4')).status !== 200)
    faults.push('one reader was refused for another');
  return faults;
}
