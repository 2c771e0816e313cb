/**
 * Files of every source, damaged as files are: nothing wrong is accepted but what neither the file, nor another file, nor a
 * bound contradicts. A share in `npm test`, all in `npm run bench -- long`; OFFICIAL_FILES names a folder of publishers' files
 * to damage instead of the made-up ones.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectOwner, type Database } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import type { AllTables } from '../../db/schema.ts';
import { newDatabase } from '../../db/testing.ts';
import { shareOf } from '../testing-share.ts';
import { LoadRefused } from './problems.ts';
import { sourceOf } from './sources.ts';
import { load, loadPlace, readAllBy } from './testing.ts';
import { chanceOf, type Mutated, mutations, written } from './testing-mutations.ts';
import { type Publication, publications } from './testing-publications.ts';

const SEED = 20_261_128;
/** How often each kind of mutation is made, each time of another publication. */
const TIMES = shareOf(12, 1);

const all = publications();

/** All publications loaded, each by itself, and for each of them a database with all but it. */
let whole: Database<AllTables>;
let wholeUrl: string;
const others = new Map<string, Database<AllTables>>();

beforeAll(async () => {
  wholeUrl = await newDatabase();
  const owner = connectOwner({ databaseUrl: wholeUrl });
  await migrate(owner.kysely);
  await loadPlace(owner);
  for (const publication of all) await load(owner, publication.source, [await written({ publication })]);
  await owner.close();
});
afterAll(async () => {
  for (const database of [whole, ...others.values()]) await database?.close();
});

async function copyOfWhole(): Promise<Database<AllTables>> {
  return connectOwner({ databaseUrl: await newDatabase(new URL(wholeUrl).pathname.slice(1)) });
}

async function allBut({ name }: Publication): Promise<Database<AllTables>> {
  const known = others.get(name);
  if (known !== undefined) return known;
  const database = await copyOfWhole();
  const ofIt = database.kysely.selectFrom('intake.load').select('id').where('file_name', '=', name);
  await database.kysely.deleteFrom('intake.observation').where('load_id', 'in', ofIt).execute();
  others.set(name, database);
  return database;
}

test('every publication loads again without a change, those of one source together in whatever order', async () => {
  const database = await copyOfWhole();
  for (const [source, files] of Map.groupBy(all, (publication) => publication.source)) {
    const saved = await Promise.all(files.map((publication) => written({ publication })));
    expect(await load(database, source, saved)).toMatchObject({ changed: 0 });
    expect(await load(database, source, saved.toReversed())).toMatchObject({ changed: 0 });
  }
  await database.close();
});

/** Its figures, each with what it is about; the order of rows is of no weight. */
async function figuresOf(mutated: Mutated): Promise<string[]> {
  const { items } = await readAllBy(sourceOf(mutated.source ?? mutated.publication.source), [
    await written(mutated),
  ]);
  return [...new Set(items.map((item) => JSON.stringify({ ...item, row: 0, note: '' })))].toSorted();
}

type Outcome = 'refused' | 'the same figures' | 'fewer figures' | 'other figures';

async function outcomeOf(mutated: Mutated, publication: Publication): Promise<Outcome> {
  const source = mutated.source ?? mutated.publication.source;
  try {
    await load(await allBut(publication), source, [await written(mutated)], { dryRun: true });
  } catch (error) {
    if (error instanceof LoadRefused) return 'refused';
    throw error;
  }
  const [now, before] = [await figuresOf(mutated), new Set(await figuresOf({ publication }))];
  if (now.some((figure) => !before.has(figure))) return 'other figures';
  return now.length === before.size ? 'the same figures' : 'fewer figures';
}

/** Whether a steward who has the file's edition before is told: refused, listed as changed, or warned of what is missing. */
async function isShown(mutated: Mutated): Promise<boolean> {
  whole ??= await copyOfWhole();
  try {
    const source = mutated.source ?? mutated.publication.source;
    const { changed, warnings } = await load(whole, source, [await written(mutated)], { dryRun: true });
    return changed > 0 || warnings.length > 0;
  } catch (error) {
    if (error instanceof LoadRefused) return true;
    throw error;
  }
}

test('what is damaged is refused, reads the same, or is a figure that nothing else tells, shown as a change', async () => {
  const chance = chanceOf(SEED);
  const told = new Map<string, Outcome[]>();
  const accepted: string[] = [];
  for (const [kind, mutate] of Object.entries(mutations)) {
    const from = Math.floor(chance() * all.length);
    const outcomes: Outcome[] = [];
    for (let at = 0; outcomes.length < TIMES && at < all.length; at++) {
      const publication = all[(from + 5 * at) % all.length];
      const mutated = publication && mutate(publication, chance);
      if (publication === undefined || mutated === undefined) continue;
      const outcome = await outcomeOf(mutated, publication);
      outcomes.push(outcome);
      if (outcome === 'refused' || outcome === 'the same figures') continue;
      accepted.push(`${kind}: ${publication.source}`);
      expect([kind, publication.name, await isShown(mutated)]).toEqual([kind, publication.name, true]);
    }
    told.set(kind, outcomes);
  }
  const lines = [...told].map(
    ([kind, outcomes]) =>
      `${kind}: ${[...Map.groupBy(outcomes, (one) => one)].map(([outcome, list]) => `${list.length} ${outcome}`).join(', ')}`,
  );
  process.stdout.write(
    `seed ${SEED}, ${[...told.values()].flat().length} mutations\n${lines.join('\n')}\n${[...Map.groupBy(accepted, (one) => one)].map(([one, list]) => `${one} ${list.length}`).join('\n')}\n`,
  );
});
