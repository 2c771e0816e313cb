import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ROUNDED_NOTE } from '../../judge/figures/gap-between.ts';
import { type Made, madeQuestion } from '../../judge/groups/testing-question.ts';
import { disparitiesView } from './disparities-view.ts';

const view = (made: Made) => {
  const { question, rows } = madeQuestion(made);
  return disparitiesView(question, '2024', rows);
};
const groups = {
  asian: [400, 1000],
  black: [300, 1000],
  mixed: [200, 500],
  white: [2000, 4000],
  other: [100, 250],
} as const;
const all = [3000, 6750] as const;
const gapOf = (reply: ReturnType<typeof view>, group: string) => {
  const found = reply.groups.find((one) => one.group === group);
  if (found === undefined) throw new Error(`there is a group ${group}`);
  return found;
};

describe('a gap', () => {
  test('is against everyone else: the group is taken out of the whole', () => {
    const { gap } = gapOf(view({ counts: { '2024': { ...groups, all } } }), 'black');
    expect(gap.reference).toMatchObject({ numerator: 2700, denominator: 5750 });
    expect(gap.difference?.value).toBeCloseTo(30 - (100 * 2700) / 5750, 10);
    expect(gap).toMatchObject({ direction: 'lower', verdict: 'worse', couldBeChance: false });
  });

  test('means so many people, more where the group does worse', () => {
    const reply = view({ counts: { '2024': { ...groups, all } } });
    expect(gapOf(reply, 'black').gap.people?.value).toBeCloseTo(1000 * (2700 / 5750 - 0.3), 8);
    expect(gapOf(reply, 'white').gap.people?.value).toBeLessThan(0);
    const bad = view({ counts: { '2024': { ...groups, all } }, polarity: 'lower-is-better' });
    expect(gapOf(bad, 'black').gap.people?.value).toBeLessThan(0);
  });

  test('of an outcome that is neither good nor bad is higher or lower, and has no people', () => {
    const { gap } = gapOf(view({ counts: { '2024': { ...groups, all } }, polarity: 'neutral' }), 'black');
    expect(gap).toMatchObject({ direction: 'lower', verdict: 'lower' });
    expect(gap.people).toBeUndefined();
  });

  test('is never shown from withheld counts, nor is everyone else where a group must be known for it', () => {
    const reply = view({ counts: { '2024': { ...groups, other: null } } });
    expect(gapOf(reply, 'other').gap).toMatchObject({
      direction: 'not-compared',
      untested: 'A gap is never shown from withheld counts.',
    });
    for (const { gap } of reply.groups) {
      expect(gap.difference).toBeUndefined();
      expect(gap.fromAverage).toBeUndefined();
    }
    expect(JSON.stringify(reply)).not.toMatch(/"numerator":100\b/);
  });

  test('against a group leaves that group out, and says so', () => {
    const reply = view({ counts: { '2024': { ...groups, all } }, reference: 'largest' });
    expect(reply.comparison.against).toBe('White: the largest group');
    expect(gapOf(reply, 'white').gap).toMatchObject({
      isReference: true,
      untested: 'It is the reference itself.',
    });
    expect(reply.comparison.compared).toBe(4);
  });

  test('against the best group warns that the best is partly luck', () => {
    const reply = view({ counts: { '2024': { ...groups, all } }, reference: 'best' });
    expect(reply.comparison.against).toMatch(/^White: /);
    expect(reply.notes.join(' ')).toMatch(/partly luck/);
  });

  test('with so many compared may be chance, and then the row says so', () => {
    const near = {
      asian: [460, 1000],
      black: [500, 1000],
      mixed: [500, 1000],
      white: [500, 1000],
      other: [500, 1000],
    } as const;
    const { gap } = gapOf(view({ counts: { '2024': { ...near, all: [2460, 5000] } } }), 'asian');
    expect(gap.p).toBeGreaterThan(0.01);
    expect(gap.p).toBeLessThan(0.05);
    expect(gap).toMatchObject({ direction: 'not-distinguishable', verdict: 'similar', couldBeChance: true });
  });

  test.each(['largest', 'best'])(
    'against the %s group is against none where no group is shown, and says so',
    (reference) => {
      const reply = view({ counts: { '2024': { asian: null, black: null, white: null, all } }, reference });
      expect(reply.comparison).toMatchObject({ compared: 0, against: 'no group, since none is shown' });
      for (const { gap } of reply.groups) expect(gap.direction).toBe('not-compared');
    },
  );

  test('turns its sign and inverts its ratio when group and reference change places', () => {
    const count = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 901, max: 5000 }));
    fc.assert(
      fc.property(count, count, (a, b) => {
        const counts = { '2024': { asian: a, black: b } };
        const there = gapOf(view({ counts, reference: 'black' }), 'asian').gap;
        const back = gapOf(view({ counts, reference: 'asian' }), 'black').gap;
        expect(there.difference?.value).toBeCloseTo(-(back.difference?.value ?? 0), 9);
        expect(there.difference?.lower95).toBeCloseTo(-(back.difference?.upper95 ?? 0), 9);
        expect(there.ratio?.value).toBeCloseTo(1 / (back.ratio?.value ?? 0), 9);
        expect(there.p).toBeCloseTo(back.p ?? -1, 9);
      }),
    );
  });
});

