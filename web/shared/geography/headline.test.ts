import { describe, expect, test } from 'vitest';
import type { ComparedAreaEstimate, ShownEstimate } from '../../../server/contract/estimate.ts';
import type { IndicatorAreasReply } from '../../../server/contract/replies.ts';
import { answer } from '../../testing-answer.ts';
import { verdictSentence } from '../words/figure-words.ts';
import { headline, verdictsByName } from './headline.ts';

const uptake = {
  shortTitle: 'First dose',
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  ageAdjusted: null,
  unadjustedAges: ['16-64'],
  scaleNote: null,
  scaleReversed: false,
  scaleFirst: null,
} as const;

const area = (
  name: string,
  value: number,
  more: Partial<ShownEstimate & Pick<ComparedAreaEstimate, 'verdict' | 'couldBeChance' | 'gap'>> = {},
): ComparedAreaEstimate => ({
  code: name,
  name,
  verdict: 'similar',
  ...answer,
  status: 'shown',
  value,
  interval: 'none',
  basis: 'published',
  ...more,
});
const reply = (areas: ComparedAreaEstimate[], ageBand = 'all'): IndicatorAreasReply => ({
  asOf: '2021-12-01',
  release: 1,
  query: {
    indicator: 'first-dose',
    areaType: 'ward',
    period: '2021',
    populationGroup: 'all',
    ethnicGroup: 'all',
    ageBand,
    sex: 'all',
    deprivation: 'all',
  },
  title: 'First dose, 2021',
  edition: '2025',
  areas,
  benchmark: null,
  breaks: [],
  comparison: {
    against: 'the rest of the place: its other wards together',
    test: 'Score test',
    compared: areas.length,
    expectedByChance: 1,
    roundedTo: null,
  },
});

const untested = (told: IndicatorAreasReply): IndicatorAreasReply => ({
  ...told,
  comparison: { ...told.comparison, compared: 0 },
});

test('figures of years ago carry their age, whatever the headline', () => {
  const old = { ...reply([area('Ash', 90), area('Beech', 80)]), asOf: '2026-11-27' };
  expect(headline(uptake, old, 'value')).toMatch(/^First dose: .* \(2021, 5 years ago\)$/);
  expect(headline(uptake, old, 'verdict')).toMatch(/ beyond chance \(2021, 5 years ago\)$/);
});

describe('the headline by value', () => {
  test('names the two that most need a look where none was tested: the lowest where higher is better', () => {
    const areas = [area('Ash', 90), area('Beech', 80.04), area('Cedar', 85)];
    expect(headline(uptake, untested(reply(areas, '65-plus')), 'value')).toBe(
      'First dose, aged 65 and over: lowest in Beech (80.0%) and Cedar (85.0%)',
    );
  });
  test('the highest where lower is better or neither is', () => {
    const areas = [area('Ash', 90), area('Beech', 80), area('Cedar', 85)];
    for (const polarity of ['lower-is-better', 'neutral'] as const)
      expect(headline({ ...uptake, polarity }, untested(reply(areas)), 'value')).toMatch(
        /: highest in Ash \(90\.0%\) and Cedar/,
      );
  });
  test('where there was a test, names those it found and says of the last whether chance could make it so', () => {
    const lower = { verdict: 'lower' } as const;
    const areas = [
      area('Ash', 80),
      area('Beech', 81, lower),
      area('Cedar', 82),
      area('Dogwood', 83, lower),
      area('Elm', 90, { verdict: 'higher' }),
    ];
    expect(headline(uptake, reply(areas), 'value')).toBe(
      'First dose: lowest in Ash (80.0%), not beyond chance; lower than the rest of the place in Beech and Dogwood',
    );
    expect(headline({ ...uptake, polarity: 'lower-is-better' }, reply(areas), 'value')).toBe(
      'First dose: highest in Elm (90.0%); higher than the rest of the place in Elm',
    );
    const many = [...'abcdef'].map((name, at) =>
      area(name, 70 + at, { verdict: at < 4 ? 'worse' : 'similar' }),
    );
    expect(headline(uptake, reply(many), 'value')).toBe(
      'First dose: lowest in a (70.0%); worse than the rest of the place in 4 of 6 wards',
    );
    const level = ['Ash', 'Beech', 'Cedar'].map((name, at) => area(name, 80 + at));
    expect(headline(uptake, reply(level), 'value')).toBe(
      'First dose: lowest in Ash (80.0%), not beyond chance',
    );
  });
  test('names all that read alike, or counts them where they are many', () => {
    expect(
      headline(uptake, untested(reply([area('Ash', 80), area('Beech', 80), area('Cedar', 85)])), 'value'),
    ).toBe('First dose: lowest in Ash (80.0%) and Beech (80.0%)');
    const many = [...[...'abcde'].map((name) => area(name, 80)), area('f', 90)];
    expect(headline(uptake, untested(reply(many)), 'value')).toBe('First dose: lowest (80.0%) in 5 wards');
  });
  test('names one where the next two read alike', () => {
    const areas = [area('Ash', 80), area('Beech', 85), area('Cedar', 85)];
    expect(headline(uptake, untested(reply(areas)), 'value')).toBe('First dose: lowest in Ash (80.0%)');
  });
  test('claims nothing from synthetic figures', () => {
    expect(headline(uptake, reply([area('Ash', 80, { basis: 'synthetic' })]), 'value')).toBe(
      'First dose, 2021',
    );
  });
  test('an area without a figure is not the lowest', () => {
    const withheld: ComparedAreaEstimate = {
      code: 'x',
      name: 'Yew',
      verdict: 'not-compared',
      ...answer,
      status: 'withheld',
      reason: 'small-counts',
      explanation: 'Small count.',
    };
    const areas = [withheld, area('Ash', 80), area('Beech', 85), area('Cedar', 90)];
    expect(headline(uptake, untested(reply(areas)), 'value')).toBe(
      'First dose: lowest in Ash (80.0%) and Beech (85.0%)',
    );
    expect(headline(uptake, reply([withheld]), 'value')).toBe('There is no figure to show for this question');
  });
});

