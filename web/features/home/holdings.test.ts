import { expect, test } from 'vitest';
import { officialHoldings, wardHoldings } from './holdings.ts';

type Held = Parameters<typeof wardHoldings>[0][number];
const held = (shortTitle: string, more: Partial<Held> = {}): Held => ({
  shortTitle,
  kind: 'outcome',
  basis: ['published'],
  areaTypes: ['ward', 'borough'],
  latestPeriod: '2021',
  ...more,
});
const dose = held('First dose', { kind: 'service', latestPeriod: '2021-07-15' });
const flu = held('Flu', { kind: 'service', basis: ['synthetic'], latestPeriod: '2025' });
const smoking = held('Smoking', { areaTypes: ['borough'] });

test('outcomes and services by ward are named, the made-up ones are not, and none is said where there is none', () => {
  expect(wardHoldings([held('Disability'), dose, flu, smoking])).toBe(
    'Health outcomes by ward: real figures are held for disability only, the newest of 2021. Care and vaccination by ward: real figures are held for first dose only, the newest of 15 July 2021.',
  );
  const score = held('Mental health', {
    latestPeriod: '2025',
    dates: { '2025': 'Indices of Deprivation 2025, made of some years before' },
  });
  expect(wardHoldings([held('Disability'), score])).toMatch(
    /^Health outcomes by ward: real figures are held for disability and mental health only, the newest counted of 2021; of other dates: Indices of Deprivation 2025, made of some years before\./,
  );
  expect(wardHoldings([flu, smoking])).toBe(
    'Health outcomes by ward: no real figures are held. Care and vaccination by ward: no real figures are held.',
  );
});

test('how many are official and how many of those are by ward follows what is held', () => {
  expect(officialHoldings([held('Disability'), dose, flu, smoking], 'Ashbury')).toMatch(
    /^3 indicators of health and its causes from official sources, 2 of them by ward\./,
  );
  expect(officialHoldings([smoking], 'Ashbury')).toMatch(/^1 indicator of .*, none of them by ward\./);
  expect(officialHoldings([flu], 'Ashbury')).toBe(
    'No official figures are held for Ashbury: all that is shown is made for demonstration.',
  );
});
