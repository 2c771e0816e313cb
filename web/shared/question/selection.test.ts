import { describe, expect, test } from 'vitest';
import {
  areasQueryOf,
  choices,
  type Definition,
  questionOf,
  type Selection,
  select,
  type Word,
  wantedOf,
} from './selection.ts';

type Row = Definition['available'][number];
const row = (part: Partial<Row>): Row => ({
  areaType: 'ward',
  ageBand: 'all',
  ethnicGroup: 'all',
  sex: 'all',
  deprivation: 'all',
  periods: ['2020', '2021'],
  ...part,
});
const definition: Definition = {
  populationGroups: [
    { id: 'all', membership: 'Everyone.', ageBands: ['all', '0-15', '65-plus'] },
    { id: 'frailty', membership: 'Aged 65 and over.', ageBands: ['65-plus', '80-plus'] },
  ],
  denominators: [
    { id: 'nims', title: 'Register', ageBands: [] },
    { id: 'census', title: 'Census', ageBands: [] },
  ],
  available: [
    row({ areaType: 'borough', denominator: 'nims' }),
    row({ denominator: 'nims' }),
    row({ denominator: 'nims', ageBand: '65-plus' }),
    row({ denominator: 'nims', ageBand: '80-plus' }),
    row({ denominator: 'census', ageBand: '65-plus', periods: ['2021'] }),
    row({ denominator: 'nims', ethnicScheme: 'census-2021-5', ethnicGroup: 'black' }),
  ],
};
const start = select(definition, {});
if (start === undefined) throw new Error('the definition has figures');
const words = Object.keys(start) as Word[];

function exists(selection: Selection): boolean {
  return definition.available.some(
    (one) =>
      one.areaType === selection.areaType &&
      (one.denominator ?? '') === selection.denominator &&
      one.ageBand === selection.ageBand &&
      (one.ethnicGroup === 'all' ? 'all' : `${one.ethnicScheme}/${one.ethnicGroup}`) ===
        selection.ethnicity &&
      one.periods.includes(selection.period),
  );
}

describe('the selection', () => {
  test('is of the whole place only where a page draws that too', () => {
    const { available, ...rest } = definition;
    const whole = { ...rest, available: available.filter(({ areaType }) => areaType === 'borough') };
    expect(select(whole, {})).toBeUndefined();
    expect(select({ ...whole, drawn: ['ward', 'borough'] }, {})).toMatchObject({ areaType: 'borough' });
    expect(select({ ...definition, drawn: ['ward', 'borough'] }, {})).toMatchObject({ areaType: 'ward' });
  });
  test('starts at the defaults: wards, first denominator, first age band of the group, newest period', () => {
    expect(start).toMatchObject({
      populationGroup: 'all',
      areaType: 'ward',
      denominator: 'nims',
      ageBand: 'all',
      ethnicity: 'all',
      period: '2021',
    });
  });
  test('keeps what still applies and takes defaults for the rest', () => {
    expect(select(definition, { ageBand: '65-plus', denominator: 'census', period: '1999' })).toMatchObject({
      ageBand: '65-plus',
      denominator: 'census',
      period: '2021',
    });
  });
  test('the word just changed is kept, the others follow it', () => {
    const older = select(definition, { ageBand: '65-plus', denominator: 'census' });
    expect(select(definition, { ...older, ethnicity: 'census-2021-5/black' }, 'ethnicity')).toMatchObject({
      ethnicity: 'census-2021-5/black',
      ageBand: 'all',
      denominator: 'nims',
    });
  });
  test('a group brings its own ages', () => {
    expect(select(definition, { ...start, populationGroup: 'frailty' })).toMatchObject({
      ageBand: '65-plus',
    });
    expect(select(definition, { populationGroup: 'frailty', ageBand: '80-plus' })).toMatchObject({
      ageBand: '80-plus',
    });
  });
  test('is undefined where there is nothing to map', () => {
    expect(select({ ...definition, available: [row({ areaType: 'borough' })] }, {})).toBeUndefined();
  });
});

describe('the choices', () => {
  test('every choice offered leads to figures, and to the value chosen', () => {
    for (const word of words) {
      for (const { value, fits } of choices(definition, start, word)) {
        const next = select(definition, { ...start, [word]: value }, word);
        expect(next?.[word]).toBe(value);
        expect(next !== undefined && exists(next)).toBe(true);
        if (fits && word !== 'populationGroup') expect(next).toEqual({ ...start, [word]: value });
      }
    }
  });
  test('an age without figures is never offered', () => {
    expect(choices(definition, start, 'ageBand').map(({ value }) => value)).toEqual(['all', '65-plus']);
  });
  test('a value that would change other words says so', () => {
    expect(choices(definition, start, 'denominator')).toEqual([
      { value: 'nims', fits: true },
      { value: 'census', fits: false },
    ]);
  });
  test('the newest period comes first', () => {
    expect(choices(definition, start, 'period').map(({ value }) => value)).toEqual(['2021', '2020']);
  });
});

describe('the question', () => {
  test('survives the trip through URL parts', () => {
    const chosen = select(definition, { ethnicity: 'census-2021-5/black' });
    if (chosen === undefined) throw new Error('the definition has such figures');
    const question = questionOf('residents', chosen);
    expect(question).toMatchObject({
      indicator: 'residents',
      ethnicScheme: 'census-2021-5',
      ethnicGroup: 'black',
    });
    expect(select(definition, wantedOf(question))).toEqual(chosen);
  });
  test('leaves out what says nothing', () => {
    expect(areasQueryOf(start)).toEqual({
      populationGroup: 'all',
      areaType: 'ward',
      ageBand: 'all',
      denominator: 'nims',
      period: '2021',
    });
  });
});
