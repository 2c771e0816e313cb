/** Figures of the demonstration that are taken back: nothing that is served holds them any more, and publishing goes on without. */

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectOwner, type Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { ComparisonsReply } from '../contract/comparison-replies.ts';
import type { DataReply } from '../contract/data-reply.ts';
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import type { Estimate, ShownEstimate } from '../contract/estimate.ts';
import type { OriginsReply } from '../contract/origins-reply.ts';
import { paths } from '../contract/paths.ts';
import type { ReleasesReply } from '../contract/release-replies.ts';
import type { AreasReply, IndicatorsReply, TrendReply } from '../contract/replies.ts';
import { runPublish } from '../publish/run.ts';
import { runWithdraw } from '../publish/withdraw.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { readCsv } from './testing-csv.ts';

const { place } = testConfig;
const now = () => new Date('2026-11-28T12:00:00Z');
/** A server asks this often whether what is served is another. */
const KNOWN_AFTER_MS = 1100;
const WALKED = 300;
const OFFICIAL = 'mmr-1-at-2-years';
const PROTECTED = 'covid-19-dose-2-from-records';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let owner: Database<AllTables>;
let official: { readonly period: string; readonly figure: ShownEstimate };
let secret: { readonly area: string; readonly period: string; readonly figure: ShownEstimate };
let urls: readonly string[];
let before: ReadonlyMap<string, { readonly body: string; readonly etag: string }>;

/** How a figure is written: its value with every digit, and its counts, in JSON and in a CSV file. */
const writings = ({ value, numerator, denominator }: ShownEstimate) => [
  `${value}`,
  `"numerator":${numerator},"denominator":${denominator}`,
  `,${numerator},${denominator},`,
];
const holds = (body: string, figure: ShownEstimate) => writings(figure).some((text) => body.includes(text));

beforeAll(async () => {
  demo = await demonstrationApp({ now });
  owner = connectOwner(demo.location);
  const trend = await demo.get<TrendReply>(paths.trend(OFFICIAL, {}));
  official = shownPoint(trend);
  const { areas } = await demo.get<AreasReply>(paths.areas({ type: 'ward' }));
  secret = await protectedFigure(areas.map(({ code }) => code));
  urls = await walk(areas.map(({ code }) => code));
  before = await readAll();
});
afterAll(async () => {
  await demo.close();
  await owner.close();
});

/** A figure with enough digits to be told from every other, and not the newest of all: earlier releases have it too. */
function shownPoint({ points }: TrendReply) {
  for (const { period, estimate } of points.toReversed().slice(1))
    if (isDistinct(estimate)) return { period, figure: estimate };
  throw new Error('no such figure');
}
const isDistinct = (one: Estimate): one is ShownEstimate =>
  one.status === 'shown' && `${one.value}`.length > 12 && one.numerator !== undefined;

async function protectedFigure(wards: readonly string[]) {
  for (const area of wards) {
    const { groups, query } = await demo.get<DisparitiesReply>(
      paths.disparities(PROTECTED, { by: 'ethnicGroup', area }),
    );
    const black = groups.find(({ group }) => group === 'black');
    if (black !== undefined && isDistinct(black)) return { area, period: query.period, figure: black };
  }
  throw new Error('no such figure');
}

/** The first questions are those that show the two figures; then every kind, by indicator and area, in both releases. */
async function walk(wards: readonly string[]): Promise<string[]> {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const { releases } = await demo.get<ReleasesReply>(paths.releases());
  const own = [OFFICIAL, PROTECTED, ...indicators.map(({ id }) => id)];
  const ethnic = { by: 'ethnicGroup' } as const;
  const { area } = secret;
  const of = (id: string, at: number, release?: number) => {
    const ward = at < 2 ? area : (wards[at % wards.length] ?? area);
    const then = release === undefined ? {} : { release };
    return [
      paths.trend(id, then),
      paths.trendCsv(id, then),
      paths.indicatorAreas(id, then),
      paths.disparities(id, { ...ethnic, area: ward, ...then }),
      paths.disparitiesCsv(id, { ...ethnic, area: ward, ...then }),
      paths.gapTrend(id, { ...ethnic, area: ward, ...then }),
      paths.spc(id, then),
      paths.groupsOverTime(id, { area: ward, ...then }),
      paths.origins(id, then),
    ];
  };
  const all = [
    paths.board(),
    paths.boardCsv(),
    paths.ledger(),
    paths.ledgerCsv(),
    paths.disparityOverview({}),
    paths.comparisons({}),
    ...releases.flatMap(({ id }) => [paths.board({ release: id }), paths.ledger({ release: id })]),
    ...[place.code, area].map((code) => paths.areaIndicators(code)),
    ...own.slice(0, 2).flatMap((id, at) => releases.flatMap((one) => of(id, at, one.id))),
    ...own.flatMap((id, at) => of(id, at)),
  ];
  return [...new Set(all)];
}

/** Who has just worked long without a pause, as this test does, is asked to try again in a few seconds. */
async function answered(url: string, headers: Readonly<Record<string, string>> = {}) {
  for (;;) {
    const reply = await demo.app.inject({ url, headers });
    if (reply.statusCode !== 503) return reply;
    await pause(500);
  }
}

async function readAll() {
  const found = new Map<string, { body: string; etag: string }>();
  for (const url of urls) {
    if (found.size === WALKED) break;
    const reply = await answered(url);
    if (reply.statusCode === 200) found.set(url, { body: reply.body, etag: String(reply.headers.etag) });
  }
  return found;
}

