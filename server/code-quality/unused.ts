import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { PROJECT } from './source-files.ts';

const FINDER = join(PROJECT, 'node_modules/knip/bin/knip.js');
const SETTINGS = join(import.meta.dirname, 'knip.jsonc');

type Found = { readonly name?: string } | readonly { readonly name: string }[];
interface Report {
  readonly issues: readonly ({ readonly file: string } & Readonly<
    Record<string, string | readonly Found[]>
  >)[];
}

/** Files, exports, types and packages that nothing uses, as knip finds them: "db/archive.ts: types TableDigest". */
export function unused(): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [FINDER, '--config', SETTINGS, '--reporter', 'json', '--no-progress', '--no-config-hints'],
    { cwd: PROJECT, encoding: 'utf8', maxBuffer: 64_000_000 },
  );
  if (!stdout.startsWith('{')) throw new Error(`knip: ${stderr}`);
  return (JSON.parse(stdout) as Report).issues
    .flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, found]) =>
        typeof found === 'string' ? [] : found.map((one) => `${file}: ${kind} ${namesOf(one)}`),
      ),
    )
    .toSorted();
}

const namesOf = (found: Found): string =>
  'name' in found
    ? (found.name ?? '')
    : [found]
        .flat()
        .map((one) => ('name' in one ? one.name : ''))
        .join(' and ');
