/** A folder of official files becomes another place's dashboard by one command. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { connectReader } from '../../db/connect.ts';
import { newDatabase } from '../../db/testing.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { paths } from '../contract/paths.ts';
import type { PlaceReply } from '../contract/place-reply.ts';
import type { AreasReply, IndicatorAreasReply, IndicatorsReply } from '../contract/replies.ts';
import { type Outcome, runProgram } from '../testing-process.ts';

const SECOND = resolve(import.meta.dirname, '..', '..', 'fixtures', 'second-place');
const PLACE_FILE = join(SECOND, 'place.json');
const setup = (folder: string, DATABASE_URL: string): Promise<Outcome> =>
  runProgram(['server/jobs/setup-cli.ts', folder], { DATABASE_URL, PLACE_FILE });

let databaseUrl: string;
let folder: string;
let first: Outcome;

beforeAll(async () => {
  databaseUrl = await newDatabase();
  folder = mkdtempSync(join(tmpdir(), 'files-'));
  cpSync(join(SECOND, 'files'), folder, { recursive: true });
  writeFileSync(join(folder, 'minutes.txt'), 'Minutes of a meeting\n');
  writeFileSync(join(folder, 'from-excel.csv'), Buffer.from('\ufeffa,b\n', 'utf16le'));
  const ethnicity = readFileSync(join(folder, 'figures', 'ethnicity21_lsoa21_lambeth.csv'), 'utf8');
  // Cut short, as a download that was broken off.
  writeFileSync(join(folder, 'figures', 'broken-off.csv'), ethnicity.slice(0, 3000));
  first = await setup(folder, databaseUrl);
}, 300_000);

describe('npm run setup', () => {
  test('loads what each source reads, areas before figures, and publishes it', () => {
    expect([first.code, first.err]).toEqual([0, '']);
    for (const words of [
      'areas/lsoa21_to_ward24.csv: ons-lookups, ',
      'areas/wards_2025_E09000022.geojson: ons-boundaries, ',
      'figures/age6_by_lsoa21.csv: ons-census-2021, ',
      'figures/disability21_lsoa21_lambeth.csv: ons-census-2021-shares, ',
      'figures/imd2025_england_lsoa21_lambeth.csv: indices-of-deprivation-2025, ',
      'figures/phof_life_expectancy.csv: public-health-outcomes, ',
      'residents: version ',
      'release 1: npm start shows it',
    ])
      expect(first.out).toContain(words);
  });

  test('names what was refused and why, what nothing reads, and what no file brought', () => {
    expect(first.out).toMatch(/\n12 files loaded, 1 refused, 2 not read\n/);
    expect(first.out).toMatch(
      /\nRefused\n {2}figures\/broken-off\.csv: ons-census-2021 finds something wrong with it\n/,
    );
    expect(first.out).toContain(
      '\nNot read\n  from-excel.csv: it is text in UTF-16: save it as "CSV UTF-8"\n  minutes.txt: nothing here reads a file like it\n',
    );
    expect(first.out).toContain('  childhood-vaccination: Childhood vaccination (COVER), UKHSA\n');
    expect(first.out).not.toMatch(/ synthetic/);
  });

  test('a second time it changes nothing', async () => {
    const again = await setup(folder, databaseUrl);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).not.toMatch(/new or changed|version \d/);
    expect(again.out).toContain('no new release');
  });

  test("another place's files are refused by what they are about", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'files-'));
    const [wards = ''] = readdirSync(join(SECOND, 'files', 'areas')).filter((name) =>
      name.startsWith('wards'),
    );
    const text = readFileSync(join(SECOND, 'files', 'areas', wards), 'utf8').replaceAll(
      'E09000022',
      'E09000098',
    );
    writeFileSync(join(elsewhere, wards), text);
    const { out } = await setup(elsewhere, databaseUrl);
    expect(out).toContain(`${wards}: nothing in it is about Lambeth (E09000022)`);
  });

  test('a lookup of all England is enough for the wards of a place, and files that need more say what', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'files-'));
    const [, ...rows] = readFileSync(join(SECOND, 'files', 'areas', 'lsoa21_to_ward24.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split(',').slice(1));
    const national = [
      'lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code',
      'E01999999,Elsewhere,E05999999,Farborough,E06000002',
      ...rows.map((cells) => cells.join()),
    ];
    writeFileSync(join(elsewhere, 'england.csv'), national.join('\n'));
    writeFileSync(join(elsewhere, 'names.csv'), 'msoa11cd,msoa11hclnm\nE02000618,Lambeth North\n');
    const url = await newDatabase();
    // A release of figures of the place alone comes before it, as where the lists of areas are found later.
    const figures = mkdtempSync(join(tmpdir(), 'files-'));
    cpSync(join(SECOND, 'files', 'figures', 'phof_life_expectancy.csv'), join(figures, 'life.csv'));
    expect((await setup(figures, url)).out).toMatch(/\n {2}geography: version 1\n/);
    const { code, out, err } = await setup(elsewhere, url);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('england.csv: ons-lookups, ');
    expect(out).toContain(
      'names.csv: ons-lookups reads it, but the 2011 middle layer super output area codes of Lambeth are not loaded yet: load the ONS lookup or boundary file first\n',
    );
    expect(out).toMatch(/\n {2}geography: version \d\n/);
    const reader = connectReader({ databaseUrl: url });
    const config = { place: readConfig({ PLACE_FILE }).place, requestsPerMinute: 1_000_000 };
    const app = await buildApp({ db: reader.kysely, config, now: () => new Date('2026-11-27T12:00:00Z') });
    const { areas } = (await app.inject(paths.areas({ type: 'ward' }))).json<AreasReply>();
    expect(areas.map(({ name }) => name)).toEqual(['Brixton Acre Lane', 'Brixton North']);
    // Both releases have the place, and only the later has its wards.
    const statusOf = async (path: string) => (await app.inject(path)).statusCode;
    for (const release of [1, 2]) expect(await statusOf(paths.board({ release }))).toBe(200);
    expect(await statusOf(paths.board({ area: 'E05014095' }))).toBe(200);
    expect(await statusOf('/api/v1/releases/2/changes')).toBe(200);
    expect((await app.inject('/api/v1/releases/2/changes?area=E05014095')).json().detail).toBe(
      'Brixton Acre Lane is not in release 1, so nothing of it can have changed since.',
    );
    await app.close();
    await reader.close();
  });

  test('a folder with nothing in it that can be read is no fault, and publishes nothing', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'files-'));
    writeFileSync(join(elsewhere, 'empty.csv'), '');
    const { code, out, err } = await setup(elsewhere, await newDatabase());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(
      '0 files loaded, 0 refused, 1 not read\n\nNot read\n  empty.csv: the file is empty\n',
    );
    expect(out).toContain('no new release');
  });

  test('a file of counts waits for the file of those they are counted among', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'files-'));
    const rows = (measure: string, value: number) =>
      `measure,period,area_type,area_code,value\n${measure},2021,borough,E09000022,${value}\n`;
    writeFileSync(join(elsewhere, '1-counted.csv'), rows('residents-disabled', 20));
    writeFileSync(join(elsewhere, '2-among.csv'), rows('residents-asked-disability', 100));
    writeFileSync(join(elsewhere, '3-alone.csv'), rows('households-overcrowded', 20));
    const { code, out, err } = await setup(elsewhere, await newDatabase());
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('1-counted.csv: plain, 1 new or changed\n');
    expect(out).toMatch(/\n2 files loaded, 1 refused, 0 not read\n/);
    expect(out).toMatch(/3-alone\.csv: .*expected "households-asked-occupancy"/s);
  });

  test('a folder that is none, and a call without one, are told', async () => {
    expect(await setup('/nowhere/at/all', databaseUrl)).toMatchObject({
      code: 1,
      err: '/nowhere/at/all is no folder\n',
    });
    const { code, err } = await runProgram(['server/jobs/setup-cli.ts'], {});
    expect([code, err.split('\n')[0]]).toEqual([1, 'name one folder']);
  });
});

describe('the dashboard of the second place', () => {
  test('holds its figures, no other place by name, and nothing synthetic', async () => {
    const reader = connectReader({ databaseUrl });
    const { place } = readConfig({ PLACE_FILE });
    const config = { place, requestsPerMinute: 1_000_000 };
    const app = await buildApp({ db: reader.kysely, config, now: () => new Date('2026-11-27T12:00:00Z') });
    const bodies: string[] = [];
    const ask = async (path: string): Promise<string> => {
      const { body } = await app.inject(path);
      bodies.push(body);
      return body;
    };
    const get = async <Reply>(path: string) => JSON.parse(await ask(path)) as Reply;
    const { areas } = await get<AreasReply>(paths.areas({ type: 'ward' }));
    expect(areas.map(({ name }) => name)).toEqual(['Brixton Acre Lane', 'Brixton North']);
    const residents = await get<IndicatorAreasReply>(paths.indicatorAreas('residents', { areaType: 'ward' }));
    // Added up from the file by hand.
    const counted = readFileSync(join(SECOND, 'files', 'figures', 'age6_by_lsoa21.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split(',').at(-1)), 0);
    const shown = residents.areas.map((area) => (area.status === 'shown' ? area.value : 0));
    expect(shown.reduce((sum, value) => sum + value, 0)).toBe(counted);
    // Neither menu nor home page offers what was not loaded, nor a programme that is somebody else's.
    const held = await get<PlaceReply>(paths.place());
    expect(held).toMatchObject({ documents: [], covid19Vaccination: false });
    expect(held.place).toEqual(place);
    expect(held.place.programme).toBeUndefined();
    const { indicators } = await get<IndicatorsReply>(paths.indicators());
    expect(indicators.filter(({ basis }) => basis.includes('synthetic'))).toEqual([]);
    const life = await get<IndicatorAreasReply>(
      paths.indicatorAreas('life-expectancy-at-birth', { areaType: 'borough', sex: 'female' }),
    );
    expect(life.areas).toMatchObject([{ code: 'E09000022', status: 'shown', value: 84.3 }]);
    for (const path of [
      paths.board(),
      paths.boardCsv(),
      paths.disparityOverview(),
      paths.ledger(),
      paths.data(),
      paths.releases(),
      paths.boundaries('ward'),
      ...areas.map(({ code }) => paths.areaIndicators(code)),
      ...indicators.flatMap(({ id }) => [paths.indicator(id), paths.indicatorAreas(id), paths.trend(id, {})]),
    ])
      await ask(path);
    expect(bodies.length).toBeGreaterThan(30);
    const demonstration = readConfig({}).place;
    await ask('/api/v1/openapi.json');
    expect(
      bodies.filter((body) => body.includes(demonstration.name) || body.includes(demonstration.code)),
    ).toEqual([]);
    expect(bodies.filter((body) => /"basis":"synthetic"/.test(body))).toEqual([]);
    await app.close();
    await reader.close();
  });
});
