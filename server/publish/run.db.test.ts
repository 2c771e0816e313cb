import { expect, test } from 'vitest';
import { connectOwner } from '../../db/connect.ts';
import { releasesWithVersions } from '../../db/queries/releases.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { load, loadPlace, testPlace } from '../ingest/testing.ts';
import { runPublish } from './run.ts';

const FIGURES = `measure,period,area_type,area_code,value
mmr-1-at-2-years,2023-24-Q4,borough,${testPlace.code},850
children-reaching-2-years,2023-24-Q4,borough,${testPlace.code},1000
social-care-quality-of-life,2021-22,borough,${testPlace.code},0.385
`;

test('of two who publish at once the second waits, and its release holds what the first published', async () => {
  const { location, owner } = await emptyDatabase();
  await loadPlace(owner);
  await load(owner, 'plain', [{ name: 'figures.csv', content: FIGURES }]);
  const other = connectOwner(location);
  const publish = (database: typeof owner, dataset: string) =>
    runPublish([dataset], { database, place: testPlace, now: () => new Date('2026-01-05T09:00:00Z') });
  const both = await Promise.all([
    publish(owner, 'childhood-vaccination'),
    publish(other, 'adult-social-care'),
  ]);
  expect(both.map(({ release }) => release).sort()).toEqual([1, 2]);
  const [newest] = await releasesWithVersions(owner.kysely as never);
  expect(newest?.versions.map(({ dataset }) => dataset)).toEqual([
    'adult-social-care',
    'childhood-vaccination',
  ]);
  await other.close();
  await owner.close();
});

test('a dry run says what there would be and publishes nothing; the same again is no new version', async () => {
  const { owner } = await emptyDatabase();
  await loadPlace(owner);
  await load(owner, 'plain', [{ name: 'figures.csv', content: FIGURES }]);
  const options = { database: owner, place: testPlace, now: () => new Date('2026-01-05T09:00:00Z') };
  const datasets = ['childhood-vaccination', 'adult-social-care'];
  const tried = await runPublish(datasets, { ...options, dryRun: true });
  expect(tried.release).toBeUndefined();
  expect(await releasesWithVersions(owner.kysely as never)).toEqual([]);
  const published = await runPublish(datasets, options);
  expect(published.datasets.map(({ estimates }) => estimates)).toEqual(
    tried.datasets.map(({ estimates }) => estimates),
  );
  expect(await runPublish(datasets, options)).toEqual({
    release: undefined,
    datasets: published.datasets.map((one) => ({ ...one, version: undefined })),
  });
  await owner.close();
});
