/** Protects and proves any table of people: so that anyone can check us with an attacker of their own. */
import { closeSync, fchmodSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BadCall, runCommand } from '../command-line.ts';
import { readHierarchies, readInnerCells, requireMargins } from './inner-file.ts';
import { protect } from './protect.ts';
import { publishedFile } from './published-file.ts';
import { reasonsFile } from './reasons-file.ts';
import { type ProtectionReport, reportOf } from './report.ts';

const USAGE = `Protects a table of people and proves that no small count in it can be worked out.

  npm run protect -- <inner.csv> --hierarchies <file.json> --out <published.csv>
                  [--margins <totals.csv>] [--reasons <private.csv>]

  inner.csv         a column for each dimension and each group above it, and n: people. One row for each inner cell.
  hierarchies.json  the chain of columns of each dimension, finest first: {"ward":["ward","nb"],"out":["out"]}
  totals.csv        totals to check first: a column for each dimension (a code of any level, or Total), and n
  published.csv     every cell: the dimensions, status (shown or withheld) and count (empty where withheld)
  private.csv       every withheld cell: the dimensions, and reason (small, secondary or quiet). For whoever keeps the
                    records alone, who may read the file and nobody else: it says more than anybody else may know

server/disclosure/README.md explains the rules and the layouts.`;

interface ProtectFiles {
  readonly inner: string;
  readonly hierarchies: string;
  /** Where the published table is written. */
  readonly published: string;
  readonly margins?: string | undefined;
  readonly reasons?: string | undefined;
}

interface Effects {
  readonly out: (line: string) => void;
  /** Milliseconds, for the seconds it took. */
  readonly now: () => number;
}

/** @throws Error saying what is wrong with the table, or which cells are not proved; then nothing is written. */
export function runProtect(files: ProtectFiles, { out, now }: Effects): void {
  const started = now();
  if (files.reasons !== undefined && resolve(files.reasons) === resolve(files.published))
    throw new Error('--reasons and --out name the same file: reasons are not for the public');
  const hierarchies = within(files.hierarchies, readHierarchies);
  const table = within(files.inner, (csv) => readInnerCells(csv, hierarchies));
  if (files.margins !== undefined) within(files.margins, (csv) => requireMargins(table, csv));
  const protection = protect(table);
  const report = reportOf(protection);
  for (const line of linesOf(report)) out(line);
  out(`seconds                        ${((now() - started) / 1000).toFixed(1)}`);
  out(`peak memory                    ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
  if (report.open.length > 0) {
    throw new Error(
      `not proved, so nothing is written:\n${report.open.map((name) => `  ${name}`).join('\n')}`,
    );
  }
  writeFileSync(files.published, publishedFile(protection.published));
  if (files.reasons !== undefined) writePrivately(files.reasons, reasonsFile(protection.published));
}

/** For its owner's eyes, also where the file was there before and open to others. */
function writePrivately(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  try {
    fchmodSync(file, 0o600);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

function linesOf(report: ProtectionReport): string[] {
  const proved = report.primary + report.quiet;
  return [
    `cells                          ${report.cells}`,
    `shown, rounded                 ${report.shown}`,
    `primary suppression            ${report.primary}`,
    `secondary suppression          ${report.secondary} (${report.quiet} of them small counts whose smallness is kept too)`,
    `proof                          ${report.open.length === 0 ? `holds for all ${proved} small counts` : `fails for ${report.open.length}`}, with ${report.witnesses} witnesses`,
    `smallest remaining uncertainty ${report.smallestUncertainty} counts`,
  ];
}

/** Names the file beside what is wrong with it. */
function within<T>(path: string, read: (text: string) => T): T {
  try {
    return read(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`);
  }
}

if (import.meta.main) {
  await runCommand({
    usage: USAGE,
    options: {
      hierarchies: { type: 'string' },
      out: { type: 'string' },
      margins: { type: 'string' },
      reasons: { type: 'string' },
    },
    run: async ({ values: { hierarchies, out: published, ...values }, positionals: [inner, ...more] }) => {
      if (inner === undefined || more.length > 0) throw new BadCall('name one file of inner cells');
      if (hierarchies === undefined || published === undefined)
        throw new BadCall(`--${hierarchies === undefined ? 'hierarchies' : 'out'} is missing`);
      runProtect(
        { inner, hierarchies, published, ...values },
        { out: (line) => process.stdout.write(`${line}\n`), now: () => performance.now() },
      );
    },
  });
}
