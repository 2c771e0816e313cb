/** Those who mean harm: what they send, hold and do not read, and whether others are answered meanwhile. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { paths } from '../contract/paths.ts';
import type { Out } from './out.ts';
import { megabytesHeld } from './process-use.ts';
import { hasEnded, type RunningSite, withSite } from './running-site.ts';

const SECONDS = 8;
const HEALTH_MS = 1000;
const ASK_EVERY_MS = 100;
const IDLE = 2000;
const SLOW = 200;
const SENDERS = 20;

type Attack = (port: number, until: number) => Promise<readonly Socket[]>;

/** One that is refused, cut or never answered is what was wanted. */
const open = async (port: number): Promise<Socket> => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
  return socket;
};
const openAll = (port: number, count: number) => Promise.all(Array.from({ length: count }, () => open(port)));

const post = (headers: string) => `POST ${paths.indicators()} HTTP/1.1\r\nHost: a\r\n${headers}\r\n\r\n`;
const JSON_TYPE = 'Content-Type: application/json';

/** Sends for as long as it is taken. */
const sending =
  (head: string, piece: Buffer): Attack =>
  async (port, until) => {
    const sockets = await openAll(port, SENDERS);
    await Promise.all(
      sockets.map(async (socket) => {
        socket.write(head);
        while (Date.now() < until && !socket.destroyed) {
          if (!socket.write(piece))
            await Promise.race([once(socket, 'drain'), once(socket, 'close'), pause(500)]).catch(
              () => undefined,
            );
          await pause(1);
        }
      }),
    );
    return sockets;
  };

const BOMB = gzipSync(Buffer.alloc(200_000_000));

const attacks: Readonly<Record<string, Attack>> = {
  'a gigabyte promised, and sent': sending(
    post(`${JSON_TYPE}\r\nContent-Length: 1000000000`),
    Buffer.alloc(65_536),
  ),
  'a body that unfolds to a thousand times its size': sending(
    '',
    Buffer.concat([
      Buffer.from(post(`${JSON_TYPE}\r\nContent-Encoding: gzip\r\nContent-Length: ${BOMB.length}`)),
      BOMB,
    ]),
  ),
  [`${IDLE} connections that ask nothing`]: async (port, until) => {
    const sockets = await openAll(port, IDLE);
    await pause(until - Date.now());
    return sockets;
  },
  [`${SLOW} who send a byte at a time`]: async (port, until) => {
    const sockets = await openAll(port, SLOW);
    const text = `GET ${paths.indicators()} HTTP/1.1\r\nHost: a\r\nX-Slow: ${'a'.repeat(1000)}`;
    for (let at = 0; Date.now() < until; at++) {
      for (const socket of sockets) socket.write(text[at] ?? 'a');
      await pause(100);
    }
    return sockets;
  },
  [`${SLOW} who ask for much and read nothing`]: async (port, until) => {
    const sockets = await openAll(port, SLOW);
    for (const socket of sockets) {
      socket.pause();
      socket.write(`GET ${paths.boundaries('ward')} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(200));
    }
    await pause(until - Date.now());
    return sockets;
  },
};

export async function benchHostile(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-hostile-'));
  try {
    await withSite(folder, async (site) => {
      await (await fetch(`${site.address}${paths.boundaries('ward')}`)).arrayBuffer();
      out(`While harm is meant for ${SECONDS} s each, health is to answer within ${HEALTH_MS} ms`);
      for (const [name, attack] of Object.entries(attacks)) out(`  ${name}: ${await tried(site, attack)}`);
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function tried(site: RunningSite, attack: Attack): Promise<string> {
  const before = megabytesHeld(site.pid);
  const until = Date.now() + 1000 * SECONDS;
  const attacking = attack(site.port, until);
  let [slowest, asked, failed, most] = [0, 0, 0, before];
  while (Date.now() < until && !hasEnded(site)) {
    const start = performance.now();
    const isWell = await fetch(`${site.address}${paths.health()}`, { signal: AbortSignal.timeout(10_000) })
      .then(async (reply) => reply.ok && (await reply.json()).status === 'ok')
      .catch(() => false);
    slowest = Math.max(slowest, performance.now() - start);
    asked++;
    if (!isWell) failed++;
    most = Math.max(most, megabytesHeld(site.pid));
    await pause(ASK_EVERY_MS);
  }
  for (const socket of await attacking) socket.destroy();
  const isMet = failed === 0 && slowest <= HEALTH_MS && !hasEnded(site);
  return `health asked ${asked} times, ${failed} not ok, slowest ${slowest.toFixed(0)} ms, memory at most ${(most - before).toFixed(0)} MB more: ${isMet ? 'met' : 'NOT MET'}`;
}
