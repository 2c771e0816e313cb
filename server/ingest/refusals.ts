/** Keeps count of what was refused, so that stewards see it where they look for their file. */
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { type ProblemKind, problemKinds } from '../contract/dimensions.ts';
import type { FileProblem, LoadRefused } from './problems.ts';
import type { Load } from './reading.ts';

interface Into {
  readonly database: Database<AllTables>;
  readonly now: () => Date;
}

/** Kinds and counts only: what a refused file says may be what must not leave it. */
export async function recordRefusal(
  { source, files }: Load,
  { problems }: LoadRefused,
  { database, now }: Into,
): Promise<void> {
  await database.kysely
    .insertInto('intake.refusal')
    .values({
      source: source.id,
      title: source.title,
      // A name may say more of the people in it than it should.
      file_name: source.countsPeople ? '' : files.map((file) => file.name).join(', '),
      refused_at: now().toISOString(),
      problems: problems.count,
      kinds: JSON.stringify(kindsOf(problems.listed)),
    })
    .execute();
}

export function kindsOf(problems: readonly FileProblem[]): { kind: ProblemKind; count: number }[] {
  return problemKinds
    .map(({ id: kind }) => ({ kind, count: problems.filter((problem) => kindOf(problem) === kind).length }))
    .filter(({ count }) => count > 0);
}

function kindOf({ value, unsaid, row, column, sheet, at }: FileProblem): ProblemKind {
  if (unsaid === true) return 'value';
  if (at !== undefined) return value === undefined ? 'layout' : 'value';
  if (row !== undefined) return value === undefined ? 'row' : 'value';
  return column !== undefined || sheet !== undefined ? 'layout' : 'file';
}