test('after an official and a protected figure were withdrawn, neither stands in any of 300 replies and files', async () => {
  expect(before.size).toBe(WALKED);
  const told = (one: ShownEstimate) =>
    [...before].filter(([, { body }]) => holds(body, one)).map(([url]) => url);
  const [ofOfficial, ofSecret] = [told(official.figure), told(secret.figure)];
  expect(ofOfficial.length).toBeGreaterThan(4);
  expect(ofSecret.length).toBeGreaterThan(4);
  const by = { database: owner, place, now, by: 'A. Steward', reason: 'The publisher has taken it back.' };
  const figures = {
    kind: 'figures',
    indicator: OFFICIAL,
    period: official.period,
    area: place.code,
  } as const;
  await runWithdraw(figures, by);
  const ethnic_group = 'census-2021-5/black';
  const { period, area } = secret;
  await runWithdraw({ kind: 'figures', indicator: PROTECTED, period, area, stratum: { ethnic_group } }, by);
  await pause(KNOWN_AFTER_MS);
  const after = await readAll();
  expect([...before.keys()].filter((url) => !after.has(url))).toEqual([]);
  const still = [...after].filter(
    ([, { body }]) => holds(body, official.figure) || holds(body, secret.figure),
  );
  expect(still.map(([url]) => url)).toEqual([]);
  // A reader that has the old reply is given the new one.
  for (const url of [...ofOfficial, ...ofSecret]) {
    const headers = { 'if-none-match': before.get(url)?.etag ?? '' };
    expect((await answered(url, headers)).statusCode).toBe(200);
  }
});

test('in their place stands that they were withdrawn, when and why, in replies and in files', async () => {
  const { points } = await demo.get<TrendReply>(paths.trend(OFFICIAL, {}));
  const explanation = 'Withdrawn on 28 November 2026: The publisher has taken it back.';
  expect(points.find(({ period }) => period === official.period)?.estimate).toEqual({
    status: 'withdrawn',
    reason: 'withdrawn',
    explanation,
  });
  const rows = readCsv((await answered(paths.trendCsv(OFFICIAL, {}))).body);
  const row = rows.find((one) => one.Period === official.period);
  expect(row).toMatchObject({ Status: 'withdrawn', 'Reason without figure': 'withdrawn', Value: '' });
  expect(Object.values(row ?? {})).toContain(explanation);
  const { groups } = await demo.get<DisparitiesReply>(
    paths.disparities(PROTECTED, { by: 'ethnicGroup', area: secret.area }),
  );
  expect(groups.find(({ group }) => group === 'black')).toMatchObject({
    status: 'withdrawn',
    gap: { verdict: 'not-compared' },
  });
  const { comparisons } = await demo.get<ComparisonsReply>(
    paths.comparisons({ indicator: PROTECTED, area: secret.area }),
  );
  const own = comparisons.filter(({ comparison }) => comparison.includes('census-2021-5/black'));
  expect(own.filter(({ verdict }) => verdict !== 'not-compared')).toEqual([]);
});

test('what changed and the list of data say what was withdrawn, by whom and why; of synthetic figures no sentence does', async () => {
  const { release, withdrawals } = await demo.get<DataReply>(paths.data());
  expect(
    withdrawals.map(({ by, reason, versions }) => [by, reason, versions.every((one) => one.synthetic)]),
  ).toEqual([
    ['A. Steward', 'The publisher has taken it back.', true],
    ['A. Steward', 'The publisher has taken it back.', false],
  ]);
  const changes = await demo.get<ChangesReply>(paths.changes(release, {}));
  expect(changes.withdrawals.map(({ id }) => id)).toEqual(withdrawals.map(({ id }) => id));
  expect(changes.summary.filter((sentence) => sentence.startsWith('Withdrawn:'))).toEqual([
    expect.stringMatching(
      /^Withdrawn: First dose of MMR .* \(on 28 November 2026 by A\. Steward: The publisher/,
    ),
  ]);
});

test('publishing proves and judges on beside them, with all that was public taken as known, and leaves them out', async () => {
  const kept = () =>
    owner.kysely.selectFrom('intake.protected_table').select(['version_id', 'count_table']).execute();
  const earlier = await kept();
  const published = await runPublish(['childhood-vaccination', 'covid-19-vaccination-from-records'], {
    database: owner,
    place,
    now,
  });
  expect(published.datasets.every(({ version }) => version !== undefined)).toBe(true);
  // The tables of every version that was ever public are there for the next proof.
  expect(await kept()).toEqual(expect.arrayContaining(earlier));
  await pause(KNOWN_AFTER_MS);
  const { release, points } = await demo.get<TrendReply>(paths.trend(OFFICIAL, {}));
  expect(release).toBe(published.release);
  expect(points.find(({ period }) => period === official.period)?.estimate.status).toBe('withdrawn');
  const after = await readAll();
  expect([...after].filter(([, { body }]) => holds(body, secret.figure)).map(([url]) => url)).toEqual([]);
});

test('the file each figure came from can be asked for', async () => {
  const { origins } = await demo.get<OriginsReply>(paths.origins(OFFICIAL, { area: place.code }));
  const own = origins.filter(({ period }) => period === official.period);
  expect(own.map(({ as }) => as)).toEqual(['among', 'counted']);
  expect(own[0]?.file).toMatch(/\.csv$/);
  expect(own[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  const hidden = await demo.get<OriginsReply>(paths.origins(PROTECTED, {}));
  const counted = hidden.origins.filter(({ as }) => as === 'counted');
  expect(counted.length).toBeGreaterThan(0);
  expect(counted.filter(({ file, sha256 }) => file !== '' || sha256 !== '')).toEqual([]);
});
