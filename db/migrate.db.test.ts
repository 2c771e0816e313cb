/** Databases made by other editions of the code, and code that meets a database newer than itself. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectLogin, connectOwner } from './connect.ts';
import { knownSteps, migrate, migrateTo } from './migrate.ts';
import { requireReadable } from './schema-steps.ts';
import { emptyDatabase, newDatabase } from './testing.ts';

const FOLDER = join(import.meta.dirname, 'migrations');

/** What each released migration is; a line is added with a new one and never changed. */
const DIGESTS: Readonly<Record<string, string>> = {
  '0001_spine.ts': '200f34bde8f631ba60d2c4a7433fb2f4b17691e08b2b090650900126f0d90b83',
  '0002_documents.ts': '45da1fdc41cf2ca38a7abf54f5b52683e4c3b01dd13d21cf80c16bde14dfa3ff',
  '0003_protected_tables.ts': '5e3157ab722474f318866a59c74fe9807d50a49a89e54ea44a7121a901e29e52',
  '0004_overlaps.ts': 'd45f7b6dd63e374c283997a7dfa63ad870c62365159e9bde9995155287c9a574',
  '0005_kept_places.ts': 'af461d90d5592589fcf5dfab1de10572f14df4367e567d52b9d8e2f5669d4ea3',
  '0006_jobs.ts': '1241d78de3f91107bad336f44303ffaa58c73d1dda1c7201699eba16e5a75227',
  '0007_small_areas.ts': '9509bf9f80fd6bfe13c87870910a77a43dcaca4aed7b6a6689f0c4d252f3ebfa',
  '0008_comparisons.ts': 'f4426eaba40551ea75ce34e5ddc57607d1b672f4fc125209ffc1d3065e9426db',
  '0009_protection_policies.ts': 'c6fc3e9afefc64fe3b45906aeb77196dfb37b9251da8de98c95d69177f3ef6bb',
  '0010_modelling_error.ts': '02e1a2adcf96e58d2411e52c3152e0dd2269cd35cb9d2f9f1f5f3650e0aa6a91',
  '0011_upkeep.ts': '2e6e1b2494ef7834ec631fe258aeda74b384cf27720e7cfc1549e811353baf55',
  '0013_definitions.ts': 'd6bec80e7e2c6950145de1a4547b6216e91474f9b92b30dbffe38aa14e0f9000',
  '0014_withdrawals.ts': '3d63478bf3361999823e8636158f131670eae45d1b2562b48f7c5117d2cb35c1',
};

test('a released migration is never edited', () => {
  const found = readdirSync(FOLDER).map((file) => [
    file,
    createHash('sha256')
      .update(readFileSync(join(FOLDER, file)))
      .digest('hex'),
  ]);
  expect(Object.fromEntries(found)).toEqual(DIGESTS);
});

test('a database from before the first migration was edited gets what it lacks', async () => {
  const owner = connectOwner({ databaseUrl: await newDatabase() });
  await migrateTo(owner.kysely, '0005_kept_places');
  // What the first step did not make then.
  for (const statement of [
    'alter table intake.area drop column known_as',
    'alter table intake.load drop column title, drop column brings_areas',
    'alter table intake.observation drop column note',
    'drop table intake.refusal, release.load, release.refusal',
  ])
    await sql.raw(statement).execute(owner.kysely);
  await migrate(owner.kysely);
  const columns = async (db = owner) =>
    (
      await sql<{ name: string }>`
        select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type as name
        from information_schema.columns where table_schema in ('intake', 'release', 'desk') order by 1`.execute(
        db.kysely,
      )
    ).rows;
  const { owner: today } = await emptyDatabase();
  expect(await columns()).toEqual(await columns(today));
  await expect(sql`update release.load set title = ''`.execute(owner.kysely)).rejects.toThrow(
    'never changes',
  );
  await owner.close();
  await today.close();
});

const NEWER = async (additive: boolean) => {
  const { owner, location } = await emptyDatabase();
  await sql`insert into release.schema_step values ('9999_later', ${additive})`.execute(owner.kysely);
  await sql`insert into kysely_migration values ('9999_later', '2027-01-01')`.execute(owner.kysely);
  return { owner, location };
};

test('code older than the database neither loads nor publishes', async () => {
  const { owner } = await NEWER(true);
  await expect(migrate(owner.kysely)).rejects.toThrow(
    'the database is newer than this code (it has 9999_later); update this code',
  );
  await owner.close();
});

test('it goes on serving where newer steps only add, and stops where they do not', async () => {
  const adds = await NEWER(true);
  const readable = (location: { databaseUrl: string }) => {
    const login = connectLogin(location);
    return requireReadable(login.kysely, knownSteps, 'READER_DATABASE_URL').finally(() => login.close());
  };
  expect(await readable(adds.location)).toBe(
    'the database is newer than this code (9999_later); it only adds, so this code goes on serving',
  );
  await adds.owner.close();
  const breaks = await NEWER(false);
  await expect(readable(breaks.location)).rejects.toThrow(
    'READER_DATABASE_URL: the database is newer than this code and cannot be read by it (9999_later); update this code',
  );
  await breaks.owner.close();
});

test('a database older than the code is not served before it is brought up to date', async () => {
  const databaseUrl = await newDatabase();
  const owner = connectOwner({ databaseUrl });
  await migrateTo(owner.kysely, '0005_kept_places');
  await expect(requireReadable(owner.kysely, knownSteps, 'READER_DATABASE_URL')).rejects.toThrow(
    'READER_DATABASE_URL: the database is older than this code (it lacks 0001_spine); run npm run grants first',
  );
  await owner.close();
});
