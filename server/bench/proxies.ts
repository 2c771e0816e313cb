/** Behind nginx and HAProxy as Debian has them, below a path that the proxy takes away or leaves. */

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answeringBehind, BASE, limitsBehind, PER_MINUTE, pagesAndParts } from './behind-proxy.ts';
import type { Out } from './out.ts';
import { freePort, withSite } from './running-site.ts';

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
        await answeringBehind(port);
        faults.push(...(await pagesAndParts(port)), ...(await limitsBehind(port)));
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
