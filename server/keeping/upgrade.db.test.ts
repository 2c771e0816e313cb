/** A database of an earlier edition of the product, brought to this one: what was published stays, and work goes on. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { restoreArchive } from '../../db/archive.ts';
import { connectReader } from '../../db/connect.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { buildApp } from '../app.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasReply, OneReleaseReply, ReleasesReply } from '../contract/replies.ts';
import { load, testPlace } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';
import { testConfig } from '../testing.ts';

/** Three releases of the made-up place, as the last edition with two engines kept them (`fixtures/upgrade/README.md`). */
const ARCHIVE = join(import.meta.dirname, '..', '..', 'fixtures', 'upgrade', 'two-engines.archive.zst');

test('through every step since, its releases answer as they did, and a new one is published beside them', async () => {
  const { owner, location } = await emptyDatabase();
  await restoreArchive(owner, ARCHIVE, testPlace);
  const file = {
    name: 'figures.csv',
    content: `measure,period,area_type,area_code,value\nmmr-1-at-2-years,2025-26-Q4,borough,${testPlace.code},930\nchildren-reaching-2-years,2025-26-Q4,borough,${testPlace.code},1000\n`,
  };
  await load(owner, 'plain', [file]);
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
