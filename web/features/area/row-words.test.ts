import { describe, expect, test } from 'vitest';
import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { comparedWords, gapWords, profileHeadline, sourceSentences, widerSentence } from './row-words.ts';

const row = (part: Partial<AreaIndicator>): AreaIndicator =>
  ({
    shortTitle: 'First dose',
    unit: 'percent',
    decimals: 1,
    verdict: 'similar',
    kind: 'outcome',
    polarity: 'higher-is-better',
    ageAdjusted: null,
    isOfAreas: false,
    stratum: { populationGroup: 'all', ageBand: 'all', ethnicGroup: 'all', sex: 'all', deprivation: 'all' },
    estimate: { status: 'shown', value: 58, interval: 'ours', basis: 'published' },
    comparisons: [],
    ...part,
  }) as AreaIndicator;
const synthetic = { status: 'shown', value: 1, interval: 'ours', basis: 'synthetic' } as const;
const profile = (indicators: AreaIndicator[], code = 'W1') =>
  ({
    area: { code, name: 'Here', type: 'neighbourhood' },
    place: { code: 'B1', name: 'Exampleton' },
    comparison: { against: 'the rest of Exampleton: its other wards together' },
    indicators,
  }) as AreaIndicatorsReply;

test('a row is named by what tells it apart', () => {
  expect(rowName(row({}))).toBe('First dose');
  const { stratum } = row({});
  expect(rowName(row({ stratum: { ...stratum, ageBand: '65-plus', sex: 'female' } }))).toBe(
    'First dose, 65 and over, female',
  );
});

test('a gap that rounds to none is not spoken of', () => {
  expect(gapWords(row({ gap: -2.04 }))).toBe('2.0 percentage points below');
  expect(gapWords(row({ gap: 0.01 }))).toBe('');
  expect(gapWords(row({}))).toBe('');
});

const THAT_CAN = 'compared that can be better or worse';
const ofGroup = (populationGroup: 'all' | 'working-age' | 'frailty', part: Partial<AreaIndicator> = {}) =>
  row({ indicator: 'dose', verdict: 'worse', stratum: { ...row({}).stratum, populationGroup }, ...part });

