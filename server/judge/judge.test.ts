import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, candidateOf } from './candidate.ts';
import { comparisonId, comparisonParts } from './comparison.ts';
import { judgeTogether } from './judge.ts';
import { listOfComparison } from './lists.ts';
import { lookUp } from './look-up.ts';
import { standingsIn } from './standing.ts';

const stratum = { ethnic_group: 'all', age_band: 'all', sex: 'all', deprivation: 'all' };

interface Made {
  readonly p: number;
  readonly indicator?: string;
  readonly area?: string;
  readonly group?: string;
  readonly value?: number;
  readonly more?: Partial<Candidate>;
}

/** A comparison with the p-value given; its interval is that of a normal test that far out. */
function made({ p, indicator = 'a', area = 'W1', group, value = 2, more = {} }: Made): Candidate {
  const comparison = {
    indicator,
    denominator: '' as const,
    period: '2024',
    stratum,
    area,
    reference: 'rest',
    ...(group !== undefined && { group }),
  };
  const half = p < 0.05 ? Math.abs(value) / 2 : 2 * Math.abs(value);
  return {
    id: comparisonId(comparison),
    comparison,
    kind: 'service',
    reading: { words: 'good-or-bad', better: 'higher' },
    outcome: { difference: { value, lower: value - half, upper: value + half }, p, test: '' },
    isSynthetic: false,
    shape: `${indicator} 2024`,
    ...more,
  };
}

const verdictOf = (all: readonly Candidate[], one: Candidate | undefined) =>
  judgeTogether(all).answers.get(one?.id ?? '');

describe('judging together', () => {
  test('a comparison alone is proven at 5%, in the direction that is better', () => {
    expect(verdictOf([made({ p: 0.04 })], made({ p: 0.04 }))).toEqual({
      comparison: 'a:2024:all:W1:rest',
      verdict: 'better',
      couldBeChance: false,
      p: 0.04,
      compared: 1,
      judged: 'judged',
    });
    const lower = made({ p: 0.04, value: -2 });
    expect(verdictOf([lower], lower)?.verdict).toBe('worse');
  });

  test('what only the list of its indicator shows could be chance', () => {
    // The indicator differs in every area; the first has forty more comparisons, all without a gap.
    const wards = ['W1', 'W2', 'W3', 'W4'].map((area) => made({ p: 0.004, area }));
    const still = Array.from({ length: 40 }, (_, at) =>
      made({ p: 0.9, indicator: 'b', group: `group-${at}` }),
    );
    const judged = judgeTogether([...wards, ...still]);
    expect(judged.answers.get(wards[0]?.id ?? '')).toMatchObject({ verdict: 'similar', couldBeChance: true });
    expect(judged.answers.get(wards[1]?.id ?? '')).toMatchObject({ verdict: 'better' });
  });

  test('a group stands in the list of its group too', () => {
    const black = made({ p: 0.001, group: 'census-2021-5/black' });
    const others = Array.from({ length: 200 }, (_, at) =>
      made({ p: 0.8, indicator: `b-${at}`, area: `X${at}`, group: 'census-2021-5/black' }),
    );
    expect(verdictOf([black, ...others], black)).toMatchObject({ verdict: 'similar', couldBeChance: true });
    expect(listOfComparison('group', black)).toBe('census-2021-5/black service');
    expect(listOfComparison('group', made({ p: 1 }))).toBeUndefined();
  });

  test('within a list selected the level is 5% times the share of lists selected', () => {
    // Of four lists of indicators one is selected: 0.0125 is its level, for one comparison of two 0.00625.
    const rows = [made({ p: 0.006 }), made({ p: 0.5, area: 'W2' })];
    const still = ['b', 'c', 'd'].map((indicator, at) => made({ p: 0.9, indicator, area: `Z${at}` }));
    const { thresholds, lists, answers } = judgeTogether([...rows, ...still]);
    expect(thresholds).toEqual({ real: 0.25, synthetic: 0 });
    expect(lists.find(({ name }) => name === 'a')).toMatchObject({ compared: 2, p: 0.012, selected: true });
    // Its area is a list of one among five: selected at 0.006, within 0.05 x 1/5.
    expect(answers.get(rows[0]?.id ?? '')?.verdict).toBe('better');
    const later = [made({ p: 0.0064 }), made({ p: 0.5, area: 'W2' })];
    expect(verdictOf([...later, ...still], later[0])?.verdict).toBe('similar');
  });

  test('synthetic figures weigh on no real verdict', () => {
    const real = [made({ p: 0.01 }), made({ p: 0.2, area: 'W2' })];
    const synthetic = Array.from({ length: 60 }, (_, at) =>
      made({ p: 0.9, indicator: `made-${at}`, more: { isSynthetic: true } }),
    );
    const [alone, beside] = [judgeTogether(real), judgeTogether([...real, ...synthetic])];
    for (const { id } of real) expect(beside.answers.get(id)).toEqual(alone.answers.get(id));
  });

  test('determinants and what is not adjusted for age are higher or lower, what has no test is not tested', () => {
    const direction = made({ p: 0.001, more: { reading: { words: 'direction' } } });
    expect(verdictOf([direction], direction)?.verdict).toBe('higher');
    const none = made({ p: 1, more: { outcome: { reason: 'The figure is withheld to protect people.' } } });
    expect(verdictOf([none], none)).toMatchObject({
      verdict: 'not-compared',
      compared: 0,
      untested: 'The figure is withheld to protect people.',
    });
  });

  test('the order comparisons come in changes no answer', () => {
    const p = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 24 });
    fc.assert(
      fc.property(p, (all) => {
        const candidates = all.map((one, at) =>
          made({ p: one, indicator: `i${at % 3}`, area: `W${Math.floor(at / 3)}` }),
        );
        const [there, back] = [judgeTogether(candidates), judgeTogether(candidates.toReversed())];
        for (const { id } of candidates) expect(back.answers.get(id)).toEqual(there.answers.get(id));
      }),
    );
  });

  test('a comparison given twice is refused', () => {
    expect(() => judgeTogether([made({ p: 0.1 }), made({ p: 0.1 })])).toThrow('judged once');
  });
});

