/** A release speaks by the definitions it was published with, whatever the code says later. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectReader, type Database, type DatabaseLocation } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { buildApp } from '../app.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { OneReleaseReply } from '../contract/release-replies.ts';
import type { IndicatorAreasReply, IndicatorReply, IndicatorsReply } from '../contract/replies.ts';
import { indicators } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { testPlace } from '../ingest/testing.ts';
import { recordEarlier } from '../publish/definitions.ts';
import { type PublishSummary, runPublish } from '../publish/run.ts';
import { testConfig } from '../testing.ts';
import { publishRelease } from '../testing-releases.ts';
import { readCsv } from './testing-csv.ts';

const MMR = 'mmr-1-at-2-years';
const DATASET = 'childhood-vaccination';

/** As if the code had been changed: another title, and few vaccinated children would be better. */
const changed: readonly Indicator[] = indicators.map((one) =>
  one.id === MMR ? { ...one, title: 'Jabs by two', shortTitle: 'Jabs', polarity: 'lower-is-better' } : one,
);
const asContext: readonly Indicator[] = indicators.map((one) =>
  one.id === MMR ? { ...one, kind: 'context', polarity: 'neutral' } : one,
);

let location: DatabaseLocation;
let owner: Database<AllTables>;
let app: Awaited<ReturnType<typeof buildApp>>;
let reader: ReturnType<typeof connectReader>;

const publish = (own: readonly Indicator[] | undefined): Promise<PublishSummary> =>
  runPublish([DATASET], {
    database: owner,
    place: testPlace,
    now: () => new Date('2026-04-05T09:00:00Z'),
    ...(own && { indicators: own }),
  });

/** Everything a reader can ask of the first release about the indicator. */
const ASKED = [
  '/indicators?release=1',
  `/indicators/${MMR}?release=1`,
  `/indicators/${MMR}/areas?areaType=borough&release=1`,
  `/indicators/${MMR}/areas.csv?areaType=borough&release=1`,
  `/indicators/${MMR}/trend.csv?release=1`,
  `/areas/${testPlace.code}/indicators?release=1`,
  '/board?release=1',
  '/board.csv?release=1',
  '/data?release=1',
  '/releases/1',
];
const answers = () =>
  Promise.all(
    ASKED.map(async (url) => {
      const reply = await app.inject(`/api/v1${url}`);
      expect(reply.statusCode, url).toBe(200);
      return reply.body;
    }),
  );
async function get<T>(url: string): Promise<T> {
  const reply = await app.inject(`/api/v1${url}`);
  expect(reply.statusCode, `${url}: ${reply.body}`).toBe(200);
  return reply.json<T>();
}
async function start(): Promise<void> {
  reader = connectReader(location);
  app = await buildApp({
    db: reader.kysely,
    config: { ...testConfig, place: testPlace },
    now: () => new Date(),
  });
}
async function stop(): Promise<void> {
  await app.close();
  await reader.close();
}

let before: string[];
let published: PublishSummary;

beforeAll(async () => {
  const made = await emptyDatabase();
  ({ location, owner } = made);
  await publishRelease(owner, 1);
  await start();
  before = await answers();
  await stop();
  published = await publish(changed);
  // Anew, so that nothing is answered from memory.
  await start();
});
afterAll(async () => {
  await stop();
  await owner.close();
});

test('other definitions alone give a version and a release', () => {
  expect(published.release).toBe(2);
  expect(published.datasets).toMatchObject([{ dataset: DATASET, version: expect.any(Number) }]);
});

test('the old release says what it said, byte for byte: words, verdicts, files', async () => {
  expect(await answers()).toEqual(before);
});

test('the new release has the new words and the verdicts that follow from them', async () => {
  const { title, polarity } = await get<IndicatorReply>(`/indicators/${MMR}`);
  expect([title, polarity]).toEqual(['Jabs by two', 'lower-is-better']);
  const was = await get<IndicatorReply>(`/indicators/${MMR}?release=1`);
  expect([was.title, was.polarity]).toEqual(['First dose of MMR by 2 years', 'higher-is-better']);
  const changeIn = async (query: string) =>
    (await get<BoardReply>(`/board${query}`)).aims
      .flatMap(({ rows }) => rows)
      .find(({ indicator }) => indicator === MMR)?.change.verdict;
  expect([await changeIn('?release=1'), await changeIn('')]).toEqual(['worse', 'better']);
  const listed = await get<IndicatorsReply>('/indicators');
  expect(listed.indicators.map(({ id }) => id)).toEqual(
    (await get<IndicatorsReply>('/indicators?release=1')).indicators.map(({ id }) => id),
  );
  const areas = await get<IndicatorAreasReply>(`/indicators/${MMR}/areas?areaType=borough`);
  expect(areas.release).toBe(2);
});

