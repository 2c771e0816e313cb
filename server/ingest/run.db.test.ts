import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { intakeOf, load, loadPlace, problemsOf } from './testing.ts';

const HEADER = 'measure,period,area_type,area_code,age_band,value';
const good = [
  HEADER,
  'residents,2021,lsoa,E01000001,0-15,100',
  'residents,2021,lsoa,E01000002,0-15,"1,200"',
  'residents,2021,lsoa,E01000003,0-15, 7 ',
  'residents,2021,borough,E09000001,0-15,50',
];
const file = (content: string | Uint8Array, name = 'figures.csv') => [{ name, content }];
const lines = (...rows: readonly string[]) => file(`${rows.join('\n')}\n`);

describe('loading', () => {
  let database: Database<AllTables>;
  beforeAll(async () => {
    database = (await emptyDatabase()).owner;
    await loadPlace(database);
  });
  afterAll(() => database.close());

  test('keeps what is about the place and counts what is not', async () => {
    const summary = await load(database, 'plain', lines(...good));
    expect(summary).toEqual({
      read: 4,
      kept: 3,
      skipped: 1,
      changed: 3,
      twins: 0,
      warnings: [],
      revisions: { added: 3, changed: 0, same: 0, older: 0, lesser: 0 },
      leftFor: [],
      lifted: 0,
    });
    const { observations } = await intakeOf(database);
    expect(observations.map((row) => row.value)).toEqual([100, 1200, 7]);
  });

  test('changes nothing when the same file is loaded again', async () => {
    const before = await intakeOf(database);
    expect(await load(database, 'plain', lines(...good))).toMatchObject({ kept: 3, changed: 0 });
    expect(await intakeOf(database)).toEqual(before);
  });

  test('changes nothing in a dry run, and says what it would have changed', async () => {
    const before = await intakeOf(database);
    const revised = lines(...good.slice(0, 3), 'residents,2021,lsoa,E01000003,0-15,8');
    expect(await load(database, 'plain', revised, { dryRun: true })).toMatchObject({ changed: 1 });
    expect(await intakeOf(database)).toEqual(before);
  });

  test('takes a revised figure in place of the old one and leaves the others', async () => {
    expect(
      await load(database, 'plain', lines(HEADER, 'residents,2021,lsoa,E01000003,0-15,9')),
    ).toMatchObject({
      changed: 1,
    });
    const { observations } = await intakeOf(database);
    expect(observations.map((row) => row.value)).toEqual([100, 1200, 9]);
  });

  test('lists every problem of every file at once and loads nothing of any', async () => {
    const before = await intakeOf(database);
    const problems = await problemsOf(database, 'plain', [
      ...lines(HEADER, 'residents,2021,lsoa,E01000001,16-24,5'),
      ...file(
        [
          HEADER,
          'people,2021,lsoa,E01000001,0-15,1',
          'residents,2021-13-01,lsoa,E01000001,0-15,2',
          'residents,2021,parish,E01000001,0-15,3',
          'residents,2021,lsoa,nowhere,0-15,4',
          'residents,2021,lsoa,E01000001,15-0,5',
          'residents,2021,lsoa,E01000002,0-15,many',
          'residents,2021,lsoa,E01000002,0-15,-6',
          'residents,2021,lsoa,E01000002,0-15,6.5',
          'residents,2021,lsoa,E01000003,0-15',
        ].join('\n'),
        'bad.csv',
      ),
    ]);
    expect(problems.map(({ file: name, row, column, value }) => [name, row, column, value])).toEqual([
      ['bad.csv', 2, 'measure', 'people'],
      ['bad.csv', 3, 'period', '2021-13-01'],
      ['bad.csv', 4, 'area_type', 'parish'],
      ['bad.csv', 5, 'area_code', 'nowhere'],
      ['bad.csv', 6, 'age_band', '15-0'],
      ['bad.csv', 7, 'value', 'many'],
      ['bad.csv', 8, 'value', '-6'],
      ['bad.csv', 9, 'value', '6.5'],
      ['bad.csv', 10, undefined, undefined],
    ]);
    expect(problems.every((problem) => problem.expected.length > 10)).toBe(true);
    expect(await intakeOf(database)).toEqual(before);
  });

  test('counts a figure once that stands twice alike, in one file or in two', async () => {
    const row = 'residents,2021,lsoa,E01000001,25-34,5';
    const summary = await load(database, 'plain', [
      ...lines(HEADER, row, row),
      ...file(`${HEADER}\n${row}\n`, 'more.csv'),
    ]);
    expect(summary).toMatchObject({ read: 3, kept: 1, twins: 2, changed: 1 });
    expect(await load(database, 'plain', lines(HEADER, row, row))).toMatchObject({ twins: 1, changed: 0 });
  });

  test('refuses a figure that stands twice and differs, in one file or in two, naming both rows', async () => {
    const row = 'residents,2021,lsoa,E01000001,35-49,';
    const before = await intakeOf(database);
    const problems = await problemsOf(database, 'plain', [
      ...lines(HEADER, `${row}5`, `${row}6`),
      ...file(`${HEADER}\n${row}7\n`, 'more.csv'),
    ]);
    expect(problems.map((problem) => [problem.file, problem.row])).toEqual([
      ['figures.csv', 3],
      ['more.csv', 2],
    ]);
    expect(problems[1]?.expected).toContain('row 2 of figures.csv');
    expect(await intakeOf(database)).toEqual(before);
  });

  describe('counts among others', () => {
    const COUNTED = 'measure,period,area_type,area_code,value';
    const counted = (period: string, code: string, value = 20) =>
      `residents-disabled,${period},lsoa,${code},${value}`;
    const among = (period: string, code: string) => `residents-asked-disability,${period},lsoa,${code},1000`;

    test('are refused without those, by row, beside good ones of the same file', async () => {
      const before = await intakeOf(database);
      const problems = await problemsOf(
        database,
        'plain',
        lines(
          COUNTED,
          among('2023', 'E01000001'),
          counted('2023', 'E01000001'),
          counted('2024', 'E01000001'),
          counted('2023', 'E01000002'),
        ),
      );
      expect(problems.map(({ row, value }) => [row, value])).toEqual([
        [4, 'residents-disabled 2024 E01000001'],
        [5, 'residents-disabled 2023 E01000002'],
      ]);
      expect(problems[0]?.expected).toContain(
        'expected "residents-asked-disability" of the same period, area',
      );
      expect(await intakeOf(database)).toEqual(before);
    });

    test('are taken with them in another file, or loaded before, and revised alone', async () => {
      const rows = [COUNTED, counted('2023', 'E01000001')];
      const files = [...lines(...rows), ...file(`${COUNTED}\n${among('2023', 'E01000001')}\n`, 'among.csv')];
      expect(await load(database, 'plain', files)).toMatchObject({ changed: 2 });
      const revised = lines(COUNTED, counted('2023', 'E01000001', 21));
      expect(await load(database, 'plain', revised)).toMatchObject({ changed: 1 });
    });
  });

  test('refuses a period that has not ended on the day of loading', async () => {
    const row = (period: string) => `residents,${period},lsoa,E01000001,25-34,5`;
    const problems = await problemsOf(
      database,
      'plain',
      lines(HEADER, row('2031'), row('2026'), row('2025'), row('2026-01-06')),
    );
    expect(problems.map((problem) => [problem.row, problem.value])).toEqual([
      [2, '2031'],
      [3, '2026'],
      [5, '2026-01-06'],
    ]);
    expect(problems[0]?.expected).toContain('today is 2026-01-05, and this one ends on 2031-12-31');
  });

  test.each([
    ['an empty file', '', 'the file is empty'],
    ['a header alone', `${HEADER}\n`, 'nothing in it is about Exampleton'],
    ['a workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), 'a workbook or zip archive'],
    ['a PDF', '%PDF-1.7\n', 'a PDF'],
    ['text in UTF-16', Buffer.from(`\ufeff${good.join('\n')}`, 'utf16le'), 'text in UTF-16'],
    [
      'text in Windows-1252',
      Buffer.from(`${HEADER}\nresidents,2021,lsoa,E01000001,0-15,5\ncaf\xe9`, 'latin1'),
      'not UTF-8',
    ],
    [
      'a header that stands twice',
      `${HEADER},value\nresidents,2021,lsoa,E01000001,0-15,5,6\n`,
      'stands twice',
    ],
    [
      'a missing column',
      `${HEADER.replace(',value', '')}\nresidents,2021,lsoa,E01000001,0-15\n`,
      'the column is missing',
    ],
    ['a file of another source', 'lsoa21_code,LSOA name\nE01000001,x\n', 'the column is missing'],
    [
      'a quoted cell that never ends',
      `${good.slice(0, 2).join('\n')}\nresidents,2021,lsoa,"E01000002,0-15,5\n`,
      'never ends',
    ],
    [
      'a file outside the place',
      `${HEADER}\nresidents,2021,borough,E09000001,0-15,5\n`,
      'nothing in it is about Exampleton',
    ],
  ])('refuses %s', async (_, content, words) => {
    const before = await intakeOf(database);
    const problems = await problemsOf(database, 'plain', file(content));
    expect(problems.map((problem) => problem.expected).join('\n')).toContain(words);
    expect(problems.every((problem) => problem.file === 'figures.csv')).toBe(true);
    expect(await intakeOf(database)).toEqual(before);
  });

  test('names the row of the first character that is not UTF-8', async () => {
    const content = Buffer.from(`${HEADER}\nresidents,2021,lsoa,E01000001,0-15,5\ncaf\xe9\n`, 'latin1');
    expect((await problemsOf(database, 'plain', file(content)))[0]?.row).toBe(3);
  });

  test('reads a byte-order mark, columns in another order and quoted line breaks as they are meant', async () => {
    const content =
      '\ufeffvalue,"area_code",note,area_type,period,measure,age_band\r\n"41","E01000001","two\nlines",lsoa,2021,residents,35-49\r\n';
    expect(await load(database, 'plain', file(content))).toMatchObject({ kept: 1, changed: 1 });
    const { observations } = await intakeOf(database);
    expect(observations.find((row) => row.age_band === '35-49')?.value).toBe(41);
  });

  test('keeps withheld, missing and zero apart', async () => {
    const rows = ['E01000001,0,', 'E01000002,,withheld', 'E01000003,,missing'];
    await load(
      database,
      'plain',
      lines(
        'measure,period,area_type,age_band,area_code,value,status',
        ...rows.map((row) => `residents,2021,lsoa,50-64,${row}`),
      ),
    );
    const { observations } = await intakeOf(database);
    const kept = observations.filter((row) => row.age_band === '50-64').map((row) => [row.status, row.value]);
    expect(kept).toEqual([
      ['value', 0],
      ['withheld', null],
      ['missing', null],
    ]);
    const bad = await problemsOf(
      database,
      'plain',
      lines(
        'measure,period,area_type,age_band,area_code,value,status',
        'residents,2021,lsoa,65-plus,E01000001,5,withheld',
        'residents,2021,lsoa,65-plus,E01000002,,',
        'residents,2021,lsoa,65-plus,E01000003,5,hidden',
      ),
    );
    expect(bad.map((problem) => [problem.row, problem.column])).toEqual([
      [2, 'value'],
      [3, 'value'],
      [4, 'status'],
    ]);
  });

  test('refuses the code of a small area that nothing places, and says where it is of another edition', async () => {
    const problems = await problemsOf(
      database,
      'plain',
      lines(
        HEADER,
        'residents-nims,2021,ward,E05000534,,5',
        'residents-little-english,2021,msoa,E02000001,,5',
      ),
    );
    expect(problems.map(({ row, column, value }) => [row, column, value])).toEqual([
      [2, 'area_code', 'E05000534'],
      [3, 'area_code', 'E02000001'],
    ]);
    expect(problems[0]?.expected).toMatch(/not known: no ward of Exampleton/);
    expect(problems[1]?.expected).toMatch(/one of 2011; expected the 2021 code/);
  });

  test('takes no figure away without a word, and names each that would go', async () => {
    const header = `${HEADER},status`;
    await load(database, 'plain', lines(header, 'residents,2022,lsoa,E01000001,0-15,41,'));
    const before = await intakeOf(database);
    const gone = lines(header, 'residents,2022,lsoa,E01000001,0-15,,missing');
    const problems = await problemsOf(database, 'plain', gone);
    expect(problems).toEqual([
      expect.objectContaining({
        row: 2,
        value: 'residents 2022 E01000001 0-15',
        expected: expect.stringContaining('--accept-removals'),
      }),
    ]);
    expect(await intakeOf(database)).toEqual(before);
    expect(await load(database, 'plain', gone, { acceptRemovals: true })).toMatchObject({ changed: 1 });
    // None was there now: loading it again takes nothing away.
    expect(await load(database, 'plain', gone)).toMatchObject({ changed: 0 });
  });

  test('names what was loaded before and is missing now', async () => {
    const rows = ['residents-mid-2020,2021', 'residents-mid-2020,2022', 'deprivation-score-2025,2025'].map(
      (about) => `${about},lsoa,E01000001,,5`,
    );
    expect(await load(database, 'plain', lines(HEADER, ...rows))).toMatchObject({
      warnings: [],
      revisions: { added: 3, changed: 0, same: 0, older: 0, lesser: 0 },
      lifted: 0,
    });
    const again = await load(database, 'plain', lines(HEADER, rows[0]?.replace(',5', ',6') ?? ''));
    // A layout for any subject: that the score is not in the file says nothing.
    expect(again.warnings).toEqual([
      'residents-mid-2020: one figure loaded before and not in these files (2022); what was loaded stays',
      expect.stringContaining('one figure changed, and the files do not both say of which day they are'),
    ]);
    const newer = await load(database, 'plain', lines(HEADER, 'residents-mid-2020,2024,lsoa,E01000001,,5'));
    expect(newer.warnings).toEqual([
      'residents-mid-2020: 2 figures loaded before and not in these files (2021, 2022); what was loaded stays',
    ]);
  });

  test('names an indicator that the source brought before and its files hold no more', async () => {
    const row = (id: string, name: string) =>
      `${id},${name},E09000099,Districts,Persons,All ages,,,2019,12.5,10.1,15.2,,,`;
    const header =
      'Indicator ID,Indicator Name,Area Code,Area Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 limit,Count,Denominator,Value note';
    const [first, second] = [row('93356', 'Campylobacter'), row('90319', 'Reception')];
    expect(await load(database, 'fingertips', lines(header, first, second))).toMatchObject({
      warnings: [],
    });
    const later = await load(database, 'fingertips', lines(header, first, row('99999', 'Reception')));
    expect(later.warnings).toEqual([
      'loaded before and not in these files at all: obesity-reception; what was loaded stays. Was an indicator renamed?',
    ]);
  });

  test('takes an ethnic group only with its scheme, and only one the scheme has', async () => {
    const header = 'measure,period,area_type,area_code,ethnic_scheme,ethnic_group,value';
    const bad = await problemsOf(
      database,
      'plain',
      lines(
        header,
        'residents,2021,lsoa,E01000001,,black,5',
        'residents,2021,lsoa,E01000001,census-2021-5,chinese,5',
        'residents,2021,lsoa,E01000001,census-2021,black,5',
      ),
    );
    expect(bad.map((problem) => [problem.row, problem.column])).toEqual([
      [2, 'ethnic_scheme'],
      [3, 'ethnic_group'],
      [4, 'ethnic_scheme'],
    ]);
    await load(database, 'plain', lines(header, 'residents,2021,lsoa,E01000001,nhs-16,chinese,5'));
    const { observations } = await intakeOf(database);
    expect(observations.some((row) => row.ethnic_group === 'nhs-16/chinese')).toBe(true);
  });
});

describe('areas of a lookup without their names', () => {
  const national = `lsoa21_code,ward24_code,ward24_name,ltla24_code
E01000001,E05000001,North,E09000099
E01000002,E05000002,South,E09000099
E01999999,E05999999,Elsewhere,E09000001
`;
  const named = `lsoa21_code,lsoa21_name,ward24_code,ltla24_code
E01000001,Small 1,E05000001,E09000099
`;
  let database: Database<AllTables>;
  beforeAll(async () => {
    database = (await emptyDatabase()).owner;
  });
  afterAll(() => database.close());
  const names = async () => (await intakeOf(database)).areas.map(({ name }) => name);
  const lookup = (...contents: readonly string[]) =>
    load(
      database,
      'ons-lookups',
      contents.map((content, at) => ({ name: `lookup-${at}.csv`, content })),
    );

  test('are called by their codes until a list names them', async () => {
    expect(await lookup(national)).toMatchObject({ kept: 6, skipped: 1, changed: 6 });
    expect(await names()).toEqual(['E01000001', 'E01000002', 'North', 'South']);
    expect(await lookup(named)).toMatchObject({ changed: 1 });
    expect(await names()).toEqual(['Small 1', 'E01000002', 'North', 'South']);
  });

  test('keep a name that is known, whichever list comes last', async () => {
    expect(await lookup(national)).toMatchObject({ changed: 0 });
    expect(await lookup(named, national)).toMatchObject({ changed: 0 });
    expect(await names()).toEqual(['Small 1', 'E01000002', 'North', 'South']);
  });
});
