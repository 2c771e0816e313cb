/** Of which day a file is, as its publisher states it: that tells a revision from an older file that is loaded later. */

import type { Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import { isDay } from '../contract/days.ts';
import { periodOfWords } from './period-words.ts';
import { ProblemList } from './problems.ts';
import type { Sheet } from './sheet.ts';
import type { EditionStatement } from './source.ts';
import { type SourceFile, sha256Of } from './source-file.ts';
import { openWorkbook } from './workbook.ts';

/** A publisher's own words for it stand among the first rows of a sheet. */
const TITLE_ROWS = 20;
const WORKBOOK = /\.(xlsx|ods)$/i;

/** @returns the newest day stated, as `2024-07-25`; undefined where neither the file nor its name says one. */
export async function statedEdition(
  file: SourceFile,
  { label, history, inName }: EditionStatement,
): Promise<string | undefined> {
  const sheets = WORKBOOK.test(file.name) ? ((await openWorkbook(file, new ProblemList())) ?? []) : [];
  const words = [
    ...sheets.flatMap((sheet) => (label === undefined ? [] : besideLabel(sheet, label))),
    ...sheets.filter(({ name }) => history?.test(name)).flatMap(({ rows }) => rows.flat()),
    inName?.exec(file.name)?.[1]?.replaceAll(/[-_]/g, ' ') ?? '',
  ];
  return words.flatMap(dayIn).sort().at(-1);
}

/** What follows a label in its own cell and in those beside it. */
function besideLabel({ rows }: Sheet, label: RegExp): string[] {
  return rows.slice(0, TITLE_ROWS).flatMap((row) => {
    const at = row.findIndex((cell) => label.test(cell));
    return at === -1 ? [] : [(row[at] ?? '').replace(label, ''), ...row.slice(at + 1)];
  });
}

function dayIn(words: string): string[] {
  const day = periodOfWords(words.trim());
  return day !== undefined && isDay(day) ? [day] : [];
}

/** Writes down the files of a load, each with the day it is of. */
export async function recordFiles(
  transaction: Transaction<AllTables>,
  loadId: number,
  files: readonly SourceFile[],
  editions: ReadonlyMap<number, string>,
): Promise<void> {
  const digests = await Promise.all(files.map(sha256Of));
  await transaction
    .insertInto('intake.load_file')
    .values(
      files.map(({ name }, file) => ({
        load_id: loadId,
        file,
        name,
        sha256: digests[file] ?? '',
        edition: editions.get(file) ?? null,
      })),
    )
    .execute();
}
