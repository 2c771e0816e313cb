import { describe, expect, test } from 'vitest';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import type { Milestone } from '../../../server/contract/uptake-replies.ts';
import { whyTheyDiffer } from './denominator-words.ts';
import { figuresAt } from './figures-at.ts';
import { behindWords, betweenWords, reachedWords, weeksDrawn } from './milestone-words.ts';
import { countsWords, neededLimits, neededWords, peopleNeeded, targetPhrase } from './reach-words.ts';
import { groupsReply, share } from './testing-uptake.ts';
import { thresholdsOf } from './thresholds.ts';
import { figureWithLimits, overTimeTitle } from './uptake-words.ts';

const percent = { unit: 'percent', decimals: 1 } as const;
const at = (period: string, weeks: number) => ({ period, label: period, weeks });

describe('the reach list', () => {
  test('people needed are whole, with their limits', () => {
    expect(neededWords({ value: 70.9 })).toBe('71');
    expect(neededLimits({ value: 70.9, lower95: 43.2, upper95: 100.45 })).toBe('43 to 100');
  });
  test('a lower limit of none is said as at most, never as people below zero', () => {
    expect(neededLimits({ value: 5, lower95: -3, upper95: 12 })).toBe('at most 12');
    expect(neededLimits({ value: 5, lower95: 0.3, upper95: 12 })).toBe('at most 12');
  });
  test('what is not listed is told by kind', () => {
    const none = { listed: 3, reached: 0, withheld: 0, missing: 0, nobody: 0, notCompared: 0 };
    expect(countsWords(none)).toBe('Every group of every area is listed.');
    expect(countsWords({ ...none, reached: 1, withheld: 2, missing: 1, nobody: 2, notCompared: 1 })).toBe(
      'Not listed: 1 group was there, 2 groups are withheld to protect people and may have needed some too, 1 group has no figure, 2 groups have nobody to count and 1 group cannot be compared.',
    );
  });
  test('sums what rows need', () => {
    expect(peopleNeeded([{ needed: { value: 1.5 } }, { needed: { value: 2 } }])).toBe(3.5);
  });
  test('a target is the place or a percentage', () => {
    expect(targetPhrase('place', 'Here')).toBe('equal Here as a whole');
    expect(targetPhrase('95', 'Here')).toBe('reach 95%');
  });
});

describe('milestones', () => {
  const milestone: Milestone = {
    share: 50,
    status: 'reached',
    reached: at('2021-03-31', 16.1),
    earliest: at('2021-03-25', 15.3),
    latest: at('2021-04-08', 17.3),
    weeksBehind: 3,
  };
  test('weeks behind, ahead and level', () => {
    expect(behindWords(milestone)).toBe('3 weeks behind');
    expect(behindWords({ ...milestone, weeksBehind: -1 })).toBe('1 week ahead');
    expect(behindWords({ ...milestone, weeksBehind: 0 })).toBe('level');
  });
  test('not reached and cannot tell are two things', () => {
    const open = { ...milestone, reached: null, weeksBehind: null };
    expect(behindWords({ ...open, status: 'not-reached' })).toBe('not reached by then');
    expect(behindWords({ ...open, status: 'cannot-tell' })).toBe('cannot be told');
    expect(weeksDrawn(open)).toBeNull();
  });
  test('when, and between which dates', () => {
    expect(milestone.reached && reachedWords(milestone.reached)).toBe('16 weeks, by 31 March 2021');
    expect(betweenWords(milestone)).toBe('between 25 March 2021 and 8 April 2021');
    expect(betweenWords({ ...milestone, latest: milestone.earliest })).toBeUndefined();
    expect(weeksDrawn(milestone)).toMatchObject({ value: 16.1, lower95: 15.3, upper95: 17.3 });
  });
});

test('a figure without limits says so; withheld and missing are not confused', () => {
  expect(figureWithLimits({ ...share(1, 2) }, percent)).toBe('50.0% (48.0% to 52.0%)');
  expect(
    figureWithLimits({ status: 'shown', value: 104, interval: 'none', basis: 'published' }, percent),
  ).toBe('104.0% (no interval)');
  expect(figureWithLimits({ status: 'withheld', reason: 'small-counts', explanation: '' }, percent)).toBe(
    'withheld',
  );
  expect(figureWithLimits({ status: 'missing', reason: 'not-available', explanation: '' }, percent)).toBe(
    'missing',
  );
});

test('why populations differ is told with the sizes the API gives', () => {
  const columns = (['nims', 'census'] as const).map((id, index) => {
    const found = figuresAt(
      groupsReply({}, { whole: [share(10, index === 0 ? 381_693 : 307_636)] }),
      '2021-07-15',
    );
    if (found === undefined) throw new Error('no figures');
    return { id, at: found };
  });
  expect(whyTheyDiffer(columns)).toContain('Here that is 381,693 people against 307,636.');
});

test('the title of groups names the lowest, but none where their ages are not allowed for, nor of made-up figures', () => {
  const definition = { shortTitle: 'A dose' } as IndicatorReply;
  const reply = groupsReply({ black: [share(300, 1000)], white: [share(600, 1000)] });
  expect(overTimeTitle(definition, reply, true)).toMatch(
    /^A dose: over time in The place, lowest for .*black.* \(30\.0%\)$/,
  );
  const old = { ...reply, ageAdjusted: false, asOf: '2026-11-27' } as const;
  expect(overTimeTitle(definition, old, true)).toBe(
    'A dose: over time in The place (15 July 2021, 5 years ago), not adjusted for age',
  );
  const made = groupsReply({ black: [share(1, 9, { basis: 'synthetic' })], white: [share(2, 9)] });
  expect(overTimeTitle(definition, made, true)).toBe('A dose: over time in The place');
});

describe('thresholds', () => {
  const target = { id: 't', title: '95%', indicator: 'x', value: 95, source: 's', synthetic: false };
  const figure = { indicator: 'x', area: 'p', place: 'p', stratum: { ageBand: 'all' } } as const;
  test('one without an area is for the whole place, one without a stratum for everyone', () => {
    expect(thresholdsOf([target], figure)).toHaveLength(1);
    expect(thresholdsOf([target], { ...figure, area: 'w' })).toHaveLength(0);
    expect(thresholdsOf([target], { ...figure, stratum: { ageBand: '65-plus' } })).toHaveLength(0);
    expect(thresholdsOf([target], { ...figure, indicator: 'y' })).toHaveLength(0);
  });
  test('one of a stratum is for that one only', () => {
    const older = { ...target, stratum: { populationGroup: 'frailty', ageBand: '65-plus' } as const };
    expect(thresholdsOf([older], { ...figure, stratum: { ageBand: '65-plus' } })).toHaveLength(1);
    expect(thresholdsOf([older], figure)).toHaveLength(0);
  });
});
