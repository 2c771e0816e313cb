import { expect, test } from 'vitest';
import type { GapSide, SidesRow } from '../../contract/ages-and-sexes.ts';
import { sidesOpening } from './ages-and-sexes-opening.ts';

const side = (label: string, value: number, found: Partial<GapSide> = {}): GapSide => ({
  group: label,
  label,
  estimate: { status: 'shown', value, interval: 'none', basis: 'published' },
  against: 'everyone else',
  comparison: `made-up:2024:${label}:rest`,
  compared: 2,
  judged: 'judged',
  verdict: 'similar',
  couldBeChance: false,
  difference: { value: 4 },
  ...found,
});
const row = (sides: readonly GapSide[]) =>
  ({
    indicator: 'made-up',
    title: 'Made-up outcome',
    shortTitle: 'Made-up outcome',
    unit: 'percent',
    decimals: 1,
    polarity: 'higher-is-better',
    kind: 'outcome',
    ageAdjusted: null,
    period: '2024',
    periodLabel: '2024',
    basis: ['published'],
    sides,
  }) as unknown as SidesRow;

const topicsOf = (by: 'sex' | 'age', sides: readonly GapSide[]) =>
  sidesOpening([{ by, rows: [row(sides)] }], 'Ash').map(({ topic }) => topic);

test.each<[string, Partial<GapSide>, string]>([
  ['not beyond chance', { verdict: 'similar' }, 'not-known'],
  ['could be chance', { verdict: 'higher', couldBeChance: true }, 'not-known'],
  ['not tested', { verdict: 'not-compared' }, 'not-known'],
  ['lower', { verdict: 'lower' }, 'higher-or-lower'],
  ['worse', { verdict: 'worse' }, 'worse'],
])('a difference between the sexes that is %s stands under its own heading', (_words, found, topic) => {
  expect(topicsOf('sex', [side('Women and girls', 40, found), side('Men and boys', 44, found)])).toEqual([
    topic,
  ]);
});

test('differences between ages are higher or lower only where one is beyond chance', () => {
  const ages = (found: Partial<GapSide>) => [
    side('Aged 16 to 24', 40),
    side('Aged 25 to 64', 44, { verdict: 'higher', couldBeChance: true }),
    side('Aged 65 and over', 60, found),
  ];
  expect(topicsOf('age', ages({ verdict: 'similar' }))).toEqual(['not-known']);
  expect(topicsOf('age', ages({ verdict: 'higher' }))).toEqual(['higher-or-lower']);
});