describe('counts rounded to the nearest five', () => {
  const rounded = (made: Made) => view({ ...made, policy: 'protect' });

  test('are tested at the least favourable counts, and the reply says so', () => {
    const counts = { '2024': { asian: [60, 200], black: [90, 200] } } as const;
    const plain = gapOf(view({ counts, reference: 'black' }), 'asian').gap.p ?? 0;
    const reply = rounded({ counts, reference: 'black' });
    expect(gapOf(reply, 'asian').gap.p).toBeGreaterThan(plain);
    expect(reply.comparison).toMatchObject({ roundedTo: 5 });
    expect(reply.comparison.test).toMatch(/least favourable/);
  });

  test('carry a note where any count, with or without the outcome, is below 50', () => {
    const note = (asian: readonly [number, number]) =>
      gapOf(rounded({ counts: { '2024': { asian, black: [500, 1000] } }, reference: 'black' }), 'asian').gap
        .notes;
    expect(note([45, 500])).toEqual([ROUNDED_NOTE]);
    expect(note([455, 500])).toEqual([ROUNDED_NOTE]);
    expect(note([50, 500])).toBeUndefined();
    expect(note([450, 500])).toBeUndefined();
    const plain = view({ counts: { '2024': { asian: [45, 500], black: [500, 1000] } }, reference: 'black' });
    expect(gapOf(plain, 'asian').gap.notes).toBeUndefined();
  });

  test('leave no rest, and no error, where rounded parts add up to more than their whole', () => {
    const reply = rounded({ counts: { '2024': { asian: [10, 105], black: [5, 10], all: [10, 100] } } });
    expect(gapOf(reply, 'asian').gap.difference).toBeUndefined();
    const tight = rounded({ counts: { '2024': { asian: [25, 95], black: [5, 10], all: [20, 100] } } });
    expect(gapOf(tight, 'asian').gap.reference).toMatchObject({ numerator: 0, denominator: 5 });
  });

  test('never prove a gap that the true counts do not', () => {
    const five = (count: number) => 5 * Math.round(count / 5);
    const count = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 210, max: 900 }));
    fc.assert(
      fc.property(count, count, (a, b) => {
        const shown = { asian: [five(a[0]), five(a[1])], black: [five(b[0]), five(b[1])] } as const;
        const least = gapOf(rounded({ counts: { '2024': shown }, reference: 'black' }), 'asian').gap.p ?? 0;
        const truth = gapOf(view({ counts: { '2024': { asian: a, black: b } }, reference: 'black' }), 'asian')
          .gap.p;
        expect(truth).toBeLessThanOrEqual(least + 1e-12);
      }),
    );
  });
});