describe('the headline', () => {
  test('counts what stands out among all compared', () => {
    const rows = [row({ verdict: 'worse' }), row({ verdict: 'worse' }), row({ verdict: 'better' }), row({})];
    expect(profileHeadline(profile(rows))).toBe(
      `Against the rest of Exampleton, worse on 2 and better on 1 of 4 figures ${THAT_CAN}`,
    );
  });
  test('says where nothing does', () => {
    expect(profileHeadline(profile([row({})]))).toBe(
      `The one figure ${THAT_CAN} does not stand out from the rest of Exampleton beyond chance`,
    );
  });
  test('says how long ago what is compared was', () => {
    const old = [row({ verdict: 'worse', age: 5 }), row({ age: 4 })];
    expect(profileHeadline(profile(old))).toBe(
      `Against the rest of Exampleton, worse on 1 of 2 figures ${THAT_CAN}; both are 4 to 5 years old`,
    );
    expect(profileHeadline(profile([...old, row({})]))).toBe(
      `Against the rest of Exampleton, worse on 1 of 3 figures ${THAT_CAN}; at least 2 of the 3 are three or more years old`,
    );
  });
  test('counts no sum beside its parts, whichever of them can be better or worse', () => {
    const doses = [ofGroup('all'), ofGroup('working-age'), ofGroup('frailty')];
    expect(profileHeadline(profile(doses))).toContain('worse on 2 of 2 figures compared');
    expect(profileHeadline(profile([...doses, ofGroup('all', { indicator: 'other' })]))).toContain(
      'worse on 3 of 3 figures',
    );
    const unadjusted = { ageAdjusted: false, verdict: 'lower' } as const;
    const mixed = [ofGroup('all', unadjusted), ofGroup('working-age', unadjusted), ofGroup('frailty')];
    expect(profileHeadline(profile(mixed))).toBe(
      `Against the rest of Exampleton, worse on 1 of 1 figure ${THAT_CAN}. Of 1 more, which can only be higher or lower: lower on 1`,
    );
  });
  test('then counts what can only be higher or lower, beyond chance and not', () => {
    const described = [
      row({ verdict: 'higher', kind: 'determinant', age: 5 }),
      row({ verdict: 'lower', ageAdjusted: false, age: 5 }),
      row({ verdict: 'similar', kind: 'determinant', age: 5 }),
    ];
    expect(profileHeadline(profile([row({}), ...described]))).toBe(
      `The one figure ${THAT_CAN} does not stand out from the rest of Exampleton beyond chance. Of 3 more, which can only be higher or lower: higher on 1, lower on 1 and not beyond chance on 1; all are 5 years old`,
    );
    expect(profileHeadline(profile(described.slice(0, 1)))).toBe(
      '1 real figure is held for this neighbourhood, none of which can be tested as better or worse. Of 1 compared with the rest of Exampleton, which can only be higher or lower: higher on 1; it is 5 years old',
    );
  });
  test('and the note below it add up to all that was compared', () => {
    const doses = [ofGroup('all'), ofGroup('working-age'), ofGroup('frailty')];
    const described = row({ verdict: 'higher', kind: 'determinant' });
    expect(comparedWords(profile([...doses, described, row({ estimate: synthetic })]))).toBe(
      '5 figures of this page were compared. The headline counts 3: 2 that can be better or worse and 1 that can only be higher or lower, being neither good nor bad or not adjusted for age. It leaves out 2: 1 synthetic and 1 of everyone, being the sum of figures counted already',
    );
    expect(comparedWords(profile([row({})]))).toBe(
      '1 figure of this page was compared. The headline counts 1: 1 that can be better or worse',
    );
  });
  test('is never written from synthetic figures', () => {
    const rows = [row({ verdict: 'worse', estimate: synthetic }), row({})];
    expect(profileHeadline(profile(rows))).toContain(`The one figure ${THAT_CAN} does not`);
  });
  test('that nothing is held, that nothing is real, and that nothing can be tested are three sentences', () => {
    expect(profileHeadline(profile([row({ estimate: null })]))).toBe(
      'No figures are held for this neighbourhood',
    );
    expect(profileHeadline(profile([row({ estimate: synthetic })]))).toBe(
      'No real figures are held for this neighbourhood: those shown are synthetic',
    );
    expect(profileHeadline(profile([row({ verdict: 'not-compared' })]))).toBe(
      '1 real figure is held for this neighbourhood, none of which can be tested as better or worse',
    );
  });
  test('calls no cause of health, no context and nothing that is not adjusted for age better or worse', () => {
    const rows = [
      row({ verdict: 'worse' }),
      row({ verdict: 'higher', kind: 'determinant' }),
      row({ verdict: 'not-compared', kind: 'context' }),
      row({ verdict: 'higher', ageAdjusted: false }),
      row({ verdict: 'not-compared', isOfAreas: true }),
    ];
    expect(profileHeadline(profile(rows))).toBe(
      `Against the rest of Exampleton, worse on 1 of 1 figure ${THAT_CAN}. Of 2 more, which can only be higher or lower: higher on 2`,
    );
  });
  test('of the whole place counts against the largest area it was tested against, and the note names the others', () => {
    expect(profileHeadline(profile([row({ verdict: 'not-compared' })], 'B1'))).toBe(
      '1 figure about the whole of Exampleton',
    );
    const beside = (name: string, verdict: string) => ({ area: { name }, verdict });
    const tested = (...comparisons: object[]) =>
      row({ verdict: 'not-compared', comparisons: comparisons as AreaIndicator['comparisons'] });
    const rows = [
      tested(beside('Region', 'better'), beside('Country', 'worse')),
      tested(beside('Region', 'similar'), beside('Country', 'similar')),
      tested(beside('Country', 'not-compared')),
      { ...tested(beside('Country', 'lower')), ageAdjusted: false },
    ];
    expect(profileHeadline(profile(rows, 'B1'))).toBe(
      `Against Country, worse on 1 of 2 figures ${THAT_CAN}. Of 1 more, which can only be higher or lower: lower on 1`,
    );
    expect(comparedWords(profile(rows, 'B1'))).toBe(
      '5 comparisons were tested. The headline counts 3 with Country: 2 that can be better or worse and 1 that can only be higher or lower, being neither good nor bad or not adjusted for age. It leaves out 2: 2 with Region',
    );
  });
});
test('figures of the whole place are named as its own, and those it has none of are counted', () => {
  const shown = row({ place: row({}).estimate });
  const none = row({ place: null });
  const say = (...rows: AreaIndicator[]) => widerSentence(rows, { area: 'Here', place: 'Exampleton' });
  expect(say(shown, shown)).toBe(
    'The figures below are of Exampleton as a whole. They say nothing about how Here differs from it.',
  );
  expect(say(shown, none, shown)).toMatch(/ For 1 of the 3 no figure of Exampleton is shown either\.$/);
  expect(say(none)).toBe('No figure of Exampleton as a whole is shown for these either.');
});
test('the verdicts of the sources are counted as theirs, of the figures that are shown', () => {
  const source = { publisher: 'Office', shortPublisher: 'OHID', title: '', url: '', licence: '' };
  const told = (verdict: 'better' | 'worse' | 'similar') =>
    ({
      status: 'shown',
      value: 1,
      interval: 'none',
      basis: 'published',
      sourceVerdict: { verdict, against: 'England' },
    }) as const;
  const rows = [
    row({ source, publishedHere: true, estimate: told('worse') }),
    row({ source, publishedHere: false, estimate: null, place: told('worse') }),
    row({ source, publishedHere: false, estimate: null, place: told('similar') }),
    row({ source, publishedHere: true, place: told('better') }),
  ];
  expect(sourceSentences(rows)).toEqual([
    'As OHID judges it against England: similar on 1 and worse on 2 of 3 figures.',
  ]);
  expect(sourceSentences([row({ source, publishedHere: true })])).toEqual([]);
});
