import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printed, startProgram } from '../testing-process.ts';
import type { Out } from './cli.ts';
import { median } from './median.ts';

/** A person who comes back does not wait. */
const SECONDS = 3;

/** From the second `npm start` on a data folder to its first answer, the web client built before. */
export async function benchStart(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-start-'));
  try {
    out('Start until the first answer, PGlite, seconds');
    out(`  first, with the demonstration to load: ${(await secondsToAnswer(folder)).toFixed(1)}`);
    const again = [];
    for (let run = 1; run <= 3; run++) again.push(await secondsToAnswer(folder));
    const seconds = median(again);
    out(
      `  again (median of three): ${seconds.toFixed(1)}, at most ${SECONDS}: ${seconds <= SECONDS ? 'met' : 'NOT MET'}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function secondsToAnswer(folder: string): Promise<number> {
  const start = performance.now();
  const server = startProgram(['server/main.ts'], { DATA_FOLDER: folder, PORT: '0' });
  const ended = once(server, 'exit');
  const [address] = await printed(server, /http:\/\/\S+/);
  const { status } = await fetch(`${address}/api/v1/health`);
  const seconds = (performance.now() - start) / 1000;
  server.kill('SIGTERM');
  await ended;
  if (status !== 200) throw new Error(`the first answer was ${status}`);
  return seconds;
}
