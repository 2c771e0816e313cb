import { describe, expect, test } from 'vitest';
import type { BoardRow } from '../../contract/board-reply.ts';
import type { SpcMeaning } from '../../contract/dimensions.ts';
import { type Headline, whyChartDiffers, whyTrendDiffers } from './other-ways.ts';

const headline = (verdict: BoardRow['change']['verdict']): Headline => ({
  periodLabel: 'January to March 2025',
  change: {
    comparison: 'mmr:2024-25-Q4:all:E09:since-2023-24-Q4',
    compared: 1,
    judged: 'judged',
    verdict,
    couldBeChance: false,
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
      'The headline compares January to March 2025 with January to March 2024 and finds it not different beyond chance; the trend asks whether the newest five figures keep rising or falling, at the stricter level of 0.2%, and finds that they do, for the worse: they ask different things.',
    );
    expect(whyTrendDiffers(headline('cannot-be-tested'), { verdict: 'higher', test: '' })).toMatch(
      /^The headline, the change up to January to March 2025, cannot be tested; .* finds that they rise:/,
    );
  });
});

describe('a control chart', () => {
  test('that differs says why; one that does not, or is of made-up figures, says nothing', () => {
    expect(whyChartDiffers(headline('no-clear-change'), chart('concern'))).toMatch(
      /the control chart asks whether the newest figure lies beyond the ordinary variation of the series, and finds a special cause of concern: they ask/,
    );
    expect(whyChartDiffers(headline('worse'), chart('common-cause'))).toMatch(
      /finds it worse; .* finds that it does not:/,
    );
    expect(whyChartDiffers(headline('worse'), chart('concern'))).toBeUndefined();
    expect(whyChartDiffers(headline('worse'), chart('no-finding'))).toBeUndefined();
  });
});
