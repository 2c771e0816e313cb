import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { inflateRawSync } from 'node:zlib';
import type { Kysely, KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReleaseTables } from '../../db/schema.ts';
import type { CsvwMetadata } from '../contract/csvw.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasReply, IndicatorReply, IndicatorsReply } from '../contract/replies.ts';
import { seededRandom } from '../random.ts';
import { demonstrationApp } from '../testing.ts';
import { archiveOf } from './archive.ts';
import { ReleasesInMemory } from './releases-in-memory.ts';
import { type CsvRow, readCsv, writtenFigure, writtenNumber } from './testing-csv.ts';
import { checkAgainstMetadata } from './testing-csvw.ts';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let bytes: Buffer;
let files: Map<string, string>;
beforeAll(async () => {
  demo = await demonstrationApp();
  bytes = await archive();
  files = unpacked(bytes);
}, 300_000);
afterAll(() => demo.close());

async function archive(): Promise<Buffer> {
  const reply = await demo.app.inject(paths.archive(2));
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('application/zip');
  expect(reply.headers['content-disposition']).toBe('attachment; filename="release-2.zip"');
  return reply.rawPayload;
}

/** Reads an archive by its list at the end, as PKWARE's APPNOTE 4.3.12 has it. */
function unpacked(zip: Buffer): Map<string, string> {
  const found = new Map<string, string>();
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [packed, nameLength, extra, comment] = [20, 28, 30, 32].map((place) =>
      place === 20 ? zip.readUInt32LE(at + place) : zip.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const body = zip.subarray(start, start + packed);
    found.set(name, (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString());
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

const tables = () => [...files].filter(([name]) => name.endsWith('.csv'));
const read = new Map<string, CsvRow[]>();
function rowsOf(indicator: string): CsvRow[] {
  const rows = read.get(indicator) ?? readCsv(files.get(`figures/${indicator}.csv`) ?? '');
  read.set(indicator, rows);
  return rows;
}

test('holds a file for each indicator, and each is what its metadata says', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators({ release: 2 }));
  expect(
    [...files.keys()].filter((name) => name.startsWith('figures/') && name.endsWith('.csv')).sort(),
  ).toEqual(indicators.map(({ id }) => `figures/${id}.csv`).sort());
  for (const [name, body] of tables()) {
    const metadata = JSON.parse(files.get(`${name}-metadata.json`) ?? '') as CsvwMetadata;
    expect(metadata['schema:version']).toBe(2);
    try {
      checkAgainstMetadata(`/${name}`, body, metadata);
    } catch (error) {
      throw new Error(`${name}: ${(error as Error).message}`, { cause: error });
    }
  }
}, 120_000);

test('holds every figure of the release that the API can be asked for, and no other', async () => {
  const versions = await demo.get<{ readonly versions: readonly { readonly estimates: number }[] }>(
    paths.release(2),
  );
  const counted = [...files.keys()]
    .filter((name) => /^figures\/.*\.csv$/.test(name))
    .map((name) => readCsv(files.get(name) ?? '').length);
  expect(counted.reduce((sum, one) => sum + one, 0)).toBe(
    versions.versions.reduce((sum, one) => sum + one.estimates, 0),
  );
});

test('says of 80 maps what their replies say', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const random = seededRandom(40);
  const drawn = <One>(all: readonly One[]): One => all[Math.floor(random() * all.length)] as One;
  let compared = 0;
  for (let turn = 0; turn < 80; turn++) {
    const { id } = drawn(indicators);
    const { available } = await demo.get<IndicatorReply>(paths.indicator(id));
    const { areaType, periods, ...stratum } = drawn(available);
    const period = drawn(periods);
    if (period === undefined) continue;
    const reply = await demo.app.inject(
      paths.indicatorAreas(id, { areaType, period, ...stratum, release: 2 }),
    );
    // Areas of service are in no list with areas that people live in.
    if (reply.statusCode !== 200) continue;
    const { areas } = reply.json<IndicatorAreasReply>();
    const rows = rowsOf(id).filter(
      (row) =>
        row['Area type code'] === areaType &&
        row.Period === period &&
        row['Ethnic scheme code'] === (stratum.ethnicScheme ?? '') &&
        row['Ethnic group code'] === stratum.ethnicGroup &&
        row['Age band code'] === stratum.ageBand &&
        row['Sex code'] === stratum.sex &&
        row['Deprivation fifth code'] === stratum.deprivation &&
        row['Denominator code'] === (stratum.denominator ?? ''),
    );
    const byCode = new Map(rows.map((row) => [row['Area code'], row]));
    for (const area of areas) {
      const row = byCode.get(area.code);
      // An area of the list that the source says nothing of has no figure of its own.
      if (row === undefined) {
        expect(area.status).toBe('missing');
        continue;
      }
      compared++;
      expect([row.Value, row.Status], `${id} ${area.code}`).toEqual(writtenFigure(area));
      if (area.status === 'shown') expect(row['Upper 95% limit']).toBe(writtenNumber(area.upper95));
    }
  }
  expect(compared).toBeGreaterThan(300);
}, 60_000);

test('is the same, byte for byte, when it is asked for again', async () => {
  const digest = (one: Buffer) => createHash('sha256').update(one).digest('hex');
  expect(digest(await archive())).toBe(digest(bytes));
});

test('waits for whoever reads it: what is not read is not asked of the database', async () => {
  let statements = 0;
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => {
      statements++;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db: Kysely<ReleaseTables> = demo.db.withPlugin(counter);
  const snapshot = await new ReleasesInMemory(demo.db, () => new Date()).snapshot(2);
  const whole = archiveOf(snapshot, { db }, '');
  for await (const _ of whole);
  const needed = statements;
  const unread = archiveOf(snapshot, { db }, '');
  for (let asked = -1; asked !== statements; ) {
    asked = statements;
    await pause(500);
  }
  expect(statements - needed).toBeLessThan(needed / 4);
  unread.destroy();
}, 60_000);

test('is sent to so many at a time, and then to others again', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => demo.app.inject(paths.archive(2))));
  expect(asked.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 503]);
  expect((await demo.app.inject(paths.archive(2))).statusCode).toBe(200);
}, 120_000);

test('of a release there is not is refused', async () => {
  expect((await demo.app.inject(paths.archive(99))).statusCode).toBe(404);
});
