/** Reply, CSV file and spreadsheet say the same, and each file is what its metadata says of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paths } from '../contract/paths.ts';
import type { AreasReply, IndicatorReply, IndicatorsReply } from '../contract/replies.ts';
import { seededRandom } from '../random.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { shareOf } from '../testing-share.ts';
import { type CsvRow, readTable, writtenCount, writtenNumber } from './testing-csv.ts';
import { checkAgainstMetadata } from './testing-csvw.ts';
import { figuresOf, type Told } from './testing-figures.ts';
import { everySelection, type Selection, urlOf } from './testing-selections.ts';
import { checkAccessible, checkSame, readWorkbook } from './testing-workbook.ts';

const SELECTIONS = shareOf(1000, 45);
const { place } = testConfig;

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  demo = await demonstrationApp();
});
afterAll(() => demo.close());

interface Contract {
  readonly paths: Readonly<Record<string, { readonly get?: object }>>;
}

/** What stands for a part of an address: each is answered in full by the demonstration. */
const PARTS: Readonly<Record<string, string>> = { code: place.code };
/** Questions that not every indicator has an answer to: the first of these that does. */
const ANSWERED = [
  'mmr-2-at-5-years',
  'nhs-health-check-uptake',
  'smoking-adults',
  'overcrowding',
  'covid-19-dose-1',
];
/** What a question cannot be asked without. */
const NEEDED: Readonly<Record<string, string>> = { '/gaps.csv': '?by=deprivation&group=1' };

test('every file of the contract is what its metadata says, and its spreadsheet passes the rules', async () => {
  const contract = await demo.get<Contract>('/api/v1/openapi.json');
  const files = Object.keys(contract.paths).filter((path) => path.endsWith('.csv'));
  expect(files.length).toBeGreaterThan(18);
  for (const ending of ['.csv-metadata.json', '.xlsx'])
    expect(Object.keys(contract.paths).filter((path) => path.endsWith(ending))).toEqual(
      files.map((path) => path.replace('.csv', ending)),
    );
  for (const path of files) {
    const url = await answeredAt(path);
    try {
      await checkFiles(url);
    } catch (error) {
      throw new Error(`${url}: ${(error as Error).message}`, { cause: error });
    }
  }
}, 120_000);

/** The address of a file with everything that is needed to have it. */
async function answeredAt(path: string): Promise<string> {
  const need = Object.entries(NEEDED).find(([ending]) => path.endsWith(ending))?.[1] ?? '';
  for (const id of ANSWERED) {
    const asked = path.includes('/releases/') ? '2' : id;
    const url = path.replace(/\{(\w+)\}/g, (_, part: string) => PARTS[part] ?? asked) + need;
    const { statusCode } = await demo.app.inject(url.replace('.csv', ''));
    if (statusCode === 200) return url;
  }
  throw new Error(`nothing of the demonstration answers ${path}`);
}

interface Echo {
  readonly release: number;
  readonly query: object;
}

/** @returns the rows of the file. */
async function checkFiles(url: string): Promise<CsvRow[]> {
  const file = await readTable(demo.app, url);
  checkAgainstMetadata(url, file.body, file.metadata);
  const sheet = await demo.app.inject(url.replace('.csv', '.xlsx'));
  expect(sheet.statusCode).toBe(200);
  const workbook = await readWorkbook(sheet.rawPayload);
  checkAccessible(workbook);
  checkSame(workbook, file.rows);
  // The full address asks the same of the release, whatever is published since.
  const { 'dc:identifier': question } = file.metadata;
  const [again, first] = [await demo.get<Echo>(question), await demo.get<Echo>(url.replace('.csv', ''))];
  expect(again.query).toMatchObject(first.query);
  expect(again.release).toBe(file.metadata['schema:version']);
  expect(workbook.workbook.sheets[0]?.rows.flat()).toContain(question);
  return file.rows;
}