describe('looking up', () => {
  const judgement = { answers: new Map(), thresholds: { real: 0.5, synthetic: 0 } };

  test('runs at 5% times the share of lists of indicators selected, over all of a shape', () => {
    const [first, second] = [made({ p: 0.0124 }), made({ p: 0.4, area: 'W2' })];
    const found = lookUp([first, second], judgement);
    expect(found.get(first.id)).toEqual({
      comparison: first.id,
      verdict: 'better',
      couldBeChance: false,
      p: 0.0124,
      compared: 2,
      judged: 'looked-up',
    });
    const later = made({ p: 0.0126 });
    expect(lookUp([later, second], judgement).get(later.id)?.verdict).toBe('similar');
  });

  test('what was judged keeps its answer, whatever it is looked up with', () => {
    const one = made({ p: 0.9 });
    const stored = {
      comparison: one.id,
      verdict: 'worse',
      couldBeChance: false,
      compared: 9,
      judged: 'judged',
    } as const;
    const answers = new Map([[one.id, stored]]);
    expect(lookUp([one], { ...judgement, answers }).get(one.id)).toEqual(stored);
  });

  test('where nothing was selected nothing is proven, and a release that judged nothing tests nothing', () => {
    const one = made({ p: 1e-9 });
    const none = { answers: new Map(), thresholds: { real: 0, synthetic: 1 } };
    expect(lookUp([one], none).get(one.id)).toMatchObject({ verdict: 'similar', couldBeChance: true });
    const before = { answers: new Map(), thresholds: null };
    expect(lookUp([one], before).get(one.id)).toMatchObject({ verdict: 'not-compared', judged: 'looked-up' });
  });
});

