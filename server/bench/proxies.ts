/** Behind nginx and HAProxy as Debian has them, below a path that the proxy takes away or leaves. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../contract/paths.ts';
import type { Out } from './out.ts';
import { freePort, withSite } from './running-site.ts';

const PER_MINUTE = 60;
const BASE = '/health';

interface Ways {
  readonly port: number;
  readonly to: number;
  readonly folder: string;
  readonly isStripping: boolean;
}

/** How each is asked for, and told what to do. */
const proxies: Readonly<
  Record<string, { arguments: (file: string, folder: string) => string[]; settings: (ways: Ways) => string }>
> = {
  nginx: {
    arguments: (file, folder) => ['-p', folder, '-c', file, '-g', 'daemon off;'],
    settings: ({ port, to, folder, isStripping }) => `
      pid ${folder}/pid; error_log ${folder}/error.log;
      events {}
      http {
        access_log off;
        client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
        server {
          listen 127.0.0.1:${port};
          location ${BASE}/ {
            proxy_pass http://127.0.0.1:${to}${isStripping ? '/' : ''};
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
            proxy_set_header X-Forwarded-Proto $scheme;
          }
        }
      }`,
  },
  haproxy: {
    arguments: (file) => ['-db', '-f', file],
    settings: ({ port, to, isStripping }) => `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
frontend readers
  bind 127.0.0.1:${port}
  option forwardfor
  default_backend site
backend site
${isStripping ? `  http-request set-path %[path,regsub(^${BASE}/,/)]\n` : ''}  server one 127.0.0.1:${to}
`,
  },
};

export async function benchProxies(out: Out): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'bench-proxied-'));
  try {
    await behindEach(data, out);
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function behindEach(data: string, out: Out): Promise<void> {
  for (const name of Object.keys(proxies)) {
    const isHere = spawnSync(name, ['-v'], { env: withSystemFolders() }).error === undefined;
    if (!isHere) {
      out(`${name} is not installed: skipped`);
      continue;
    }
    for (const isStripping of [true, false]) {
      const faults = await behind(name, isStripping, data);
      out(
        `Behind ${name}, which ${isStripping ? 'takes the path away' : 'leaves the path'}: ${faults.length} faults${faults.map((one) => `\n  ${one}`).join('')}`,
      );
    }
  }
}

const withSystemFolders = () => ({ ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` });

async function behind(name: string, isStripping: boolean, data: string): Promise<string[]> {
  const proxy = proxies[name];
  if (proxy === undefined) return [];
  const folder = mkdtempSync(join(tmpdir(), 'bench-proxy-'));
  const [port, to] = [await freePort(), await freePort()];
  const file = join(folder, 'settings');
  writeFileSync(file, proxy.settings({ port, to, folder, isStripping }));
  let child: ChildProcess | undefined;
  const faults: string[] = [];
  try {
    const environment = {
      PORT: String(to),
      PUBLIC_URL: `http://127.0.0.1:${port}${BASE}`,
      TRUSTED_PROXIES: '127.0.0.1',
      REQUESTS_PER_MINUTE: String(PER_MINUTE),
    };
    await withSite(
      data,
      async () => {
        child = spawn(name, proxy.arguments(file, folder), { env: withSystemFolders(), stdio: 'ignore' });
        await answering(port);
        faults.push(...(await pagesAndParts(port)), ...(await limits(port)));
      },
      { environment, withWeb: true },
    );
  } finally {
    if (child !== undefined && child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return faults;
}

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

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const reply = await ask(port, `${BASE}/api/v1/health/live`).catch(() => undefined);
    if (reply?.status === 200) return;
    await pause(100);
  }
  throw new Error('the proxy does not answer');
}

async function pagesAndParts(port: number): Promise<string[]> {
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
async function limits(port: number): Promise<string[]> {
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
