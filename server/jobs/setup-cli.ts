import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { SingleBar } from 'cli-progress';
import { withDatabase } from '../../db/reach.ts';
import { BadCall, runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { runJob } from './follow.ts';
import type { SetupResult } from './setup.ts';

const USAGE = `Makes a dashboard of a folder of files: finds what each file is, loads it, publishes all that is loaded.

  npm run setup -- <folder>

Subfolders are looked into. Files that nothing here reads are named and left alone; safe to run again, with more files or
after a file was mended. PLACE_FILE names the place (an example: server/place.json).`;

/** What a place with its small areas takes, and the release of it. */
const ROOM_BYTES = 400_000_000;

function sum({ loaded, refused, unread, published, absent }: SetupResult): void {
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
  const lines = [
    '',
    `${loaded.length} files loaded, ${refused.length} refused, ${unread.length} not read`,
    ...section(
      'Refused',
      refused.map(({ file, why }) => `${file}: ${why}`),
    ),
    ...section(
      'Not read',
      unread.map(({ file, why }) => `${file}: ${why}`),
    ),
    ...section(
      'Published',
      published.datasets.map(
        ({ dataset, version, estimates }) =>
          `${dataset}: ${version === undefined ? 'nothing changed' : `version ${version}`}${estimates === 0 ? '' : `, ${estimates} figures`}`,
      ),
    ),
    ...section(
      'No file brought these; npm run ingest -- --help lists what each source reads',
      absent.map(({ id, title }) => `${id}: ${title}`),
    ),
    '',
    published.release === undefined ? 'no new release' : `release ${published.release}: npm start shows it`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await runCommand({
  usage: USAGE,
  options: {},
  run: async ({ positionals: [folder, ...more] }) => {
    if (folder === undefined || more.length > 0) throw new BadCall('name one folder');
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      throw new Error(`${folder} is no folder`);
    const config = readConfig(process.env);
    const bar = new SingleBar({ format: '{bar} {file}', clearOnComplete: true, noTTYOutput: false });
    await withDatabase(config, async (location) => {
      location.requireRoom(ROOM_BYTES);
      bar.start(100, 0, { file: '' });
      try {
        const following = {
          location,
          onLine: (line: string) => void process.stdout.write(`${line}\n`),
          onProgress: (share: number, file: string) => bar.update(Math.round(100 * share), { file }),
        };
        const result = await runJob('setup', { folder: resolve(folder) }, following);
        bar.stop();
        sum(result);
      } finally {
        bar.stop();
      }
    });
  },
});
