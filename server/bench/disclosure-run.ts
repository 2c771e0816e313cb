/** Protects one table, says what it took, then has it checked: a process of its own for each, so that memory is its own. */
import { readFileSync } from 'node:fs';
import { readHierarchies, readInnerCells } from '../disclosure/inner-file.ts';
import { protect } from '../disclosure/protect.ts';
import { reportOf } from '../disclosure/report.ts';
import { check } from '../disclosure/testing-independent-check.ts';
import { claimOf, inferredFromPrimary } from '../disclosure/testing-protect.ts';

export interface DisclosureRun {
  readonly cells: number;
  readonly small: number;
  /** Small counts that primary suppression alone lets be inferred, and those inferred exactly. */
  readonly inferred: number;
  readonly exactly: number;
  readonly primary: number;
  readonly secondary: number;
  /** Of the independent check, and cells without a proof. */
  readonly failures: number;
  readonly seconds: number;
  /** Of the processor: what other work on the machine leaves alone. */
  readonly processor: number;
  readonly megabytes: number;
}

const [inner = '', hierarchies = ''] = process.argv.slice(2);
const start = performance.now();
const csv = readFileSync(inner, 'utf8');
const columns = readHierarchies(readFileSync(hierarchies, 'utf8'));
const table = readInnerCells(csv, columns);
const protection = protect(table);
const seconds = (performance.now() - start) / 1000;
const processor = process.cpuUsage().user / 1e6;
const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
const { cells, primary, secondary, open } = reportOf(protection);
const { failures } = check(claimOf(protection, csv, columns));
const run: DisclosureRun = {
  ...{ cells, ...inferredFromPrimary(table), primary, secondary },
  ...{ failures: failures.length + open.length, seconds, processor, megabytes },
};
process.stdout.write(JSON.stringify(run));
