import { describe, expect, test } from 'vitest';
import { ABOVE_ALL } from '../../judge/figures/counted-estimate.ts';
import { ROUNDED_NOTE } from '../../judge/figures/gap-between.ts';
import { type CountsByGroup, type Made, madeQuestion, place } from '../../judge/groups/testing-question.ts';
import { reachView } from './reach-view.ts';

const PERIOD = '2024';

interface MadeList extends Omit<Made, 'counts'> {
  /** By area; the place itself gives everyone. */
  readonly areas: Readonly<Record<string, CountsByGroup>>;
  readonly all: readonly [number, number] | null;
  readonly target?: string;
}

const wardOf = (code: string) => ({
  version_id: 1,
  type: 'ward' as const,
  edition: '2025',
  code,
  name: code,
  parents: [],
  illustrative: false,
});

/** A reach list over made-up areas that share the series of one made-up place. */
function list({ areas, all, target = 'place', ...made }: MadeList) {
  const groups = Object.assign({}, ...Object.values(areas)) as CountsByGroup;
  const { question, rows } = madeQuestion({ ...made, counts: { [PERIOD]: { ...groups, all } } });
  const { breakdown } = question;
  const ofAreas = Object.entries(areas).flatMap(([code, counts]) =>
    madeQuestion({ ...made, counts: { [PERIOD]: { ...groups, ...counts, all } } })
      .rows.filter((row) => (Object.keys(groups)[row.series_id - 1] ?? '') in counts)
      .map((row) => ({
        ...row,
        area_code: code,
        ...((row.value ?? 0) > 100 && { interval: 'none' as const, notes: [ABOVE_ALL] }),
      })),
  );
  const at =
    (code: string) =>
    <T extends { codes: readonly string[] }>(part: T) => ({ ...part, codes: [code] });
  return reachView(
    {
      question,
      areaType: 'ward',
      period: PERIOD,
      target,
      questions: Object.keys(areas).map((code) => {
        const area = { ...wardOf(code), name: `Ward ${code}` };
        const groups = breakdown.groups.map((group) => ({ ...group, part: at(code)(group.part) }));
        const unknown = breakdown.unknown && at(code)(breakdown.unknown);
        return { area, question: { ...question, area, breakdown: { ...breakdown, groups, unknown } } };
      }),
      everyone: breakdown.whole,
      placeName: place.name,
      polarity: made.polarity === 'lower-is-better' ? 'lower-is-better' : 'higher-is-better',
    },
    [...rows.filter((row) => row.series_id === breakdown.whole?.series), ...ofAreas],
  );
}

const two = {
  A: { black: [300, 1000], white: [2000, 4000] },
  B: { black: [450, 1000], white: [2100, 4000] },
} as const;
const all = [4850, 10_000] as const;

