/** A real proxy on the loopback address, in front of a database or a server: it can refuse, cut and swallow what it carries. */
import { createConnection, createServer, type Socket } from 'node:net';

export interface TestProxy {
  readonly port: number;
  /** Cuts every connection and takes no new one. */
  cut(): void;
  /** Keeps every connection open and carries nothing more on it; new ones are carried. */
  swallow(): void;
  /** Takes connections again. */
  mend(): void;
  close(): Promise<void>;
}

export async function proxyTo(port: number, host = '127.0.0.1'): Promise<TestProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let isCut = false;
  const server = createServer((near) => {
    near.on('error', () => near.destroy());
    if (isCut) {
      near.destroy();
      return;
    }
    const far = createConnection({ port, host });
    const pair = [near, far] as const;
    pairs.add(pair);
    far.on('error', () => near.destroy());
    near.pipe(far).pipe(near);
    for (const socket of pair)
      socket.once('close', () => {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const end = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut: () => {
      isCut = true;
      end();
    },
    swallow: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        near.resume();
        far.resume();
      }
    },
    mend: () => {
      isCut = false;
    },
    close: async () => {
      end();
      await new Promise((closed) => server.close(closed));
    },
  };
}
