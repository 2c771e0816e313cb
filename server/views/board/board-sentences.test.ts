import { expect, test } from 'vitest';
import type { BoardRow } from '../../contract/board-reply.ts';
import { aimSummary } from './board-sentences.ts';

const source = { publisher: 'Office', shortPublisher: 'OHID', title: 'T', url: 'https://x', licence: 'L' };
const shown = { status: 'shown', value: 21.4, interval: 'none', basis: 'published' } as const;
const answer = { comparison: 'a', couldBeChance: false, compared: 1, judged: 'judged' } as const;

function row(over: Partial<BoardRow>): BoardRow {
  return {
    indicator: 'obesity',
    title: 'Obesity in year 6',
    shortTitle: 'Obesity',
    aim: 'outcomes',
    populationGroup: 'children',
    membership: 'Pupils.',
    stratum: {
      populationGroup: 'children',
      ethnicGroup: 'all',
      ageBand: 'all',
      sex: 'all',
      deprivation: 'all',
    },
    unit: 'percent',
    decimals: 1,
    polarity: 'lower-is-better',
    kind: 'outcome',
    counted: 'children',
    ageAdjusted: null,
    scaleNote: null,
    scaleReversed: false,
    scaleFirst: null,
    caution: null,
    isOfAreas: false,
    period: '2024-25',
    periodLabel: '2024/25',
    latest: shown,
    basis: 'published',
    sparkline: [],
    change: {
      ...answer,
      verdict: 'cannot-be-tested',
      since: null,
      sinceLabel: '',
      from: null,
      test: 'None.',
    },
    comparisons: [],
    sourceVerdict: null,
    gaps: [],
    target: null,
    decisions: [],
    source,
    ...over,
  };
}

test('the verdicts of a source are told as its own, synthetic rows left out', () => {
  const rows = [
    row({ sourceVerdict: { verdict: 'worse', against: 'England' } }),
    row({ shortTitle: 'Smoking', sourceVerdict: { verdict: 'similar', against: 'England' } }),
    row({ shortTitle: 'Teeth', sourceVerdict: { verdict: 'better', against: 'England' } }),
    row({
      shortTitle: 'Made up',
      basis: 'synthetic',
      sourceVerdict: { verdict: 'worse', against: 'England' },
    }),
  ];
  expect(aimSummary(rows)).toContain(
    'Against England, as OHID judges it: better on Teeth; similar on Smoking; worse on Obesity.',
  );
});

test('a figure more than three years old carries its period and age in every sentence', () => {
  const old = { age: 5, period: '2021-03-14', periodLabel: 'up to 14 March 2021' } as const;
  const target = { id: 't', title: 'T', value: 80, because: 'B.', source: 'S', synthetic: false };
  const rows = [
    row({
      ...old,
      shortTitle: 'Doses',
      sourceVerdict: { verdict: 'worse', against: 'England' },
      target: { ...target, course: 'date-passed', due: '2021-03-31' },
      change: {
        ...answer,
        verdict: 'worse',
        since: '2020-03-14',
        sinceLabel: 'up to 14 March 2020',
        from: { ...shown, value: 30 },
        test: 'A test',
      },
    }),
  ];
  const said = aimSummary(rows);
  expect(said).toContain(
    'Worse: Doses (30.0%, up to 14 March 2020; 21.4%, up to 14 March 2021, 5 years ago).',
  );
  expect(said).toContain(
    'Against England, as OHID judges it: worse on Doses (up to 14 March 2021, 5 years ago).',
  );
  expect(said).toContain(
    'Targets: date passed without a figure of that day or after for Doses (up to 14 March 2021, 5 years ago).',
  );
});
