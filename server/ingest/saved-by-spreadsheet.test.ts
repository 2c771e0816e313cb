/** What a spreadsheet does to a CSV file when it is saved: read where it means nothing, refused by its cell where it could mean two things. */
import { describe, expect, test } from 'vitest';
import { nomisSingleYears } from './sources/nomis-single-years.ts';
import { plain } from './sources/plain.ts';
import { placesOf, readBy, testPlace } from './testing.ts';

const HEADER = 'measure,period,area_type,area_code,value';
const rowOf = (cells: { readonly period?: string; readonly code?: string; readonly value?: string } = {}) =>
  `smoking-adults,${cells.period ?? '2024'},borough,${cells.code ?? testPlace.code},${cells.value ?? '12'}`;
const read = (...lines: readonly string[]) => readBy(plain, lines.join('\r\n'));
const figure = { kind: 'observation', measure: 'smoking-adults', areaCode: testPlace.code, value: 12 };

describe('in our own layout', () => {
  test.each([
    ['a code in small letters', [HEADER, rowOf({ code: testPlace.code.toLowerCase() })]],
    ['a no-break space behind a code', [HEADER, rowOf({ code: `${testPlace.code}\u00a0` })]],
    ['a no-break space within a number', [HEADER, rowOf({ value: '\u00a012' })]],
    ['a decimal nought', [HEADER, rowOf({ value: '12.0' })]],
    ['empty columns and rows at the end', [`${HEADER},,,`, `${rowOf()},,,`, ',,,,,,,', ',,,,,,,']],
    ['title lines above the header', ['Downloaded on a Tuesday', '', HEADER, rowOf()]],
  ])('%s is read as it is meant', async (_, lines) => {
    const { items, problems } = await read(...lines);
    expect(problems).toEqual([]);
    expect(items).toEqual([expect.objectContaining(figure)]);
  });

  test.each([
    ['a number with a per cent sign', rowOf({ value: '12.5%' }), 'value', '12.5%'],
    ['a date by days and months', rowOf({ period: '15/07/2021' }), 'period', '15/07/2021'],
    ['a decimal comma', rowOf({ value: '"12,5"' }), 'value', '12,5'],
    ['a date where a number was', rowOf({ value: '12-Mar' }), 'value', '12-Mar'],
  ])('%s is refused with its cell', async (_, line, column, value) => {
    const { items, problems } = await read(HEADER, line);
    expect(items).toEqual([]);
    expect(placesOf(problems)).toEqual([`2, ${column}`]);
    expect(problems[0]).toMatchObject({ value, expected: expect.stringMatching(/^expected /) });
  });
});

test('a table of Nomis with its title lines above the header is read', async () => {
  const ages = [
    'under 1 year',
    '1 year',
    ...Array.from({ length: 98 }, (_, at) => `${at + 2} years`),
    '100 years and over',
  ];
  const { items, problems } = await readBy(
    nomisSingleYears,
    [
      '"TS007 - Age by single year of age"',
      '"ONS Crown Copyright Reserved [from Nomis on 1 June 2026]"',
      '',
      '"Population :","All usual residents"',
      '"Date       :","2021"',
      '',
      [
        'date',
        'geography',
        'geography code',
        ...['Total', ...ages.map((age) => `Aged ${age}`)].map((age) => `Age: ${age}; measures: Value`),
      ].join(),
      ['2021', testPlace.name, testPlace.code, 10 * ages.length, ...ages.map(() => 10)].join(),
    ].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(items).toHaveLength(ages.length);
});
