import { expect, test } from 'vitest';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { groupsQueryOf, hasDates, mapQueryOf, populationsOf, reachQueryOf } from './asked-queries.ts';
import { type Area, askedOf, uptakeChange } from './question.ts';

const dates = ['2021-03-31', '2021-07-15'];
const weeks = ['2021-03-24', ...dates];
const row = (areaType: 'ward' | 'borough', more: object = {}) => ({
  areaType,
  denominator: 'nims' as const,
  ageBand: 'all',
  ethnicGroup: 'all',
  sex: 'all' as const,
  deprivation: 'all' as const,
  periods: dates,
  ...more,
});
const five = (group: string) => ({ ethnicScheme: 'census-2021-5' as const, ethnicGroup: group });
const nineteen = (group: string) => ({ ethnicScheme: 'census-2021-19' as const, ethnicGroup: group });

const definition = {
  id: 'a-dose',
  areaTypes: ['ward', 'borough'],
  populationGroups: [
    { id: 'all', membership: 'Everyone.', ageBands: ['all', '50-64'] },
    { id: 'frailty', membership: 'Older.', ageBands: ['65-plus'] },
  ],
  denominators: [
    { id: 'nims', title: 'Register', ageBands: ['all'] },
    { id: 'census', title: 'Census', ageBands: ['all'] },
  ],
  available: [
    row('ward', { periods: weeks }),
    row('ward', five('black')),
    row('borough', { periods: weeks }),
    row('borough', { ...five('black'), periods: weeks }),
    row('borough', { ...five('black'), denominator: 'census' }),
    row('borough', { denominator: 'census' }),
    row('borough', { ...nineteen('african'), periods: weeks }),
    row('borough', { ageBand: '65-plus', periods: ['2021-07-15'] }),
  ],
} as unknown as IndicatorReply;
const borough: Area = { code: 'p', name: 'The place', type: 'borough', parents: [] };
const ward: Area = { code: 'w', name: 'A ward', type: 'ward', parents: [] };

function ask(search: Parameters<typeof askedOf>[2], area = borough) {
  const asked = askedOf(definition, area, search);
  if (asked === undefined) throw new Error('there are figures');
  return asked;
}

test('asks for the groups of the scheme chosen, else for the coarsest held', () => {
  expect(groupsQueryOf(ask({}), {})).toEqual({
    by: 'ethnicGroup',
    ethnicScheme: 'census-2021-5',
    populationGroup: 'all',
    ageBand: 'all',
    denominator: 'nims',
    area: 'p',
  });
  const wanted = { ethnicScheme: 'census-2021-19' } as const;
  expect(groupsQueryOf(ask(wanted), wanted).ethnicScheme).toBe('census-2021-19');
  expect(groupsQueryOf(ask(wanted, ward), wanted).ethnicScheme).toBe('census-2021-5');
});

test('the population group follows from the ages', () => {
  expect(groupsQueryOf(ask({ ageBand: '65-plus' }), {}).populationGroup).toBe('frailty');
});

test('a group without figures by ward has no map', () => {
  expect(mapQueryOf(ask({}), {})?.areaType).toBe('ward');
  const black = ask({ ethnicGroup: 'black' });
  expect(mapQueryOf(black, {})).toMatchObject({ areaType: 'ward', ...five('black') });
  const african = ask({ ethnicScheme: 'census-2021-19', ethnicGroup: 'african' });
  expect(mapQueryOf(african, {})).toBeUndefined();
});

test('the reach list takes the newest date with areas by group, not after that of the page', () => {
  expect(reachQueryOf(ask({}), {})).toMatchObject({ period: '2021-07-15', target: 'place' });
  expect(reachQueryOf(ask({ period: '2021-03-31' }), { target: '95' })).toMatchObject({
    period: '2021-03-31',
    target: '95',
  });
  expect(reachQueryOf(ask({ period: '2021-03-24' }), {})).toBeUndefined();
});

test('two populations stand side by side only where both have these people', () => {
  expect(populationsOf(ask({}), {})).toEqual(['nims', 'census']);
  expect(populationsOf(ask({ ageBand: '65-plus' }), {})).toEqual([]);
});

test('of one date nothing is asked about when', () => {
  expect(hasDates(ask({}))).toBe(true);
  expect(hasDates(ask({ ageBand: '65-plus' }))).toBe(false);
});

test('changing a word keeps the others where they have figures; the newest date stays unnamed', () => {
  expect(uptakeChange(ask({ ethnicGroup: 'black' }), 'denominator', 'census')).toEqual({
    ageBand: 'all',
    ethnicScheme: 'census-2021-5',
    ethnicGroup: 'black',
    denominator: 'census',
    period: undefined,
  });
  expect(uptakeChange(ask({ ethnicGroup: 'black' }), 'ageBand', '65-plus')).toMatchObject({
    ageBand: '65-plus',
    ethnicGroup: undefined,
  });
});