test('what changed lists the definition, and apart the verdicts that moved while no figure did', async () => {
  const changes = await get<ChangesReply>('/releases/2/changes');
  expect(changes.definitions).toMatchObject([
    {
      indicator: MMR,
      parts: [
        { part: 'title', before: 'First dose of MMR by 2 years', after: 'Jabs by two' },
        { part: 'polarity', before: 'Higher is better', after: 'Lower is better' },
      ],
    },
  ]);
  expect(changes.revisions).toEqual([]);
  const own = changes.verdicts.filter(({ indicator }) => indicator === MMR);
  expect(own).toMatchObject([
    { about: 'change', before: 'Worse', after: 'Better', because: 'defined-anew' },
    { about: 'against England', because: 'defined-anew' },
    { about: 'target', because: 'defined-anew' },
  ]);
  expect(changes.summary.join(' ')).toContain('Defined anew: Jabs (title and which way is better).');
  expect(changes.summary.join(' ')).toMatch(
    /Verdicts that changed while their figures did not: .*“worse” before, “better” now \(defined anew\)/,
  );
  const file = (await app.inject('/api/v1/releases/2/changes.csv')).body;
  expect(readCsv(file)).toContainEqual(
    expect.objectContaining({
      'What changed': 'Defined anew: which way is better',
      'Indicator code': MMR,
      Title: 'Jabs by two',
      'Words before': 'Higher is better',
      'Words after': 'Lower is better',
    }),
  );
});

test('published again by the same definitions nothing is new', async () => {
  expect(await publish(changed)).toMatchObject({ release: undefined });
});

test('a kind that is no longer judged takes its verdicts away in the new release alone', async () => {
  const { release } = await publish(asContext);
  expect(release).toBe(3);
  // The newest release is known for a second.
  await stop();
  await start();
  const rowIn = async (number: number) => {
    const { aims } = await get<BoardReply>(`/board?release=${number}`);
    return aims.flatMap(({ rows }) => rows).find(({ indicator }) => indicator === MMR);
  };
  expect([(await rowIn(2))?.kind, (await rowIn(3))?.kind]).toEqual(['service', 'context']);
  expect((await rowIn(1))?.change.verdict).toBe('worse');
  expect((await rowIn(3))?.change.verdict).not.toMatch(/better|worse/);
});

test('what was published before definitions were kept has those of the day they were written down, and says so', async () => {
  const made = await emptyDatabase();
  await publishRelease(made.owner, 1);
  // As the database of somebody who published before the step that keeps them.
  for (const table of ['definitions', 'listing'])
    for (const statement of ['disable trigger immutable', 'enable trigger immutable']) {
      await sql.raw(`alter table release.${table} ${statement}`).execute(made.owner.kysely);
      if (statement.startsWith('disable'))
        await sql.raw(`delete from release.${table}`).execute(made.owner.kysely);
    }
  const own = connectReader(made.location);
  const ask = async <T>(url: string) => {
    const config = { ...testConfig, place: testPlace };
    const asked = await buildApp({ db: own.kysely, config, now: () => new Date() });
    const reply = await asked.inject(`/api/v1${url}`);
    await asked.close();
    expect(reply.statusCode, reply.body).toBe(200);
    return reply.json<T>();
  };
  const untold = await ask<IndicatorReply>(`/indicators/${MMR}`);
  await recordEarlier(made.owner.kysely);
  await recordEarlier(made.owner.kysely);
  const { versions } = await ask<OneReleaseReply>('/releases/1');
  expect(new Set(versions.map(({ definitions }) => definitions))).toEqual(new Set(['later']));
  expect(versions.map(({ title }) => title)).toContain('Childhood vaccination (COVER), UKHSA');
  expect(await ask<IndicatorReply>(`/indicators/${MMR}`)).toEqual(untold);
  // What is published from then on is not taken for something new.
  const again = await runPublish([DATASET], {
    database: made.owner,
    place: testPlace,
    now: () => new Date(),
  });
  expect(again.release).toBeUndefined();
  await own.close();
  await made.owner.close();
});
