/** A database of an earlier edition of the product, brought to this one: what was published stays, and work goes on. */
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { restoreArchive } from '../../db/archive.ts';
import { connectReader } from '../../db/connect.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { servingAddress } from '../../db/testing-login.ts';
import { buildApp } from '../app.ts';
import { paths } from '../contract/paths.ts';
import type { OneReleaseReply, ReleasesReply } from '../contract/release-replies.ts';
import type { IndicatorAreasReply } from '../contract/replies.ts';
import { load, testPlace } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';
import { testConfig } from '../testing.ts';
import { printed, runProgram, startProgram } from '../testing-process.ts';

/** Three releases of the made-up place, as the last edition with two engines kept them (`fixtures/upgrade/README.md`). */
const ARCHIVE = join(import.meta.dirname, '..', '..', 'fixtures', 'upgrade', 'two-engines.archive.zst');

test('through every step since, its releases answer as they did, and a new one is published beside them', async () => {
  const { owner, location } = await emptyDatabase();
  await restoreArchive(owner, ARCHIVE, testPlace);
  const file = {
    name: 'figures.csv',
    content: `measure,period,area_type,area_code,value\nmmr-1-at-2-years,2025-26-Q4,borough,${testPlace.code},930\nchildren-reaching-2-years,2025-26-Q4,borough,${testPlace.code},1000\n`,
  };
  await load(owner, 'plain', [file], { day: '2026-06-05' });
  const now = () => new Date('2026-06-05T09:00:00Z');
  const published = await runPublish(['childhood-vaccination'], { database: owner, place: testPlace, now });
  expect(published.release).toBe(4);
  await owner.close();

  const reader = connectReader(location);
  const app = await buildApp({ db: reader.kysely, config: { ...testConfig, place: testPlace }, now });
  const get = async <Reply>(path: string) => (await app.inject(path)).json<Reply>();
  const { releases } = await get<ReleasesReply>(paths.releases());
  expect(releases.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
  const mmr = async (release: number, period: string) => {
    const query = { areaType: 'borough' as const, period, release };
    const { areas } = await get<IndicatorAreasReply>(paths.indicatorAreas('mmr-1-at-2-years', query));
    const [area] = areas;
    return area?.status === 'shown' ? area.value : area?.status;
  };
  expect([await mmr(1, '2023-24-Q4'), await mmr(2, '2023-24-Q4'), await mmr(4, '2025-26-Q4')]).toEqual([
    85, 86, 93,
  ]);
  expect(await mmr(3, '2024-25-Q4')).toBe('withheld');
  // Nobody had kept the definitions: those of the day of the update stand with what is older.
  const { versions } = await get<OneReleaseReply>('/api/v1/releases/4');
  const recorded = versions.map(({ dataset, definitions }) => [dataset, definitions]);
  expect(Object.fromEntries(recorded)).toMatchObject({
    'childhood-vaccination': 'when-published',
    geography: 'later',
  });
  await app.close();
  await reader.close();
});

test('servers of older code go on through an update that only adds, and can be started again after it', async () => {
  const { owner, location } = await emptyDatabase();
  await restoreArchive(owner, ARCHIVE, testPlace);
  const place = join(mkdtempSync(join(tmpdir(), 'place-')), 'place.json');
  writeFileSync(place, JSON.stringify(testPlace));
  const serving = { READER_DATABASE_URL: await servingAddress(location), PLACE_FILE: place, PORT: '0' };
  const answers = async (address: string) => {
    // Another release each time, so that nothing is answered from memory.
    const asked = [1, 2, 3].map((release) =>
      paths.indicatorAreas('mmr-1-at-2-years', { areaType: 'borough', release }),
    );
    const replies = await Promise.all(asked.map((path) => fetch(`${address}${path}`)));
    return Promise.all(replies.map(async (reply) => [reply.status, await reply.text()]));
  };
  const serve = async (use: (address: string, line: string) => Promise<void>) => {
    const child = startProgram(['server/main.ts', '--no-web'], serving);
    const ended = once(child, 'exit');
    const [said, address = ''] = await printed(child, /[\s\S]*?(http:\S+)/);
    await use(address, said).finally(() => child.kill('SIGINT'));
    await ended;
  };
  let before: unknown;
  await serve(async (address) => {
    before = await answers(address);
  });
  await serve(async (address) => {
    // What newer code does while this serves: a column, a table, and a line that says it only adds.
    for (const statement of [
      'alter table release.estimate add column later text',
      'create table release.later (id integer primary key)',
      "insert into release.schema_step values ('9999_later', true)",
    ])
      await sql.raw(statement).execute(owner.kysely);
    expect(await answers(address)).toEqual(before);
  });
  // The update is taken back: the older code starts on the newer database.
  await serve(async (address, said) => {
    expect(said).toContain('the database is newer than this code (9999_later); it only adds');
    expect(await answers(address)).toEqual(before);
  });
  await sql`insert into release.schema_step values ('9999_more', false)`.execute(owner.kysely);
  const refused = await runProgram(['server/main.ts', '--no-web'], serving);
  expect([refused.code, refused.err]).toEqual([
    1,
    'READER_DATABASE_URL: the database is newer than this code and cannot be read by it (9999_more); update this code\n',
  ]);
  await owner.close();
});
