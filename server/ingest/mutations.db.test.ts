/**
 * Files of every source, damaged as files are: nothing wrong is accepted but what neither the file, nor another file, nor a
 * bound contradicts. A share in `npm test`, all in `npm run bench -- long`; OFFICIAL_FILES names a folder of publishers' files
 * to damage instead of the made-up ones.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectOwner, type Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { migrate } from '../../db/migrate.ts';

import { newDatabase } from '../../db/testing.ts';
import { shareOf } from '../testing-share.ts';
import { LoadRefused } from './problems.ts';
import { sourceOf } from './sources.ts';
import { load, loadPlace, readAllBy } from './testing.ts';
import { chanceOf, type Mutated, mutations, written } from './testing-mutations.ts';
import { type Publication, publications } from './testing-publications.ts';

const SEED = 20_261_128;
const all = publications();
/** Of how many publications each kind of mutation is made. */
const TIMES = shareOf(all.length, 1);

/** Rows of one figure each, as many as the publisher has. */
const LISTS = [
  'adult-social-care',
  'fingertips',
  'ons-borough-indicators',
  'ons-local-statistics',
  'plain',
  'public-health-outcomes',
  'qof-prevalence',
];
const ONCE = [...LISTS, 'ukhsa-cover'];
/** Counts that nobody else has. */
const RECORDS = ['people-counts', 'dose-counts'];
/** Numbers that their source moves by a little, or whose sums no other file tells. */
const MOVED = [
  'dwp-area-tables',
  'nhs-england-covid-19',
  'ons-census-2021',
  'ons-census-2021-ethnic-groups',
  'ons-census-2021-shares',
];
const INDICES = ['indices-of-deprivation-2019', 'indices-of-deprivation-2025'];

/**
 * The sources of which what is wrong may be accepted, by its kind: README.md beside this says why. Whatever is not here has to be
 * refused.
 */
const TOLD_BY_NOTHING: Readonly<Record<string, readonly string[]>> = {
  'bytes flipped': [...ONCE, ...RECORDS, ...MOVED],
  'a digit changed': [...ONCE, ...RECORDS, ...MOVED],
  'figures halved': [...ONCE, ...RECORDS],
  'all zeros': [...ONCE, 'nhs-england-covid-19'],
  'cell marked as missing': ONCE,
  'row dropped': LISTS,
  'last rows dropped': LISTS,
  'category dropped': LISTS,
  'a code of another place': LISTS,
  'codes swapped': INDICES,
  'headers swapped': ['nhs-england-covid-19', 'ons-population-estimates', 'ukhsa-cover'],
  'the period of another file': ['nhs-england-covid-19', 'qof-prevalence'],
};

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

interface Damaged {
  readonly kind: string;
  readonly source: string;
  readonly name: string;
  readonly mutated: Mutated;
  readonly outcome: Outcome;
}

async function damageAll(): Promise<Damaged[]> {
  const chance = chanceOf(SEED);
  const damaged: Damaged[] = [];
  for (const [kind, mutate] of Object.entries(mutations)) {
    const from = Math.floor(chance() * all.length);
    let times = 0;
    for (let at = 0; times < TIMES && at < all.length; at++) {
      const publication = all[(from + at) % all.length];
      const mutated = publication && mutate(publication, chance);
      if (publication === undefined || mutated === undefined) continue;
      times++;
      const { source, name } = publication;
      damaged.push({ kind, source, name, mutated, outcome: await outcomeOf(mutated, publication) });
    }
  }
  return damaged;
}

test('what is damaged is refused, reads the same, or is a figure that nothing else tells, shown as a change', async () => {
  const damaged = await damageAll();
  const accepted = damaged.filter(({ outcome }) => /other|fewer/.test(outcome));
  const by = (kind: string) => damaged.filter((one) => one.kind === kind).map(({ outcome }) => outcome);
  const counts = (outcomes: readonly Outcome[]) =>
    [...Map.groupBy(outcomes, (one) => one)]
      .map(([outcome, { length }]) => `${length} ${outcome}`)
      .join(', ');
  process.stdout.write(
    [
      `seed ${SEED}: ${damaged.length} mutations, ${counts(damaged.map(({ outcome }) => outcome))}`,
      ...Object.keys(mutations).map((kind) => `${kind}: ${counts(by(kind))}`),
      ...accepted.map(({ kind, source, name }) => `accepted: ${kind}, ${source} (${name})`),
      '',
    ].join('\n'),
  );
  const wrong = accepted.filter(({ kind, source }) => TOLD_BY_NOTHING[kind]?.includes(source) !== true);
  expect(wrong.map(({ kind, source, name }) => `${kind}, ${source} (${name})`)).toEqual([]);
  for (const { kind, name, mutated } of accepted)
    expect([kind, name, await isShown(mutated)]).toEqual([kind, name, true]);
  // Of what is damaged most is told by the file, by another one or by a bound.
  expect(accepted.length).toBeLessThan(damaged.length / 10);
});
