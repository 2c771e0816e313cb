/**
 * Protects a table in a thread of its own, in Node as the command does: a test runner rewrites every import it loads,
 * which makes the search several times slower. What comes back is written out by codes, for the independent check.
 */
import { once } from 'node:events';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { parse } from 'csv-parse/sync';
import { at } from '../lists.ts';
import { boundsAt, type CellBounds } from './bounds/cell-bounds.ts';
import { deduce } from './bounds/deduction.ts';
import { publishedBounds } from './bounds/published-table.ts';
import { isInferred } from './bounds/sensitivity.ts';
import { readHierarchies, readInnerCells } from './inner-file.ts';
import { type Protection, protect } from './protect.ts';
import { publishedFile } from './published-file.ts';
import { reasonsFile } from './reasons-file.ts';
import { type ProtectionReport, reportOf } from './report.ts';
import { suppressPrimary } from './suppress/primary.ts';
import { codesOf } from './table/layout.ts';
import type { Table } from './table/table.ts';
import type { Claim, Row } from './testing-independent-check.ts';

interface Given {
  readonly csv: string;
  readonly hierarchies: string;
}

export interface Protected {
  readonly claim: Claim;
  readonly report: ProtectionReport;
  /** Small counts that primary suppression alone lets be inferred, and those of them inferred exactly. */
  readonly before: { readonly small: number; readonly inferred: number; readonly exactly: number };
}

export async function protectedApart(csv: string, hierarchies: object): Promise<Protected> {
  const given: Given = { csv, hierarchies: JSON.stringify(hierarchies) };
  const [answer] = await once(new Worker(import.meta.filename, { workerData: given }), 'message');
  return answer as Protected;
}

export function protectedHere({ csv, hierarchies }: Given): Protected {
  const columns = readHierarchies(hierarchies);
  const table = readInnerCells(csv, columns);
  const protection = protect(table);
  return {
    claim: claimOf(protection, csv, columns),
    report: reportOf(protection),
    before: inferredFromPrimary(table),
  };
}

export function claimOf({ published, proof }: Protection, csv: string, columns: Claim['columns']): Claim {
  const { table } = published;
  const code = (cell: number) => codesOf(table, cell).join('|');
  return {
    rows: parse(csv, { columns: true }) as Row[],
    columns,
    csv: publishedFile(published),
    reasons: reasonsFile(published),
    witnesses: proof.witnesses.map(
      ({ inner, change }) => new Map([...inner].map((cell, i) => [code(cell), at(change, i)])),
    ),
    bounds: boundsByCode(table, deduce(table, publishedBounds(published)), code),
  };
}

const boundsByCode = (
  { truth }: Table,
  { lowest, highest }: CellBounds,
  code: (cell: number) => string,
): Claim['bounds'] =>
  new Map([...truth.keys()].map((cell) => [code(cell), [at(lowest, cell), at(highest, cell)]]));

export function inferredFromPrimary(table: Table): Protected['before'] {
  const primary = suppressPrimary(table);
  const bounds = deduce(table, publishedBounds(primary));
  const inferred = [...primary.sensitive.keys()]
    .map((cell) => ({ cell, ...boundsAt(bounds, cell) }))
    .filter((one) => isInferred(primary, one.cell, one));
  const exactly = inferred.filter(({ lowest, highest }) => lowest === highest);
  return { small: primary.sensitive.size, inferred: inferred.length, exactly: exactly.length };
}

if (!isMainThread && parentPort !== null && isGiven(workerData))
  parentPort.postMessage(protectedHere(workerData));

/** A test runner may use threads too. */
function isGiven(data: unknown): data is Given {
  return typeof data === 'object' && data !== null && 'csv' in data && 'hierarchies' in data;
}
