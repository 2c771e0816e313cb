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

test.each<[string, Partial<GapSide>, string]>([
  ['not beyond chance', { verdict: 'similar' }, 'not-beyond-chance'],
  ['could be chance', { verdict: 'higher', couldBeChance: true }, 'not-beyond-chance'],
  ['not tested', { verdict: 'not-compared' }, 'not-known'],
  ['lower', { verdict: 'lower' }, 'higher-or-lower'],
  ['worse', { verdict: 'worse' }, 'worse'],
])('a difference between the sexes that is %s stands under its own heading', (_words, found, topic) => {
  const sides = [side('Women and girls', 40, found), side('Men and boys', 44, found)];
  expect(sidesOpening([{ by: 'sex', rows: [row(sides)] }], 'Ash').map((line) => line.topic)).toEqual([topic]);
});

test.each<[Partial<GapSide>, Partial<GapSide>, string, string]>([
  [{}, {}, 'not-beyond-chance', 'not beyond chance, against'],
  [{ verdict: 'higher', couldBeChance: true }, {}, 'not-beyond-chance', '1 of 3 could be chance, against'],
  [
    { verdict: 'higher', couldBeChance: true },
    { verdict: 'higher' },
    'higher-or-lower',
    '1 of 3 higher, 1 of 3 could be chance, against',
  ],
])('of ages found %j and %j the line says what was found of each', (second, third, topic, words) => {
  const sides = [
    side('Aged 16 to 24', 40),
    side('Aged 25 to 64', 44, second),
    side('Aged 65 and over', 60, third),
  ];
  const [opening] = sidesOpening([{ by: 'age', rows: [row(sides)] }], 'Ash');
  expect(opening?.topic).toBe(topic);
  expect(opening?.text).toContain(`60.0% aged 65 and over; ${words}`);
});
