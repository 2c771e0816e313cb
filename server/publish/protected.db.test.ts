/** Counts of people from the steward's file to every byte the server can send. */
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectOwner, connectReader, type Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { buildApp } from '../app.ts';
import { paths } from '../contract/paths.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { runLoad } from '../ingest/run.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf } from '../ingest/sources.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { runPublish } from './run.ts';

const DATASET = 'people-from-records';
const TABLE = 'no-dentist';
const SHARE = 'children-not-seen-by-dentist';
const { place } = testConfig;

interface Inner {
  readonly area: string;
  readonly group: string;
  readonly age: string;
  readonly people: number;
  readonly having: number;
}

/** Counts that stand nowhere else in the world: whoever sees one of these digits has seen an exact count. */
const MARKERS: Readonly<Record<string, readonly [people: number, having: number]>> = {
  'E05011095 black 0-4': [19613, 8337],
  'E05011103 white 5-10': [17183, 4],
  'E05011110 asian 11-15': [6, 3],
};
/** Numbers by themselves: digests and long decimals may hold any digits. */
const EXACT = ['19613', '8337', `${19613 - 8337}`, '17183', `${17183 - 4}`];

const exactIn = (text: string): string[] =>
  [...EXACT, 'secret-clinic'].filter((exact) => new RegExp(`(?<![\\w.])${exact}(?!\\w)`).test(text));

/** The table of one period, with some cells changed. */
async function table(period: string, change: (cell: Inner) => Inner): Promise<string> {
  const csv = await readFile(resolve('fixtures/synthetic/no-dentist-2024-25.csv'), 'utf8');
  const [header, ...lines] = csv.trim().split('\n');
  const rows = lines.map((line) => {
    const [, , area = '', group = '', age = '', people, having] = line.split(',');
    const cell = change({ area, group, age, people: Number(people), having: Number(having) });
    return [TABLE, period, area, group, age, cell.people, cell.having].join(',');
  });
  return [header, ...rows, ''].join('\n');
}

async function load(owner: Database<AllTables>, csv: string): Promise<void> {
  const path = join(await mkdtemp(join(tmpdir(), 'people-')), 'secret-clinic.csv');
  await writeFile(path, csv);
  const now = () => new Date('2028-06-01T09:00:00Z');
  await runLoad(
    { source: sourceOf('people-counts'), files: [await openSourceFile(path)] },
    // Its counts are odd on purpose.
    { database: owner, place, now, acceptChanges: true },
  );
}

