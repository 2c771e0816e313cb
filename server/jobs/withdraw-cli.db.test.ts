/** Taking back from the command line, as a steward does it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { connectOwner } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { newDatabase } from '../../db/testing.ts';
import { testPlace } from '../ingest/testing.ts';
import { runProgram } from '../testing-process.ts';
import { publishRelease } from '../testing-releases.ts';

const WITHDRAW = 'server/jobs/withdraw-cli.ts';
const FIGURE = ['--indicator', 'mmr-1-at-2-years', '--period', '2024-25-Q4', '--area', testPlace.code];
const WHY = ['--by', 'A. Steward', '--reason', 'typed wrong'];

let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  const databaseUrl = await newDatabase();
  const placeFile = join(mkdtempSync(join(tmpdir(), 'place-')), 'place.json');
  writeFileSync(placeFile, JSON.stringify(testPlace));
  const owner = connectOwner({ databaseUrl });
  await migrate(owner.kysely);
  await publishRelease(owner, 1);
  await publishRelease(owner, 2);
  await owner.close();
  environment = { DATABASE_URL: databaseUrl, PLACE_FILE: placeFile };
});
const run = (...args: readonly string[]) => runProgram([WITHDRAW, ...args], environment);

test('a withdrawal without a name, a reason or one thing to take back is not begun', async () => {
  expect(await run(...FIGURE, '--by', 'A. Steward')).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('say who takes back (--by) and why (--reason)'),
  });
  expect((await run(...FIGURE, '--load', '4', ...WHY)).err).toContain('name one of --indicator');
  expect((await run('--indicator', 'anxiety', ...WHY)).err).toContain('an indicator needs a period');
  expect((await run('--load', 'four', ...WHY)).err).toContain('--load is "four"; it must be a number');
});

test('a dry run says what would go, the command that it is gone, and a second one that nothing is left', async () => {
  const told =
    'First dose of MMR by 2 years, January to March 2025, Exampleton\n  mmr-1-at-2-years 2024-25-Q4: one figure\n';
  const dry = await run(...FIGURE, ...WHY, '--dry-run');
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toMatch(
    new RegExp(
      `^${told}would be withdrawn: one figure of one version, in release 2, with \\d+ verdicts that rested on it \\(dry run\\)\n$`,
    ),
  );
  const done = await run(...FIGURE, ...WHY);
  expect(done.out).toMatch(
    new RegExp(`^${told}withdrawal \\d+: one figure of one version, in release 2, with`),
  );
  expect((await run(...FIGURE, ...WHY)).out).toMatch(
    /nothing of it is served, because it was never published or is/,
  );
});
