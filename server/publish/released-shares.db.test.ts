/** Every share from records in the release, held against the rules it was protected by. Shares nothing with the code that applies them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectReader } from '../../db/connect.ts';
import { demonstrationDatabase } from '../testing.ts';

const isSmall = (people: number) => people >= 1 && people <= 7;

/** What a count shown, rounded to the nearest five, may be in truth. */
function behind(shown: number): number[] {
  if (shown === 0) return [0];
  return [shown - 2, shown - 1, shown, shown + 1, shown + 2].filter((people) => !isSmall(people));
}

/** The least and the largest share that counts could have which the rules allow to be shown so. */
function possibleShares(having: number, people: number): { readonly least: number; readonly most: number } {
  const shares = behind(people).flatMap((n) =>
    behind(having).flatMap((x) => (x <= n && !isSmall(n - x) ? [(100 * x) / n] : [])),
  );
  return { least: Math.min(...shares), most: Math.max(...shares) };
}

let reader: ReturnType<typeof connectReader>;
beforeAll(async () => {
  reader = connectReader(await demonstrationDatabase());
});
afterAll(() => reader.close());

test('every share is one that true counts could have, and none leaves one to seven people out', async () => {
  const rows = await reader.kysely
    .selectFrom('release.estimate as estimate')
    .innerJoin('release.series as series', 'series.id', 'estimate.series_id')
    .innerJoin('release.version as version', 'version.id', 'series.version_id')
    .where('version.policy', '=', 'protect')
    .where('estimate.status', '=', 'shown')
    // Among residents of the Census the other population is not rounded, and nobody is the difference.
    .where('series.denominator', '!=', 'census')
    .select(['series.indicator', 'estimate.value', 'estimate.numerator', 'estimate.denominator'])
    .execute();
  const shares = rows.filter(({ denominator }) => denominator !== null);
  expect(shares.length).toBeGreaterThan(5_000);
  for (const { indicator, value, numerator, denominator } of shares) {
    const [having, people] = [Number(numerator), Number(denominator)];
    const { least, most } = possibleShares(having, people);
    const what = `${indicator}: ${having} of ${people}`;
    expect(isSmall(people - having), what).toBe(false);
    expect(Number(value), what).toBeGreaterThanOrEqual(least - 1e-9);
    expect(Number(value), what).toBeLessThanOrEqual(most + 1e-9);
  }
});
