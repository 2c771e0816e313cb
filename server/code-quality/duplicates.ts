import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from './source-files.ts';

/** What is written twice counts as a duplicate from this length on. */
const SHORTEST = { lines: 10, tokens: 80 };
const FINDER = join(PROJECT, 'node_modules/jscpd/run-jscpd.js');

interface Place {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}
interface Report {
  readonly statistics: { readonly total: { readonly sources: number } };
  readonly duplicates: readonly { readonly firstFile: Place; readonly secondFile: Place }[];
}

/**
 * Every pair of passages written twice, tests and the files left out aside, as jscpd finds them: "a.ts:1-12 and b.ts:30-41".
 *
 * @param leftOut paths or patterns of data and closed lists.
 * @throws Error where the finder read no file.
 */
export function duplicates(leftOut: readonly string[], folder = PROJECT): string[] {
  const output = mkdtempSync(join(tmpdir(), 'duplicates-'));
  try {
    const ignored = ['**/node_modules/**', '**/dist/**', '**/*.test.*', '**/testing*', ...leftOut];
    execFileSync(
      process.execPath,
      [
        ...[FINDER, '.', '--min-lines', `${SHORTEST.lines}`, '--min-tokens', `${SHORTEST.tokens}`],
        ...['--format', 'typescript,tsx', '--ignore', ignored.join()],
        ...['--reporters', 'json', '--output', output, '--fail-on-empty'],
      ],
      { cwd: folder, stdio: 'pipe' },
    );
    const report = JSON.parse(readFileSync(join(output, 'jscpd-report.json'), 'utf8')) as Report;
    if (report.statistics.total.sources === 0) throw new Error(`${folder} has no TypeScript to compare`);
    return report.duplicates.map(
      ({ firstFile, secondFile }) => `${written(firstFile)} and ${written(secondFile)}`,
    );
  } finally {
    rmSync(output, { recursive: true });
  }
}

const written = ({ name, start, end }: Place) => `${name}:${start}-${end}`;
