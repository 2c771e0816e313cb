import { expect, test } from 'vitest';
import { figuresAt } from './figures-at.ts';
import { keyFacts } from './key-facts.ts';
import { areasReply, groupsReply, share, withheld } from './testing-uptake.ts';

const groups = groupsReply(
  {
    black: [share(100, 1000), share(200, 1000), share(300, 1000)],
    white: [share(400, 1000), share(500, 1000), share(600, 1000)],
    other: [withheld, withheld, withheld],
  },
  {
    whole: [share(550, 2200), share(800, 2200), share(1000, 2200)],
    unknown: [share(50, 200), share(100, 200), share(100, 200)],
  },
);
const map = areasReply({
  a: [share(10, 100), share(20, 100), share(30, 100)],
  b: [share(5, 100), share(25, 100), share(31, 100)],
});
const ask = (period: string, chosen?: string) =>
  keyFacts({ groups, map, reach: undefined, period, chosen, place: 'Here' });

test('says how far, since when, who and where lowest, and how many are unknown', () => {
  const facts = ask('2021-07-15');
  expect(facts.map(({ question, figure }) => [question, figure])).toEqual([
    ['Uptake', '45.5%'],
    ['Since 31 March 2021', '+20.5 points'],
    ['Lowest group', '30.0%'],
    ['Lowest ward in Here', '30.0%'],
    ['Ethnic group not known', '10.0%'],
  ]);
  expect(facts[1]?.words).toEqual(['from 25.0% (23.0% to 27.0%)', '450 more people']);
});

test('the quarter before is at least a quarter before: of a first date nothing is said', () => {
  expect(ask('2021-03-31').map(({ question }) => question)).not.toContain('Since 31 March 2021');
});

test('of a group its own figure; new people only of everyone', () => {
  const [uptake, since] = ask('2021-07-15', 'black');
  expect(uptake?.figure).toBe('30.0%');
  expect(uptake?.words[0]).toBe('Black');
  expect(since?.words).toHaveLength(1);
});

test('the lowest group is never one that is withheld, nor unknown ethnicity', () => {
  const [, , lowest] = ask('2021-07-15');
  expect(lowest?.words[0]).toBe('Black');
  expect(ask('2021-07-15', 'other')[0]?.figure).toBe('Withheld');
});

test('where ages are not allowed for no group is named as lowest, and a ward with these words', () => {
  const crude = { ageAdjusted: false } as const;
  const facts = keyFacts({
    groups: { ...groups, ...crude },
    map: { ...map, ...crude },
    reach: undefined,
    period: '2021-07-15',
    chosen: undefined,
    place: 'Here',
  });
  expect(facts.map(({ question }) => question)).not.toContain('Lowest group');
  const [ward] = facts.filter(({ question }) => question === 'Lowest ward in Here');
  expect(ward?.words.at(-1)).toBe('not adjusted for age');
});

test('synthetic figures carry their mark, real ones none', () => {
  expect(ask('2021-07-15').some(({ synthetic }) => synthetic)).toBe(false);
  const made = groupsReply({}, { whole: [share(1, 2, { basis: 'synthetic' })] });
  const [fact] = keyFacts({
    groups: made,
    map: undefined,
    reach: undefined,
    period: '2021-07-15',
    chosen: undefined,
    place: 'Here',
  });
  expect(fact?.synthetic).toBe(true);
});

test('figures are those of the newest date with groups not after the one asked for', () => {
  expect(figuresAt(groups, '2021-07-01')?.period).toBe('2021-06-30');
  expect(figuresAt(groups, '2020-01-01')).toBeUndefined();
});
