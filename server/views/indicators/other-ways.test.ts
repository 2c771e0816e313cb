import { describe, expect, test } from 'vitest';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { SpcMeaning } from '../../contract/dimensions.ts';
import { type Headline, whyChartDiffers, whyTrendDiffers } from './other-ways.ts';

const headline = (verdict: BoardRow['change']['verdict'], couldBeChance = false): Headline => ({
  periodLabel: 'January to March 2025',
  change: {
    comparison: 'mmr:2024-25-Q4:all:E09:since-2023-24-Q4',
    compared: 1,
    judged: 'judged',
    verdict,
    couldBeChance,
    since: '2023-24-Q4',
    sinceLabel: 'January to March 2024',
    from: null,
    test: 'A test',
  },
});
const chart = (meaning: SpcMeaning) => ({
  variation: { period: '2024-25-Q4', meaning, rule: 'none', side: 'none' } as const,
});

describe('a trend', () => {
  test('that finds what the headline finds needs no word', () => {
    expect(whyTrendDiffers(headline('worse'), { verdict: 'worse', test: '' })).toBeUndefined();
    expect(
      whyTrendDiffers(headline('no-clear-change'), { verdict: 'no-significant-change', test: '' }),
    ).toBeUndefined();
    expect(whyTrendDiffers(headline('worse'), { verdict: 'cannot-be-tested', test: '' })).toBeUndefined();
    expect(whyTrendDiffers(undefined, { verdict: 'worse', test: '' })).toBeUndefined();
  });
  test('that differs says why, in one sentence', () => {
    expect(whyTrendDiffers(headline('no-clear-change'), { verdict: 'worse', test: '' })).toBe(
      'The headline compares one figure, January to March 2025, with one other, January to March 2024, and finds no difference beyond chance; the trend looks at the newest five figures together, where steps the same way add up, at the stricter level of 0.2%, and finds them getting worse: both can be true.',
    );
    expect(whyTrendDiffers(headline('cannot-be-tested'), { verdict: 'higher', test: '' })).toMatch(
      /^The headline, the change up to January to March 2025, cannot be tested; .* finds them rising: both can be true\.$/,
    );
  });
});

describe('a control chart', () => {
  test('that differs says why; one that does not, or is of made-up figures, says nothing', () => {
    expect(whyChartDiffers(headline('no-clear-change'), chart('concern'))).toMatch(
      /finds no difference beyond chance; the control chart looks at whether the newest figure stands out from how the whole series varies from period to period, and finds a special cause of concern: both can be true\.$/,
    );
    expect(whyChartDiffers(headline('worse'), chart('common-cause'))).toMatch(
      /finds the newer worse; .* finds that it does not: both can be true\.$/,
    );
    expect(whyChartDiffers(headline('worse'), chart('concern'))).toBeUndefined();
    expect(whyChartDiffers(headline('worse'), chart('no-finding'))).toBeUndefined();
  });
});

test('a headline that could be chance is set beside a chart and a trend that find nothing: three words for one answer', () => {
  const chance = headline('no-clear-change', true);
  const told = [
    whyChartDiffers(chance, chart('common-cause')),
    whyTrendDiffers(chance, { verdict: 'no-significant-change', test: '' }),
  ];
  for (const sentence of told)
    expect(sentence).toMatch(/finds a difference that could be chance; .*: neither proves a change\.$/);
  expect(whyTrendDiffers(chance, { verdict: 'worse', test: '' })).toMatch(
    / that could be chance; .* getting worse: both can be true\.$/,
  );
});
