import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOwner, connectReader } from '../../db/connect.ts';
import { buildApp } from '../app.ts';
import type { DataReply } from '../contract/data-reply.ts';
import { LoadRefused } from '../ingest/problems.ts';
import { runLoad } from '../ingest/run.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf } from '../ingest/sources.ts';
import { savedFiles } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';
import { demonstrationDatabase, testConfig } from '../testing.ts';

const { place } = testConfig;
/** Stands in a refused file and must not be told to anybody. */
const SECRET = '8675309';

describe('what stewards read', () => {
  let app: Awaited<ReturnType<typeof buildApp>>;
  let close: () => Promise<void>;
  const replyAt = async (query = '') => (await app.inject(`/api/v1/data${query}`)).json<DataReply>();

  beforeAll(async () => {
    const location = await demonstrationDatabase();
    const owner = connectOwner(location);
    const header = 'measure,period,area_type,area_code,age_band,value';
    const bad = [
      header,
      `residents,2021,lsoa,E01003911,0-15,${SECRET}x`,
      `residents,2021,lsoa,${SECRET},0-15,1`,
    ];
    const load = async (name: string, lines: readonly string[]) => {
      const files = await Promise.all(
        savedFiles({ name, content: lines.join('\n') }).map((path) => openSourceFile(path)),
      );
      const now = () => new Date('2026-02-04T09:00:00Z');
      return runLoad({ source: sourceOf('plain'), files }, { database: owner, place, now });
    };
    await expect(load('bad.csv', bad)).rejects.toThrow(LoadRefused);
    const good = [header, 'residents,2021,lsoa,E01003911,0-15,405'];
    await load('revised.csv', good);
    await runPublish(['residents'], { database: owner, place, now: () => new Date('2026-02-05T09:00:00Z') });
    await owner.close();
    const reader = connectReader(location);
    app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
    close = async () => {
      await app.close();
      await reader.close();
    };
  });
  afterAll(() => close());

  test('every dataset of the release is listed with the loads behind it', async () => {
    const { datasets, release } = await replyAt();
    expect(release).toBe(3);
    expect(datasets.length).toBeGreaterThan(3);
    for (const dataset of datasets) {
      expect(dataset.loads.length).toBeGreaterThan(0);
      for (const one of dataset.loads) {
        expect(one.rowsRead).toBeGreaterThan(0);
        expect(one.rowsKept + one.rowsSkipped).toBeGreaterThan(0);
        expect(one.title).not.toBe('');
      }
    }
  });

  test('a load shows once its dataset is published, and not in the release before', async () => {
    const filesOf = ({ datasets }: DataReply) =>
      datasets.find(({ dataset }) => dataset === 'residents')?.loads.map(({ fileName }) => fileName) ?? [];
    expect(filesOf(await replyAt())).toContain('revised.csv');
    expect(filesOf(await replyAt('?release=2'))).not.toContain('revised.csv');
    expect(filesOf(await replyAt('?release=2')).length).toBeGreaterThan(0);
  });

  test('a refused load is told by kinds and counts of problems, never by what it says', async () => {
    const { refusals } = await replyAt();
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toMatchObject({
      fileName: 'bad.csv',
      problems: 2,
      kinds: [{ kind: 'value', count: 2 }],
    });
    expect((await app.inject('/api/v1/data')).body).not.toContain(SECRET);
    expect((await replyAt('?release=2')).refusals).toEqual([]);
  });

  test('a release there is not is a problem', async () => {
    expect((await app.inject('/api/v1/data?release=9')).statusCode).toBe(404);
    expect((await app.inject('/api/v1/data?release=none')).statusCode).toBe(400);
  });
});
