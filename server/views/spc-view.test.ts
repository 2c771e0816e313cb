import { describe, expect, test } from 'vitest';
import type { StoredEstimate } from '../../db/queries/estimates.ts';
import type { Basis, Polarity } from '../contract/dimensions.ts';
import { childhoodVaccinations } from '../indicators/childhood-vaccination.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { Refused } from './refused.ts';
import { spcView } from './spc-view.ts';

const [mmr] = childhoodVaccinations;
if (mmr === undefined) throw new Error('there are vaccinations');
const separate: Indicator = mmr;
const area = { code: 'E09000099', name: 'Exampleton' };
const stratum = {
  populationGroup: 'children',
  ethnicGroup: 'all',
  ageBand: 'all',
  sex: 'all',
  deprivation: 'all',
} as const;
/** Quarters from April 2016 on. */
const quarter = (n: number) => {
  const year = 2016 + Math.floor(n / 4);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}-Q${(n % 4) + 1}`;
};

interface Given {
  readonly polarity?: Polarity;
  readonly basis?: Basis;
  readonly target?: number;
  readonly periods?: readonly string[];
}

function chartOf(
  values: readonly (number | null)[],
  { polarity = 'higher-is-better', basis = 'published', target, periods }: Given = {},
) {
  const rows = values.map(
    (value, n) =>
      ({
        period: periods?.[n] ?? quarter(n),
        status: value === null ? 'missing' : 'shown',
        reason: 'not published',
        value,
        interval: 'none',
        basis,
        notes: null,
      }) as unknown as StoredEstimate,
  );
  const found =
    target === undefined
      ? undefined
      : {
          id: 't',
          title: 'T',
          indicator: 'mmr-2-at-5-years',
          value: target,
          source: 's',
          synthetic: false,
          setBy: 'S',
        };
  return spcView({ ...separate, polarity }, area, { stratum }, rows, found, 1);
}
const level = Array.from({ length: 14 }, (_, n) => (n % 2 === 0 ? 79 : 81));

describe('the newest figure in words', () => {
  test('ordinary variation', () => {
    expect(chartOf(level).sentences).toEqual([
      'Ordinary variation: the newest figure, July to September 2019, breaks none of the four rules.',
    ]);
  });
  test('ordinary variation after a special cause names when that was', () => {
    expect(chartOf([...level, 50, 80]).sentences).toEqual([
      'Ordinary variation: the newest figure, January to March 2020, breaks none of the four rules. The last special cause was a concern, in October to December 2019.',
    ]);
  });
  test('a fall out of the limits is a concern where higher is better, an improvement where lower is, and low where neither', () => {
    const fallen = [...level, 50];
    const newest = 'The newest figure, October to December 2019, lies below the lower limit.';
    const first = (polarity: Polarity) => chartOf(fallen, { polarity }).sentences[0];
    expect(first('higher-is-better')).toBe(`Special cause: concern. ${newest}`);
    expect(first('lower-is-better')).toBe(`Special cause: improvement. ${newest}`);
    expect(first('neutral')).toBe(`Special cause: low. ${newest}`);
  });
  test('seven in a row that rise', () => {
    const rising = [80, 82, 78, 82, 78, 82, 78, 79, 80, 81, 82, 83, 84];
    expect(chartOf(rising).sentences[0]).toBe(
      'Special cause: improvement. The newest figure, April to June 2019, is one of seven or more in a row that rise.',
    );
  });
});

describe('a target in words', () => {
  test.each([
    [
      60,
      'higher-is-better',
      'pass',
      'The target of at least 60% is reached every time if nothing changes: even the lower limit, 74.7%, is on the good side of it.',
    ],
    [
      95,
      'higher-is-better',
      'fail',
      'The target of at least 95% is missed every time unless something changes: even the upper limit, 85.3%, does not reach it.',
    ],
    [
      80,
      'higher-is-better',
      'hit-and-miss',
      'The target of at least 80% lies between the limits, 74.7% and 85.3%: it is reached or missed by chance.',
    ],
    [
      95,
      'lower-is-better',
      'pass',
      'The target of at most 95% is reached every time if nothing changes: even the upper limit, 85.3%, is on the good side of it.',
    ],
    [
      60,
      'lower-is-better',
      'fail',
      'The target of at most 60% is missed every time unless something changes: even the lower limit, 74.7%, does not reach it.',
    ],
  ] as const)('%i where %s: %s', (target, polarity, assurance, sentence) => {
    const reply = chartOf(level, { target, polarity });
    expect(reply.assurance).toBe(assurance);
    expect(reply.sentences.at(-1)).toBe(sentence);
  });
  test('none where there is no target', () => {
    expect(chartOf(level)).toMatchObject({ target: null, assurance: 'none' });
  });
});

test('nothing is concluded from synthetic figures', () => {
  expect(chartOf([...level, 50], { basis: 'synthetic', target: 95 }).sentences).toEqual([
    'These figures are made for demonstration: no finding is drawn from them.',
  ]);
});

test('figures that never change have a mean and no limits', () => {
  expect(chartOf(level.map(() => 80))).toMatchObject({ mean: 80, limits: null, assurance: 'none' });
});

test('a period left out is a gap: no step leads over it', () => {
  const periods = level.map((_, n) => quarter(n < 7 ? n : n + 4));
  const jump = [...Array(7).fill(10), ...Array(7).fill(50)].map((value: number, n) => value + (n % 2));
  // Within each stretch every step is 1; the jump of 40 between them is none.
  const { mean, limits } = chartOf(jump, { periods });
  expect(limits?.upper).toBeCloseTo(mean + 2.66, 10);
});

describe('what cannot make a control chart is refused', () => {
  test('fewer than thirteen figures, missing ones not counted', () => {
    expect(() => chartOf(level.slice(0, 12))).toThrow(
      new Refused('A control chart needs 13 separate periods with a figure; there are 12.'),
    );
    expect(() => chartOf([...level.slice(0, 12), null, null])).toThrow(Refused);
    expect(chartOf([...level.slice(0, 13), null]).points).toHaveLength(14);
  });
  test('periods that overlap, though the indicator says they do not', () => {
    const periods = level.map((_, n) => (n === 13 ? '2018-19' : quarter(n)));
    expect(() => chartOf(level, { periods })).toThrow('these overlap');
  });
});