describe('counted among two populations', () => {
  const denominators = [
    { id: 'nims', title: 'People on the NHS register' },
    { id: 'census', title: 'Residents in the Census' },
  ] as const;
  const subject = {
    id: 'a',
    kind: 'service',
    polarity: 'higher-is-better',
    ageAdjusted: null,
    unit: 'percent',
    denominators,
  } as const;
  const outcome = { difference: { value: 9, lower: 4, upper: 14 }, p: 1e-9, test: '' };
  const among = (denominator: 'nims' | 'census') =>
    candidateOf({
      subject,
      comparison: {
        indicator: 'a',
        denominator,
        period: '2024',
        stratum,
        area: 'W1',
        reference: 'rest',
      },
      shape: denominator,
      outcome,
    });

  test('the first is judged, the other is not tested and names the first', () => {
    const { answers } = judgeTogether([among('nims'), among('census')]);
    expect(answers.get('a.nims:2024:all:W1:rest')?.verdict).toBe('better');
    expect(answers.get('a.census:2024:all:W1:rest')).toMatchObject({
      verdict: 'not-compared',
      untested: expect.stringContaining('People on the NHS register'),
    });
  });

  test('so it is where it is looked up', () => {
    const judgement = { answers: new Map(), thresholds: { real: 1, synthetic: 1 } };
    const found = lookUp([among('nims'), among('census')], judgement);
    expect(found.get('a.nims:2024:all:W1:rest')?.verdict).toBe('better');
    expect(found.get('a.census:2024:all:W1:rest')?.verdict).toBe('not-compared');
  });
});

describe('ids', () => {
  const code = fc.stringMatching(/^[a-z][a-z0-9-]{0,9}$/);
  test('a comparison is read from its id part by part', () => {
    const comparison = fc.record({
      indicator: code,
      denominator: fc.constantFrom('' as const, 'nims' as const, 'census' as const),
      period: fc.constantFrom('2021-07-15', '2023--2025', '2024-25-Q1'),
      area: fc.constantFrom('E05000001', 'E09000099'),
      group: fc.option(fc.constantFrom('nhs-16/african', 'fifth-1'), { nil: undefined }),
      reference: fc.constantFrom('rest', '70%', 'since-2019', 'E92000001'),
    });
    fc.assert(
      fc.property(comparison, ({ group, ...parts }) => {
        const all = { ...parts, stratum, ...(group !== undefined && { group }) };
        expect(comparisonParts(comparisonId(all))).toEqual({ ...all, stratum: 'all' });
      }),
    );
  });
});

describe('where a comparison stands', () => {
  test('what is proven is what every list rejects, from the p-values and lists kept alone', () => {
    const p = fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: 6, maxLength: 24 });
    let proven = 0;
    fc.assert(
      fc.property(p, (all) => {
        const candidates = all.map((one, at) =>
          made({
            p: one,
            indicator: `i${at % 3}`,
            area: `W${Math.floor(at / 3)}`,
            ...(at % 2 === 0 && { group: 'census-2021-5/black' }),
          }),
        );
        const { answers, lists } = judgeTogether(candidates);
        const kept = candidates.map(({ id, kind, outcome }) => ({
          id,
          kind,
          p: 'p' in outcome ? outcome.p : null,
        }));
        const standings = standingsIn(kept, lists);
        for (const { id } of candidates) {
          const own = standings.get(id) ?? [];
          expect(own).toHaveLength(id.includes('black') ? 3 : 2);
          const isProven = own.every(({ rejects }) => rejects);
          expect(answers.get(id)?.verdict === 'better').toBe(isProven);
          if (isProven) proven++;
          for (const { largestRejected, rejects } of own)
            expect((answers.get(id)?.p ?? 1) <= (largestRejected ?? -1)).toBe(rejects);
        }
      }),
    );
    expect(proven).toBeGreaterThan(20);
  });
});