describe('people of unknown ethnicity', () => {
  const unknown = [100, 750] as const;
  const made: Made = {
    counts: {
      '2023': { ...groups, unknown: [50, 250], all: [3050, 7000] },
      '2024': { ...groups, unknown, all: [3100, 7500] },
    },
  };

  test('stand apart from the groups, with their share now and before', () => {
    const reply = view(made);
    expect(reply.groups.map(({ group }) => group)).not.toContain('unknown');
    expect(reply.unknown).toMatchObject({ populationShare: 10, estimate: { value: (100 * 100) / 750 } });
    expect(reply.unknown?.trend.map(({ populationShare }) => populationShare)).toEqual([
      (100 * 250) / 7000,
      10,
    ]);
    expect(reply.unknown?.reading).toMatch(/^For 10\.0%/);
  });

  test('leave a band for each group: lowest x/(n + unknown without), highest (x + with)/(n + with)', () => {
    const { bounds } = gapOf(view(made), 'black');
    expect(bounds?.lower).toBeCloseTo((100 * 300) / (1000 + 650), 10);
    expect(bounds?.upper).toBeCloseTo((100 * 400) / (1000 + 100), 10);
  });

  test('are said not to exist where the source has none, rather than nothing being said', () => {
    const reply = view({ counts: { '2024': groups } });
    expect(reply.unknown).toBeNull();
    expect(reply.unknownReason).toMatch(/^Nobody’s group is unknown here/);
  });
});

describe('summary measures', () => {
  test('that need an order are refused for ethnic groups, with the reason', () => {
    const reply = view({ counts: { '2024': { ...groups, all } } });
    expect(reply.refused.find(({ measure }) => measure === 'slope-index')?.reason).toMatch(/have no order/);
    expect(reply.summary.map(({ measure }) => measure)).toContain('theil-index');
    for (const { lower95, upper95, value, reading } of reply.summary) {
      expect(reading).toMatch(/^[A-Z].*\.$/);
      if (lower95 !== undefined && upper95 !== undefined)
        expect([lower95, value, upper95]).toEqual([lower95, value, upper95].toSorted((a, b) => a - b));
    }
  });

  test('say how many people they speak for, and are refused below nine in ten', () => {
    const enough = view({ counts: { '2024': { ...groups, other: null, all } } });
    expect(enough.coverage).toEqual({ people: 6500, share: (100 * 6500) / 6750, enough: true });
    const few = view({ counts: { '2024': { ...groups, asian: null, all } } });
    expect(few.coverage?.enough).toBe(false);
    expect(few.summary).toEqual([]);
    expect(few.refused.at(-1)?.reason).toMatch(/85\.2% of the people; .* needs 90%/);
  });

  test('from the best group are refused where neither high nor low is better', () => {
    const reply = view({ counts: { '2024': { ...groups, all } }, polarity: 'neutral' });
    const refused = reply.refused.map(({ measure }) => measure);
    expect(refused).toContain('mean-difference-from-best');
    expect(refused).toContain('attributable-risk');
    expect(refused).not.toContain('theil-index');
  });

  test('are bare numbers where figures are made for demonstration, and nothing else is said of them', () => {
    const counts = { '2024': { ...groups, unknown: [100, 750], all: [3100, 7500] } } as const;
    const [real, made] = [view({ counts }), view({ counts, basis: 'synthetic' })];
    expect(made.summary.length).toBeGreaterThan(5);
    for (const { reading } of made.summary) expect(reading).toMatch(/^−?[\d.,]+( \(.* to .*\))? [^.]*\.$/);
    for (const { reading } of real.summary) expect(reading).toMatch(/^[A-Z]/);
    expect([made.unknown?.reading, made.standardisation.reading]).toEqual(['', '']);
    expect(made.unknown?.populationShare).toBe(real.unknown?.populationShare);
  });

  test('stay what they are however often they are asked for', () => {
    const made: Made = { counts: { '2024': { ...groups, all } } };
    expect(view(made).summary).toEqual(view(made).summary);
  });
});