describe('a reach list', () => {
  test('puts those that need most people first, and counts those at the target or better', () => {
    const { rows, counts, needed, areas } = list({ areas: two, all });
    expect(rows.map(({ area, group }) => `${area.code} ${group}`)).toEqual(['A black', 'B black']);
    expect(rows[0]?.needed.value).toBeCloseTo(1000 * (0.485 - 0.3), 8);
    expect(rows[1]?.needed.value).toBeCloseTo(1000 * (0.485 - 0.45), 8);
    expect(counts).toEqual({ listed: 2, reached: 2, withheld: 0, missing: 0, nobody: 0, notCompared: 0 });
    expect(needed).toBeCloseTo(185 + 35, 8);
    expect(areas.map(({ code, needed: own }) => [code, Math.round(own)])).toEqual([
      ['A', 185],
      ['B', 35],
    ]);
  });

  test('names what it is held against: the whole place, or a percentage', () => {
    expect(list({ areas: two, all }).reference).toMatchObject({
      kind: 'place',
      label: 'Exampleton as a whole',
      value: 48.5,
      numerator: 4850,
      denominator: 10_000,
    });
    const { reference, rows } = list({ areas: two, all, target: '95' });
    expect(reference).toEqual({ kind: 'percent', label: '95%', value: 95 });
    expect(rows.map(({ needed }) => Math.round(needed.value))).toEqual([1800, 1700, 650, 500]);
  });

  test('gives limits: against a percentage those of the figure alone', () => {
    const [row] = list({ areas: { A: { black: [40, 100] } }, all, target: '50' }).rows;
    expect(row?.needed.value).toBeCloseTo(10, 10);
    // Wilson: 40 of 100 is 30.94% to 49.80%.
    expect(row?.needed.lower95).toBeCloseTo(0.2, 1);
    expect(row?.needed.upper95).toBeCloseTo(19.06, 1);
    expect(row?.p).toBeCloseTo(0.0455, 4);
  });

  test('of an outcome that is bad lists groups above the target', () => {
    const { rows } = list({ areas: two, all, polarity: 'lower-is-better' });
    expect(rows.map(({ area, group }) => `${area.code} ${group}`)).toEqual(['B white', 'A white']);
    for (const { needed, difference } of rows) {
      expect(needed.value).toBeGreaterThan(0);
      expect(difference.value).toBeGreaterThan(0);
    }
  });

  test('is one family of tests: those not listed were looked at too', () => {
    const { comparison, rows } = list({ areas: two, all });
    expect(comparison).toMatchObject({ compared: 4, expectedByChance: 0.2, roundedTo: null });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['worse', 'worse']);
  });

  test('says where a gap could be chance, with so many compared', () => {
    const wards = Array.from({ length: 9 }, (_, ward) => [`W${ward}`, { white: [500, 1000] as const }]);
    const areas = { A: { black: [39, 100], white: [500, 1000] } as const, ...Object.fromEntries(wards) };
    const reply = list({ areas, all: [10_050, 20_100] });
    const of = (group: string) => reply.rows.find((row) => row.group === group);
    expect(of('black')).toMatchObject({ verdict: 'similar', couldBeChance: true });
    expect(of('black')?.p).toBeLessThan(0.05);
    expect(reply.comparison.compared).toBe(11);
    // A group without a figure in a ward is missing there, not at zero.
    expect(reply.counts).toMatchObject({ listed: 1, reached: 10, missing: 9 });
  });

  test('where nobody is below the target is empty, and needs nobody', () => {
    const { rows, counts, needed, areas } = list({ areas: two, all, target: '20' });
    expect(rows).toEqual([]);
    expect(counts).toMatchObject({ listed: 0, reached: 4 });
    expect(needed).toBe(0);
    expect(areas.map((area) => area.needed)).toEqual([0, 0]);
  });

  test('a group exactly at the target needs nobody', () => {
    const { rows, counts } = list({ areas: { A: { black: [19, 20], white: [57, 60] } }, all, target: '95' });
    expect(rows).toEqual([]);
    expect(counts.reached).toBe(2);
  });

  test('counts what is withheld, in no sum and on no line', () => {
    const { rows, counts, areas, needed } = list({
      areas: { A: { black: null, white: [2000, 4000] }, B: two.B },
      all,
    });
    expect(rows.map(({ area, group }) => `${area.code} ${group}`)).toEqual(['B black']);
    expect(counts).toMatchObject({ listed: 1, reached: 2, withheld: 1 });
    expect(areas.find(({ code }) => code === 'A')).toMatchObject({ needed: 0, counts: { withheld: 1 } });
    expect(needed).toBe(rows[0]?.needed.value);
  });

  test('with everything withheld has no target and says so', () => {
    const hidden = { black: null, white: null, unknown: null } as const;
    const reply = list({ areas: { A: hidden, B: hidden }, all: null });
    expect(reply.reference).toEqual({
      kind: 'place',
      label: 'Exampleton as a whole',
      reason: 'There is nothing to compare with: the figure of the place is withheld.',
    });
    expect([reply.rows, reply.unknown, reply.notCompared]).toEqual([[], [], []]);
    expect(reply.counts).toEqual({
      listed: 0,
      reached: 0,
      withheld: 4,
      missing: 0,
      nobody: 0,
      notCompared: 0,
    });
    expect(reply.unknownCounts.withheld).toBe(2);
    expect(reply.comparison).toMatchObject({
      compared: 0,
      test: 'None: The figure comes without counts that could be compared.',
    });
  });

  test('with the place withheld shows the groups, compared with nothing', () => {
    const { rows, notCompared, counts } = list({ areas: two, all: null });
    expect(rows).toEqual([]);
    expect(counts.notCompared).toBe(4);
    expect(notCompared.map(({ reason }) => reason)).toEqual(
      Array(4).fill('There is nothing to compare with: the figure of the place is withheld.'),
    );
  });

  test('a figure above 100% has no people, no verdict and keeps its note', () => {
    const { rows, notCompared, counts, comparison } = list({
      areas: { A: { black: [120, 100], white: [2000, 4000] } },
      all,
      target: '95',
    });
    expect(rows.map(({ group }) => group)).toEqual(['white']);
    expect(notCompared).toMatchObject([
      { group: 'black', estimate: { value: 120, interval: 'none', notes: [ABOVE_ALL] }, reason: ABOVE_ALL },
    ]);
    expect(counts).toMatchObject({ listed: 1, notCompared: 1 });
    expect(comparison.compared).toBe(1);
  });

  test('lists people of unknown ethnicity apart, in the same family and in no sum', () => {
    const { rows, unknown, counts, unknownCounts, needed, comparison } = list({
      areas: { A: { ...two.A, unknown: [10, 100] } },
      all,
    });
    expect(unknown).toMatchObject([{ group: 'unknown', label: 'Not stated or not known', verdict: 'worse' }]);
    expect(rows.some(({ group }) => group === 'unknown')).toBe(false);
    expect([counts.listed, unknownCounts.listed, comparison.compared]).toEqual([1, 1, 3]);
    expect(needed).toBe(rows[0]?.needed.value);
  });

  test('from rounded counts holds at the least favourable ones, and says where the interval is wider', () => {
    const rounded = list({
      areas: { A: { black: [40, 100], white: [5000, 10_000] } },
      all: [10_000, 20_000],
      target: '50',
      policy: 'protect',
    });
    expect(rounded.comparison.test).toMatch(/against the percentage.*least favourable/);
    expect(rounded.comparison.roundedTo).toBe(5);
    const [row] = rounded.rows;
    expect(row?.notes).toEqual([ROUNDED_NOTE]);
    // At most 42 of at least 98: z = (42 - 49) / sqrt(98 / 4).
    expect(row?.p).toBeCloseTo(0.1573, 4);
  });
});
