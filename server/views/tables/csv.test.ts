import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { withheld } from '../../contract/without-figure.ts';
import { csvCell, csvOf } from './csv.ts';
import { countColumn, fileTableOf, numberColumn, textColumn } from './table.ts';

describe('a cell', () => {
  test.each(['=1+1', '+44 20', '-1+2', '@SUM(A1)', '\tx', '\rx', '  =1', '=HYPERLINK("x";"y")'])(
    'of the text %j is not run by a spreadsheet',
    (text) => {
      const [[read]] = parse(csvCell(text)) as [[string]];
      expect(read).toBe(`'${text}`);
    },
  );

  test('that is a number stays one, negative and small ones too', () => {
    expect([-1.5, 0, 1e-7, 12_345.678].map(csvCell)).toEqual(['-1.5', '0', '1e-7', '12345.678']);
  });

  test('with commas, quotes or line breaks is quoted', () => {
    expect(csvCell('St Giles, "north"')).toBe('"St Giles, ""north"""');
    expect(csvCell('two\r\nlines')).toBe('"two\r\nlines"');
  });

  test('of nothing is empty, and so is that of a figure which is not shown', () => {
    expect([null, undefined, '', withheld('small-counts')].map(csvCell)).toEqual(['', '', '', '']);
  });

  test('that is true or false says yes or no', () => {
    expect([true, false].map(csvCell)).toEqual(['yes', 'no']);
  });
});

interface Row {
  readonly area: string;
  readonly value: number | null;
  readonly people: number;
  readonly note: string;
}
const about = {
  title: 'Made up',
  period: '2024',
  basis: 'none',
  source: 'us',
  licence: 'any',
  release: 1,
  notes: [],
};
const columns = [
  textColumn<Row>('Area', 'An area.', ({ area }) => area),
  numberColumn<Row>('Value', 'A value.', ({ value }) => value),
  countColumn<Row>('People, all', 'People.', ({ people }) => people),
  textColumn<Row>('Note', 'A note.', ({ note }) => note),
];

describe('a file', () => {
  const table = fileTableOf(about, {
    columns,
    key: ['Area'],
    rows: [
      { area: 'Dulwich Hill', value: 12.123456789, people: 7101.885582299645, note: '=danger' },
      { area: 'Faraday', value: null, people: 1_234_567, note: '' },
      { area: 'Nunhead', value: -0.00012345678, people: 0.04, note: '' },
    ],
  });
  const file = csvOf(table);

  test('starts with a byte order mark and ends every line as the standard asks', () => {
    expect(file.startsWith('\uFEFF')).toBe(true);
    expect(file.split('\r\n').length).toBe(5);
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has the header on line one, and no number with more digits than it carries', () => {
    expect(parse(file, { bom: true })).toEqual([
      ['Area', 'Value', 'People, all', 'Note'],
      ['Dulwich Hill', '12.1235', '7101.9', "'=danger"],
      ['Faraday', '', '1234567', ''],
      ['Nunhead', '-0.000123457', '0', ''],
    ]);
  });

  test('is not made of two columns of one title, nor told apart by one there is not', () => {
    const make = (key: string[], more: typeof columns) =>
      fileTableOf<Row>(about, { columns: [...columns, ...more], key, rows: [] });
    expect(() => make(['Area'], [textColumn('value', 'Again.', () => null)])).toThrow(RangeError);
    expect(() => make(['Place'], [])).toThrow('has no column "Place" for its key');
  });
});
