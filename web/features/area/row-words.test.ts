import { describe, expect, test } from 'vitest';
import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { comparedWords, gapWords, profileHeadline, sourceSentences } from './row-words.ts';

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

describe('the headline', () => {
  test('counts what stands out among all compared', () => {
    const rows = [row({ verdict: 'worse' }), row({ verdict: 'worse' }), row({ verdict: 'better' }), row({})];
    expect(profileHeadline(profile(rows))).toBe(
      'Against the rest of Exampleton, worse on 2 and better on 1 of 4 figures compared',
    );
  });
  test('says where nothing does', () => {
    expect(profileHeadline(profile([row({})]))).toBe(
      'The one figure compared does not stand out from the rest of Exampleton beyond chance',
    );
  });
  test('says how long ago what is compared was', () => {
    const old = [row({ verdict: 'worse', age: 5 }), row({ age: 4 })];
    expect(profileHeadline(profile(old))).toBe(
      'Against the rest of Exampleton, worse on 1 of 2 figures compared; both are 4 to 5 years old',
    );
    expect(profileHeadline(profile([...old, row({})]))).toBe(
      'Against the rest of Exampleton, worse on 1 of 3 figures compared; 2 of the 3 are three or more years old',
    );
  });
  test('counts no sum beside its parts', () => {
    const of = (populationGroup: 'all' | 'working-age' | 'frailty', indicator = 'dose') =>
      row({ indicator, verdict: 'worse', stratum: { ...row({}).stratum, populationGroup } });
    const doses = [of('all'), of('working-age'), of('frailty')];
    expect(profileHeadline(profile(doses))).toContain('worse on 2 of 2 figures compared');
    expect(profileHeadline(profile([...doses, of('all', 'other')]))).toContain('worse on 3 of 3 figures');
    const { comparison } = profile([]);
    expect(comparedWords({ ...profile(doses), comparison: { ...comparison, compared: 3 } })).toBe(
      '3 figures of this page were compared, 2 of them real outcomes and services, which the first sentence counts; the other one is synthetic, only higher or lower, or the sum of figures counted already',
    );
  });
  test('is never written from synthetic figures', () => {
    const rows = [row({ verdict: 'worse', estimate: synthetic }), row({})];
    expect(profileHeadline(profile(rows))).toContain('The one figure compared does not');
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
  test('counts no cause of health, no context and nothing that is not adjusted for age', () => {
    const rows = [
      row({ verdict: 'worse' }),
      row({ verdict: 'worse', kind: 'determinant' }),
      row({ verdict: 'worse', kind: 'context' }),
      row({ verdict: 'worse', ageAdjusted: false }),
      row({ verdict: 'worse', isOfAreas: true }),
    ];
    expect(profileHeadline(profile(rows))).toBe(
      'Against the rest of Exampleton, worse on 1 of 1 figure compared',
    );
  });
  test('of the whole place counts against the largest area it was tested against', () => {
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
    ];
    expect(profileHeadline(profile(rows, 'B1'))).toBe(
      'Against the rest of Country, worse on 1 of 2 figures compared',
    );
  });
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