describe('no rank is claimed', () => {
  test('among one or two areas with figures', () => {
    expect(headline(uptake, reply([area('Ash', 80)]), 'value')).toBe('First dose: 80.0% in Ash');
    expect(headline(uptake, reply([area('Ash', 80), area('Beech', 85)]), 'value')).toBe(
      'First dose: 80.0% in Ash and 85.0% in Beech',
    );
  });
  test('where all figures read alike', () => {
    const level = [...'abcd'].map((name) => area(name, 0));
    expect(headline(uptake, reply(level), 'value')).toBe('First dose: 0.0% in all 4 wards');
  });
});

describe('the scale', () => {
  const tenth = {
    ...uptake,
    shortTitle: 'Tenth',
    unit: 'decile',
    decimals: 0,
    polarity: 'neutral',
    scaleNote: '1 = among the most deprived tenth',
    scaleReversed: true,
    scaleFirst: 'most deprived',
  } as const;
  test('decides which end leads, and its note says what it means', () => {
    const areas = [area('Ash', 9), area('Beech', 1), area('Cedar', 1), area('Dogwood', 4)];
    expect(headline(tenth, untested(reply(areas)), 'value')).toBe(
      'Tenth: most deprived in Beech (1) and Cedar (1) (1 = among the most deprived tenth)',
    );
  });
});

test('a figure that depends on age and is not adjusted for it says so', () => {
  const disability = { ...uptake, polarity: 'neutral', ageAdjusted: false } as const;
  const areas = [area('Ash', 9, { verdict: 'worse' }), area('Beech', 8), area('Cedar', 7)];
  for (const view of ['value', 'verdict'] as const)
    expect(headline(disability, reply(areas), view)).toMatch(/, not adjusted for age$/);
});

test('what depends on age only where a band holds ages far apart says so there alone', () => {
  const areas = [area('Ash', 9), area('Beech', 8), area('Cedar', 7)];
  expect(headline(uptake, reply(areas, '16-64'), 'value')).toMatch(/^First dose, .*, not adjusted for age$/);
  expect(headline(uptake, reply(areas, '50-64'), 'value')).not.toMatch(/adjusted/);
});

describe('the headline by verdict', () => {
  test('counts worse and better', () => {
    const areas = [area('a', 1, { verdict: 'worse' }), area('b', 2), area('c', 3, { verdict: 'better' })];
    expect(headline(uptake, reply(areas), 'verdict')).toBe(
      'First dose: 1 ward worse and 1 better than the rest of the place',
    );
  });
  test('what was not tested is not said to be level', () => {
    const none = untested(reply([area('a', 1, { verdict: 'not-compared' })]));
    expect(headline(uptake, none, 'verdict')).toBe('First dose: not tested');
  });
  test('says so where none stands out', () => {
    expect(headline(uptake, reply([area('a', 1)]), 'verdict')).toBe(
      'First dose: no ward stands out from the rest of the place beyond chance',
    );
  });
});

test('every verdict of a picture by name, and how many are not beyond chance', () => {
  const areas = [
    area('a', 1, { verdict: 'lower' }),
    area('b', 2),
    area('c', 3, { verdict: 'higher' }),
    area('d', 4, { verdict: 'higher' }),
  ];
  expect(verdictsByName(reply(areas))).toBe(
    'Lower than the rest of the place: a. Higher: c and d. Not beyond chance: the other 1 ward.',
  );
  expect(verdictsByName(reply([area('b', 2)]))).toBe(
    'No ward stands out from the rest of the place beyond chance.',
  );
  expect(verdictsByName(untested(reply(areas)))).toBe('');
});

describe('the verdict in words', () => {
  const { comparison } = reply([area('a', 1), area('b', 2)]);
  test('tells the size and side of the gap', () => {
    expect(verdictSentence(area('a', 83, { verdict: 'worse', gap: -8.94 }), comparison, uptake)).toBe(
      'Worse than the rest of the place, 8.9 percentage points below.',
    );
  });
  test('says what could be chance, and of how many', () => {
    expect(verdictSentence(area('a', 83, { gap: 1.2, couldBeChance: true }), comparison, uptake)).toBe(
      'Not beyond chance against the rest of the place, 1.2 percentage points above. It could be chance: 5 were compared.',
    );
  });
  test('says at which counts it holds where they are rounded', () => {
    const rounded = { ...comparison, roundedTo: 5 };
    expect(verdictSentence(area('a', 83, { verdict: 'worse', gap: -8.94 }), rounded, uptake)).toBe(
      'Worse than the rest of the place, 8.9 percentage points below. It holds at the least favourable counts that round to those shown.',
    );
  });
  test('gives the reason where there was no test', () => {
    const none = { ...comparison, compared: 0, test: 'None: neither high nor low is better' };
    expect(verdictSentence(area('a', 83, { verdict: 'not-compared' }), none, uptake)).toBe(
      'Not tested. None: neither high nor low is better',
    );
    const own = { ...area('a', 83, { verdict: 'not-compared' }), untested: 'The figure has no counts.' };
    expect(verdictSentence(own, comparison, uptake)).toBe('Not tested. The figure has no counts.');
  });
});
