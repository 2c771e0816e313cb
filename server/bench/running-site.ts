/** The site as a process of its own, with the demonstration in a folder of its own, for benches that ask it as others do. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type Environment, pidOf, printed, startProgram } from '../testing-process.ts';

export interface RunningSite {
  readonly process: ChildProcess;
  readonly pid: number;
  readonly port: number;
  readonly address: string;
}

/** @param environment beside the data folder; without a port of its own the site takes a free one. */
export async function withSite(
  folder: string,
  use: (site: RunningSite) => Promise<void>,
  { environment = {}, withWeb = false }: { environment?: Environment; withWeb?: boolean } = {},
): Promise<void> {
  const server = startProgram(['server/main.ts', ...(withWeb ? [] : ['--no-web'])], {
    DATA_FOLDER: folder,
    PORT: '0',
    REQUESTS_PER_MINUTE: '1000000000',
    ...environment,
  });
  const ended = once(server, 'exit');
  try {
    const [, port] = await printed(server, /http:\/\/\S+:(\d+)/);
    const address = `http://127.0.0.1:${port}`;
    await use({ process: server, pid: pidOf(server), port: Number(port), address });
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

export const hasEnded = ({ process }: RunningSite): boolean =>
  process.exitCode !== null || process.signalCode !== null;

/** A port that nobody has just now. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
