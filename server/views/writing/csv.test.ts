import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csvCell, csvFile } from './csv.ts';

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

  test('of nothing is empty, and the marks stay as they are', () => {
    expect([null, undefined, '', '[c]', '[x]'].map(csvCell)).toEqual(['', '', '', '[c]', '[x]']);
  });
});

describe('a file', () => {
  const text = csvFile(
    [['Indicator', 'Doses, first']],
    ['Area', 'Value', 'Note'],
    [
      ['Dulwich Hill', 12.5, '=danger'],
      ['Faraday', '[c]', ''],
    ],
  );

  test('starts with a byte order mark and ends every line as the standard asks', () => {
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n').length).toBe(6);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('has as many cells in every line, and reads back as it was', () => {
    expect(parse(text, { bom: true })).toEqual([
      ['Indicator', 'Doses, first', ''],
      ['', '', ''],
      ['Area', 'Value', 'Note'],
      ['Dulwich Hill', '12.5', "'=danger"],
      ['Faraday', '[c]', ''],
    ]);
  });

  test.each([[['Faraday']], [['Faraday', 1, '']]])(
    'is not written with the row %j under two columns, and the fault names no figure',
    (row) => {
      const write = () => csvFile([], ['Area', 'Value'], [['Peckham', 2], row]);
      expect(write).toThrow(new RangeError(`row 2 has ${row.length} cells under 2 columns`));
    },
  );
});
