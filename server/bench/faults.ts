import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Environment, printed, runProgram, startProgram } from '../testing-process.ts';
import type { Out } from './out.ts';

/** Disks that are full, nearly full or read-only, which takes the right to mount one: what a start and a load say of them. */
export async function benchFaults(out: Out): Promise<void> {
  const mount = mkdtempSync(join(tmpdir(), 'bench-disk-'));
  const on = (...options: string[]) =>
    execFileSync('mount', ['-t', 'tmpfs', '-o', options.join(','), 'tmpfs', mount]);
  const off = () => execFileSync('umount', ['--lazy', mount]);
  try {
    on('size=600m');
  } catch {
    out('Full and read-only disks: not tried, this user may not mount one');
    return;
  }
  out('Full and read-only disks, exit code and what is said');
  const environment = { DATA_FOLDER: join(mount, 'data'), PORT: '0' };
  const start = () => startAndStop(environment);
  try {
    const fill = (left: number) => {
      const { bavail, bsize } = statfsSync(mount);
      writeFileSync(join(mount, 'filling'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
    };
    const say = (what: string, { code, err }: { code: number | null; err: string }) =>
      out(`  ${what}: ${code}, ${err.trim() || 'nothing'}`);
    fill(100_000_000);
    say('first start with 100 MB left', await start());
    rmSync(join(mount, 'filling'));
    say('first start with 600 MB', await start());
    fill(1_000_000);
    say('second start with 1 MB and the reserve left', await start());
    const file = join(mount, '..', 'bench-figures.csv');
    writeFileSync(file, 'measure,period,area_type,area_code,value\n');
    say('a load with no room', await runProgram(['server/jobs/ingest-cli.ts', 'plain', file], environment));
    rmSync(join(mount, 'filling'));
    writeFileSync(file, manyRows());
    const before = statfsSync(mount).bavail;
    const loading = runProgram(['server/jobs/ingest-cli.ts', 'plain', file], environment);
    // Until the load writes, then nothing is left for it.
    while (statfsSync(mount).bavail > before - 1000) await pause(20);
    try {
      fill(0);
    } catch {
      // The load takes what is left at the same moment: the disk is full, as wanted.
    }
    say('a disk that fills up in mid-load', await loading);
    rmSync(file);
    rmSync(join(mount, 'filling'));
    say('a start with room again', await start());
    execFileSync('mount', ['-o', 'remount,ro', mount]);
    say('a start on a read-only disk', await start());
  } finally {
    off();
    rmSync(mount, { recursive: true, force: true });
  }
}

/** Figures enough to take longer than a disk to fill: residents of every year of the small areas of the place. */
function manyRows(): string {
  const areas = readFileSync(
    join(import.meta.dirname, '..', '..', 'fixtures', 'extracts', 'areas.csv'),
    'utf8',
  );
  const codes = [...areas.matchAll(/^lsoa,2021,(\w+),/gm)].map(([, code]) => code);
  const lines = ['measure,period,area_type,area_code,age_band,value'];
  for (let year = 1900; year < 1920; year++)
    for (const code of codes)
      for (let age = 0; age < 91; age++) lines.push(`residents,${year},lsoa,${code},${age},1`);
  return `${lines.join('\n')}\n`;
}

/** Starts until the address is said, or until it ends by itself; what it said last in either case. */
async function startAndStop(environment: Environment): Promise<{ code: number | null; err: string }> {
  const server = startProgram(['server/main.ts', '--no-web'], environment);
  let err = '';
  server.stderr?.on('data', (data) => {
    err += data;
  });
  const ended = once(server, 'exit');
  const started = await printed(server, /http:\/\/\S+/).catch(() => undefined);
  if (started !== undefined) server.kill('SIGTERM');
  const [code] = await ended;
  return { code, err: started === undefined ? err : 'started' };
}
