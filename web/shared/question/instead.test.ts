import { describe, expect, test } from 'vitest';
import { insteadOf, nearestWith } from './instead.ts';
import { type Definition, select, wantedOf } from './selection.ts';

type Row = Definition['available'][number];
const row = (part: Partial<Row>): Row => ({
  areaType: 'ward',
  ageBand: 'all',
  ethnicGroup: 'all',
  sex: 'all',
  deprivation: 'all',
  periods: ['2021-03-14', '2021-07-15'],
  denominator: 'nims',
  ...part,
});
const definition: Definition = {
  populationGroups: [{ id: 'all', membership: 'Everyone.', ageBands: ['all', '65-plus'] }],
  denominators: [{ id: 'nims', title: 'Register', ageBands: [] }],
  available: [
    row({}),
    row({ ageBand: '65-plus' }),
    row({ areaType: 'msoa', ethnicScheme: 'census-2021-5', ethnicGroup: 'black', periods: ['2021-03-14'] }),
    row({ areaType: 'borough', ethnicScheme: 'nhs-16', ethnicGroup: 'african' }),
  ],
};
const sentences = (question: Parameters<typeof wantedOf>[0]) => {
  const wanted = wantedOf(question);
  const shown = select(definition, wanted);
  if (shown === undefined) throw new Error('the definition has figures');
  return insteadOf(wanted, shown).map(({ sentence }) => sentence);
};

describe('what is shown instead', () => {
  test('is not spoken of where everything is shown as asked', () => {
    expect(sentences({})).toEqual([]);
    expect(sentences({ ageBand: '65-plus', period: '2021-03-14', areaType: 'ward' })).toEqual([]);
  });
  test.each([
    [
      { ethnicGroup: 'black', areaType: 'ward' },
      'There are no figures here for Black residents. This page shows people of every ethnic group.',
    ],
    [{ period: '1999' }, 'There are no figures here for 1999. This page shows 15 July 2021.'],
    [
      { areaType: 'galaxy' },
      'There are no figures here for a type of area called “galaxy”. This page shows wards.',
    ],
    [
      { ethnicGroup: 'martian' },
      'There are no figures here for an ethnic group called “martian”. This page shows people of every ethnic group.',
    ],
    [
      { ageBand: '16-24' },
      'There are no figures here for people aged 16 to 24. This page shows people of all ages.',
    ],
    [
      { denominator: 'census' },
      'There are no figures here for a count among Census 2021 residents. This page shows a count among NHS-registered patients.',
    ],
    [{ sex: 'female' }, 'There are no figures here for females. This page shows both sexes.'],
    [
      { deprivation: '1' },
      'There are no figures here for the most deprived fifth of small areas in England. This page shows every fifth of deprivation.',
    ],
    [
      { populationGroup: 'care-homes' },
      'There are no figures here for people in care homes. This page shows everyone.',
    ],
  ])('of %o is named with what was asked for', (question, sentence) => {
    expect(sentences(question)).toEqual([sentence]);
  });
  test('is named for every part', () => {
    expect(sentences({ period: '1999', areaType: 'galaxy', sex: 'male' })).toHaveLength(3);
  });
});

test('the nearest question with what was asked for is found, where there is one', () => {
  const wanted = wantedOf({ ethnicGroup: 'black', areaType: 'ward', period: '2021-07-15' });
  expect(nearestWith(definition, wanted, 'ethnicity')).toMatchObject({
    ethnicity: 'census-2021-5/black',
    areaType: 'msoa',
    period: '2021-03-14',
  });
  const african = wantedOf({ ethnicScheme: 'nhs-16', ethnicGroup: 'african' });
  expect(nearestWith(definition, african, 'ethnicity')).toBeUndefined();
  expect(nearestWith({ ...definition, drawn: ['borough'] }, african, 'ethnicity')?.areaType).toBe('borough');
});