test(`${SELECTIONS} selections: file, spreadsheet and reply agree on every figure and status`, async () => {
  const { areas } = await demo.get<AreasReply>(paths.areas());
  const all = await everySelection(demo.get, areas);
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const random = seededRandom(22);
  const drawn = <One>(from: readonly One[]): One => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('there is something to draw from');
    return one;
  };
  const questions = Object.keys(figuresOf);
  const seen = { shown: 0, other: 0 };
  let answered = 0;
  for (let turn = 0; answered < SELECTIONS && turn < 10 * SELECTIONS; turn++) {
    const question = questions[turn % questions.length] ?? '';
    const url = await addressOf(question, {
      selection: drawn(all),
      indicator: drawn(indicators).id,
      areas,
      drawn,
    });
    const reply = await demo.app.inject(url.replace('%s', ''));
    if (reply.statusCode !== 200) {
      expect([404, 422], `${url}: ${reply.body}`).toContain(reply.statusCode);
      continue;
    }
    answered++;
    try {
      const rows = await checkFiles(url.replace('%s', '.csv'));
      const told = figuresOf[question]?.(reply.json() as never) ?? [];
      checkFigures(told, rows);
      for (const { figure } of told) seen[figure?.status === 'shown' ? 'shown' : 'other']++;
    } catch (error) {
      throw new Error(`${turn}: ${url}: ${(error as Error).message}`, { cause: error });
    }
  }
  expect(answered).toBe(SELECTIONS);
  expect(seen.shown).toBeGreaterThan(10 * SELECTIONS);
  expect(seen.other).toBeGreaterThan(SELECTIONS / 2);
}, 1_800_000);

interface Drawing {
  readonly selection: Selection;
  readonly indicator: string;
  readonly areas: AreasReply['areas'];
  readonly drawn: <One>(from: readonly One[]) => One;
}

/** An address of a question, with %s where a file's ending goes. */
async function addressOf(question: string, { selection, indicator, areas, drawn }: Drawing): Promise<string> {
  const { area } = selection;
  const of = `/api/v1/indicators/${selection.indicator}`;
  const groups = `by=${selection.by}&area=${area}${selection.scheme === undefined ? '' : `&ethnicScheme=${selection.scheme}`}`;
  switch (question) {
    case 'board':
      return `/api/v1/board%s?area=${area}`;
    case 'overview':
      return `/api/v1/disparities%s?by=${selection.by}&area=${area}&reference=${drawn(['rest', 'largest', 'best'])}`;
    case 'indicators':
      return `/api/v1/areas/${drawn(areas).code}/indicators%s`;
    case 'disparities':
      return `/api/v1${urlOf(selection)}`;
    case 'disparities/trend':
    case 'groups/over-time':
      return `${of}/${question}%s?${groups}`;
    case 'gaps':
      return `${of}/gaps%s?by=${selection.by}&group=${drawn(selection.groups)}&areaType=${selection.readType}`;
    case 'reach':
      return `${of}/reach%s?by=${selection.by}&target=${drawn(['place', '70', '95'])}`;
  }
  const { available } = await demo.get<IndicatorReply>(paths.indicator(indicator));
  const { areaType, periods, ...stratum } = drawn(available);
  const asked = new URLSearchParams(
    Object.entries(stratum).filter(([, value]) => value !== undefined) as [string, string][],
  );
  // Areas of service are in no list of areas.
  const ofType = areas.filter(({ type }) => type === areaType);
  if (question === 'trend') asked.set('area', ofType.length === 0 ? place.code : drawn(ofType).code);
  else asked.set('areaType', areaType);
  if (question === 'areas' && periods.length > 0) asked.set('period', drawn(periods));
  return `/api/v1/indicators/${indicator}/${question}%s?${asked}`;
}

/** Row by row: that of the figure, with every number of it and what became of it. */
function checkFigures(told: readonly Told[], rows: readonly CsvRow[]): void {
  expect(rows).toHaveLength(told.length);
  for (const [at, { row, figure }] of told.entries()) {
    const own = rows[at] ?? {};
    expect(own).toMatchObject(row);
    const said = figure?.status === 'shown' ? figure : undefined;
    const where = `row ${at + 1}`;
    expect([own.Status, own['Basis code']], where).toEqual([figure?.status ?? '', said?.basis ?? '']);
    expect(
      [
        own.Value,
        own['Lower 95% limit'],
        own['Upper 95% limit'],
        own['Lower 99.8% limit'],
        own['Upper 99.8% limit'],
      ],
      where,
    ).toEqual([said?.value, said?.lower95, said?.upper95, said?.lower998, said?.upper998].map(writtenNumber));
    expect([own.Numerator, own.Denominator], where).toEqual(
      [said?.numerator, said?.denominator].map(writtenCount),
    );
    if (figure !== null && figure.status !== 'shown')
      expect([own['Reason without figure'], own.Notes], where).toEqual([figure.reason, figure.explanation]);
  }
}