describe('counts of people', () => {
  let served: Awaited<ReturnType<typeof demonstrationApp>>;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let reader: ReturnType<typeof connectReader>;
  const log: string[] = [];

  const asOwner = async <T>(work: (owner: Database<AllTables>) => Promise<T>): Promise<T> => {
    const owner = connectOwner(served.location);
    try {
      return await work(owner);
    } finally {
      await owner.close();
    }
  };
  const publish = (owner: Database<AllTables>, more: { rulesOnly?: boolean; dryRun?: boolean } = {}) =>
    runPublish([DATASET], {
      database: owner,
      place,
      now: () => new Date('2028-06-01T09:00:00Z'),
      log: (line) => log.push(line),
      ...more,
    });
  const get = async <T>(url: string): Promise<T> => {
    const reply = await app.inject(url);
    expect(reply.statusCode, url).toBe(200);
    return reply.json<T>();
  };

  beforeAll(async () => {
    served = await demonstrationApp();
    await served.close();
    await asOwner(async (owner) => {
      await load(
        owner,
        await table('2025-26', (cell) => {
          const marker = MARKERS[`${cell.area} ${cell.group} ${cell.age}`];
          return marker === undefined ? cell : { ...cell, people: marker[0], having: marker[1] };
        }),
      );
      const tried = await publish(owner, { dryRun: true });
      expect(tried.release).toBeUndefined();
      await publish(owner);
    });
    reader = connectReader(served.location);
    app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
  });
  afterAll(async () => {
    await app.close();
    await reader.close();
  });

  test('the steward is told how much is shown and withheld, period by period', () => {
    expect(log.filter((line) => line.startsWith(`${TABLE} 2025-26: `))).toContainEqual(
      expect.stringMatching(
        /\d+ cells, \d+ shown, \d+ under primary suppression, \d+ under secondary, smallest remaining uncertainty [2-9]\d* counts/,
      ),
    );
  });

  test('shown counts are multiples of five, never small; what rests on a small count is withheld', async () => {
    const share = await get<IndicatorAreasReply>(
      paths.indicatorAreas(SHARE, {
        areaType: 'ward',
        period: '2025-26',
        ethnicGroup: 'black',
        ageBand: '0-4',
      }),
    );
    const marked = share.areas.find(({ code }) => code === 'E05011095');
    expect(marked).toMatchObject({
      status: 'shown',
      numerator: 8335,
      denominator: 19615,
      basis: 'synthetic',
    });
    for (const area of share.areas) {
      if (area.status !== 'shown') continue;
      for (const count of [area.numerator ?? -1, area.denominator ?? -1]) {
        expect(count % 5).toBe(0);
        expect(count === 0 || count >= 10).toBe(true);
      }
    }
    const small = await get<IndicatorAreasReply>(
      paths.indicatorAreas(SHARE, {
        areaType: 'ward',
        period: '2025-26',
        ethnicGroup: 'white',
        ageBand: '5-10',
      }),
    );
    expect(small.areas.find(({ code }) => code === 'E05011103')).toMatchObject({ status: 'withheld' });
  });

  test('no exact count is in any table of the release schema, nor the name of the file', async () => {
    const dumped = async () => {
      const { kysely } = reader;
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.tables where table_schema = 'release'`.execute(
        kysely,
      );
      const all = await Promise.all(
        rows.map(async ({ name }) => {
          const { rows: lines } = await sql<{ line: string }>`
            select t::text as line from ${sql.table(`release.${name}`)} t`.execute(kysely);
          return lines.map(({ line }) => line).join('\n');
        }),
      );
      return all.join('\n');
    };
    const text = await dumped();
    expect(text.includes('8335')).toBe(true);
    expect(exactIn(text)).toEqual([]);
  });

  test('no exact count is in any reply', async () => {
    const { indicators } = await get<IndicatorsReply>(paths.indicators());
    const { areas } = await get<AreasReply>(paths.areas());
    const mine = indicators.filter(({ id }) => [SHARE, 'children-for-dentist-to-see'].includes(id));
    expect(mine.length).toBeGreaterThan(1);
    const urls = [
      paths.data(),
      paths.board(),
      paths.boardCsv(),
      paths.releases(),
      paths.release(2),
      paths.changes(2),
      paths.changesCsv(2),
      paths.disparityOverview(),
      paths.disparityOverviewCsv(),
      paths.openapi(),
      paths.indicators(),
      ...['E05011095', 'E05011103', 'E05011110', place.code].flatMap((code) => [
        paths.areaIndicators(code),
        paths.areaIndicatorsCsv(code),
      ]),
    ];
    for (const { id } of mine) {
      const definition = await get<IndicatorReply>(paths.indicator(id));
      expect(JSON.stringify(definition)).toContain('rounded');
      for (const ageBand of ['all', '0-4', '5-10', '11-15']) {
        for (const ethnicGroup of ['all', 'asian', 'black', 'white', 'mixed', 'other', 'unknown']) {
          for (const areaType of ['ward', 'neighbourhood', 'borough'] as const) {
            const query = { areaType, ageBand, ethnicGroup, period: '2025-26' };
            urls.push(paths.indicatorAreas(id, query), paths.indicatorAreasCsv(id, query));
          }
          for (const area of ['E05011095', 'E05011103', 'E05011110', place.code]) {
            urls.push(
              paths.trend(id, { area, ageBand, ethnicGroup }),
              paths.trendCsv(id, { area, ageBand, ethnicGroup }),
            );
          }
        }
        for (const area of areas.filter(({ type }) => type === 'ward' || type === 'borough')) {
          const query = { by: 'ethnicGroup', area: area.code, ageBand, period: '2025-26' } as const;
          urls.push(paths.disparities(id, query), paths.disparitiesCsv(id, query));
        }
      }
    }
    let good = 0;
    for (const url of urls) {
      const reply = await app.inject(url);
      if (reply.statusCode === 200) good++;
      const bytes = JSON.stringify(reply.headers) + reply.body;
      expect(exactIn(bytes), url).toEqual([]);
    }
    // Counts alone have no gaps: those questions are refused, all others are answered.
    expect(good).toBeGreaterThan(urls.length / 2);
  });

  test('a release that is cited stays as it was, and the server cannot read what it was made of', async () => {
    const before = await app.inject(`${paths.indicatorAreas(SHARE, { areaType: 'ward' })}&release=1`);
    expect(before.json()).toMatchObject({ release: 1, query: { period: '2024-25' } });
    await expect(sql`select * from intake.protected_table`.execute(reader.kysely)).rejects.toThrow(
      /permission denied/,
    );
  });

  test('a version that cannot be proved publishes nothing and names the cells', async () => {
    await app.close();
    await reader.close();
    const outcome = await asOwner(async (owner) => {
      const few = (cell: Inner, one: number): Inner =>
        cell.group === 'other' && cell.age === '0-4'
          ? { ...cell, people: 40, having: cell.area === 'E05011095' ? 8 : one }
          : cell;
      await load(owner, await table('2027-28', (cell) => few(cell, 1)));
      await publish(owner, { rulesOnly: true });
      await load(
        owner,
        await table('2027-28', (cell) =>
          cell.group === 'white' ? { ...cell, having: cell.people } : few(cell, 1),
        ),
      );
      const releases = async () =>
        (await owner.kysely.selectFrom('release.release').selectAll().execute()).length;
      const [before, error] = [
        await releases(),
        await publish(owner).catch((refused: Error) => refused.message),
      ];
      return { before, after: await releases(), error };
    });
    expect(outcome.error).toMatch(
      /no-dentist 2027-28: the proof fails for \d+ small counts, so nothing is published/,
    );
    expect(outcome.error).toContain('ethnicGroup=census-2021-5/other');
    expect(outcome.after).toBe(outcome.before);
    reader = connectReader(served.location);
    app = await buildApp({ db: reader.kysely, config: testConfig, now: () => new Date() });
  });
});
