import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { connectOwner } from './connect.ts';
import { migrate, migrateTo } from './migrate.ts';
import { newDatabase } from './testing.ts';

/** By these everything was protected before they were written down. */
const BEFORE = { largestSmall: 7, roundedTo: 5, notBelow: 4, edition: 1 };

test('what was published before keeps its policy, and its statuses are read in the order they had', async () => {
  const owner = connectOwner({ databaseUrl: await newDatabase() });
  await migrateTo(owner.kysely, '0008_comparisons');
  await sql`insert into release.version (dataset, policy, published_at, content_sha256, estimates, withheld)
    values ('people', 'protect', now(), 'a', 1, 0), ('official', 'as-published', now(), 'b', 1, 0)`.execute(
    owner.kysely,
  );
  await sql`insert into intake.protected_table (version_id, count_table, period, layout, truth, statuses)
    values (1, 'counts', '2024', '[]', '[1, 2, 3, 4, 5, 6]', '[5, 1, 0, 2, 4, 3]')`.execute(owner.kysely);
  await migrate(owner.kysely);
  const table = await owner.kysely.selectFrom('intake.protected_table').selectAll().executeTakeFirstOrThrow();
  expect(table.statuses).toEqual(['not-small', 'small', 'shown', 'others', 'known', 'unpublished']);
  expect(table.policy).toEqual(BEFORE);
  const versions = await owner.kysely.selectFrom('release.version').selectAll().orderBy('id').execute();
  expect(versions.map(({ policy_numbers }) => policy_numbers)).toEqual([BEFORE, null]);
  // Versions stay as they are said to be.
  await expect(sql`update release.version set policy_numbers = null`.execute(owner.kysely)).rejects.toThrow();
  await owner.close();
});
