import { describe, expect, test } from 'vitest';
import type { AreaIndicator, AreaIndicatorsReply } from '../../server/contract/area-replies.ts';
import { gapWords, profileHeadline, rowName } from './row-words.ts';

const row = (part: Partial<AreaIndicator>): AreaIndicator =>
  ({
    shortTitle: 'First dose',
    unit: 'percent',
    decimals: 1,
    verdict: 'similar',
    stratum: { populationGroup: 'all', ageBand: 'all', ethnicGroup: 'all', sex: 'all', deprivation: 'all' },
    estimate: { status: 'shown', value: 58, interval: 'ours', basis: 'published' },
    ...part,
  }) as AreaIndicator;
const synthetic = { status: 'shown', value: 1, interval: 'ours', basis: 'synthetic' } as const;
const profile = (indicators: AreaIndicator[], code = 'W1') =>
  ({
    area: { code, name: 'Here' },
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
      'None of 1 figure compared stands out from the rest of Exampleton beyond chance',
    );
  });
  test('is never written from synthetic figures', () => {
    const rows = [row({ verdict: 'worse', estimate: synthetic }), row({})];
    expect(profileHeadline(profile(rows))).toContain('None of 1 figure');
  });
  test('of the whole place compares nothing', () => {
    expect(profileHeadline(profile([row({ verdict: 'not-compared' })], 'B1'))).toBe(
      '1 figure about the whole of Exampleton',
    );
  });
});
