import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { joinServer } from './server.ts';

/** A server in a folder of its own that goes with it: for work that leaves nothing behind. */
export async function temporaryServer(): Promise<{ databaseUrl: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'population-health-'));
  const { databaseUrl, leave } = await joinServer(folder, { fsync: 'off', max_connections: '200' });
  return {
    databaseUrl,
    stop: async () => {
      await leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
