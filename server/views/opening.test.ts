import { describe, expect, test } from 'vitest';
import type { AreaIndicator } from '../contract/area-replies.ts';
import type { BoardRow } from '../contract/board-reply.ts';
import { type OpeningTopic, openingTopics } from '../contract/dimensions.ts';
import type { DisparityCell, OverviewRow } from '../contract/gap-replies.ts';
import { MOST_LINES } from '../contract/opening.ts';
import { NO_LIMITS } from '../judge/figures/two-figures.ts';
import { NONE_EARLIER, ONLY_RISES } from '../judge/release/comparable-periods.ts';
import { areaOpening } from './areas/area-opening.ts';
import { boardOpening } from './board/board-opening.ts';
import { overviewOpening } from './disparities/overview-opening.ts';
import { line, shortList } from './writing/short-list.ts';

const topicsOf = (lines: readonly { topic: OpeningTopic }[]) => lines.map(({ topic }) => topic);

const AMONG = 'the nine figures counted';

describe('the short list', () => {
  // Those that every page may have.
  const spoken = openingTopics.filter(({ id }) => !['more', 'age-matters', 'not-beyond-chance'].includes(id));
  const many = spoken.flatMap(({ id }) => [1, 2, 3, 4, 5].map((n) => line(id, `${id} ${n}`, `${id}-${n}`)));

  test('has at most seven lines, the first of every topic among them, and the last counts what is left out', () => {
    const chosen = shortList(many, AMONG);
    expect(chosen).toHaveLength(MOST_LINES);
    expect(MOST_LINES).toBe(7);
    expect(chosen.map(({ text }) => text)).toEqual([
      'worse 1',
      'worse 2',
      'off-target 1',
      'better 1',
      'higher-or-lower 1',
      'not-known 1',
      'Three worse, four off target, four better, four higher or lower and four things we do not know, among the nine figures counted.',
    ]);
    expect(chosen.at(-1)).toMatchObject({ topic: 'more', row: 'worse-3' });
  });
  test('leaves nothing out where seven lines are all there is', () => {
    const seven = many.filter(({ text }) => /1$|worse|off-target 2/.test(text)).slice(0, 7);
    expect(seven).toHaveLength(7);
    expect(shortList(seven, AMONG)).toEqual(seven);
  });
  test('gives one topic the room others leave, and is the same whatever order the lines come in', () => {
    const two = many.filter(({ topic }) => topic === 'worse' || topic === 'not-known');
    expect(topicsOf(shortList(two, AMONG)).filter((topic) => topic === 'worse')).toHaveLength(3);
    expect(topicsOf(shortList(two.toReversed(), AMONG))).toEqual(topicsOf(shortList(two, AMONG)));
    expect(shortList(many.slice(0, 3), AMONG)).toEqual(many.slice(0, 3));
  });
});

const meaning = {
  kind: 'service',
  polarity: 'higher-is-better',
  ageAdjusted: null,
  isOfAreas: false,
  unit: 'percent',
  decimals: 1,
  populationGroup: 'children',
  stratum: {
    populationGroup: 'children',
    ageBand: 'all',
    ethnicGroup: 'all',
    sex: 'all',
    deprivation: 'all',
  },
} as const;
const shown = (value: number, basis = 'published') => ({ status: 'shown', value, interval: 'ours', basis });

describe('the board opens', () => {
  const row = (part: object): BoardRow =>
    ({
      ...meaning,
      indicator: 'mmr',
      shortTitle: 'MMR dose 1 at 2',
      periodLabel: 'January to March 2025',
      latest: shown(79.8),
      basis: 'published',
      change: { verdict: 'no-clear-change', from: null, sinceLabel: '' },
      comparisons: [],
      gaps: [],
      target: null,
      ...part,
    }) as unknown as BoardRow;
  const fell = {
    change: {
      verdict: 'worse',
      from: shown(84.5),
      sinceLabel: 'January to March 2024',
      difference: { value: -4.7 },
    },
    comparisons: [
      { area: { name: 'London' }, verdict: 'worse', difference: { value: -9 } },
      { area: { name: 'England' }, verdict: 'worse', difference: { value: -2 } },
    ],
    gaps: [
      {
        by: 'ethnicGroup',
        label: 'Black, Black British',
        verdict: 'worse',
        reference: 'Everyone else',
        difference: { value: -1 },
      },
    ],
  };
  const missed = { target: { value: 95, course: 'not-met', synthetic: false } };

  test('with what got worse, against the widest area and for whom, each line leading to its row', () => {
    expect(boardOpening([row(fell)])).toEqual([
      {
        topic: 'worse',
        text: 'MMR dose 1 at 2, 79.8% (January to March 2025): got worse, from 84.5% in January to March 2024; worse than England; worse for Black residents than for everyone else.',
        row: 'mmr.children',
      },
    ]);
  });
  test('with the widest difference first, relative to its figure, whatever kind of comparison it is of', () => {
    const rows = [
      row({
        indicator: 'narrow',
        shortTitle: 'Narrow',
        change: { ...fell.change, difference: { value: -1 } },
      }),
      row({
        indicator: 'by-source',
        shortTitle: 'By source',
        sourceVerdict: { verdict: 'worse', against: 'England' },
        comparisons: [{ area: { name: 'England' }, verdict: 'not-compared', estimate: shown(89) }],
        source: { shortPublisher: 'Office' },
      }),
      row({
        indicator: 'small',
        shortTitle: 'Small figure',
        latest: shown(10),
        change: { ...fell.change, difference: { value: -2 } },
      }),
    ];
    const old = row({
      indicator: 'old',
      latest: shown(1),
      change: { ...fell.change, difference: { value: -9 } },
      age: 5,
    });
    expect(
      boardOpening([old, ...rows])
        .map(({ row: key }) => key)
        .at(-1),
    ).toBe('old.children');
    const found = boardOpening(rows).map(({ row: key }) => key);
    expect(found).toEqual(['small.children', 'by-source.children', 'narrow.children']);
    expect(boardOpening(rows.toReversed()).map(({ row: key }) => key)).toEqual(found);
  });
  test('with the ages of a figure, where several rows have one name', () => {
    const old = row({ ...missed, stratum: { ...meaning.stratum, ageBand: '65-plus' } });
    expect(boardOpening([old])[0]?.text).toMatch(/^MMR dose 1 at 2, 65 and over, 79\.8%/);
  });
  test('with fifths of wards named as such', () => {
    const label = 'Most deprived fifth of wards in Here';
    const gap = { ...fell.gaps[0], by: 'deprivation', label, reference: 'everyone else', fifths: 'wards' };
    expect(boardOpening([row({ gaps: [gap] })])[0]?.text).toMatch(
      /worse for the most deprived fifth of wards in Here than for everyone else\.$/,
    );
  });
  test('with targets missed that somebody set', () => {
    expect(boardOpening([row(missed)])).toEqual([
      {
        topic: 'off-target',
        text: 'MMR dose 1 at 2, 79.8% (January to March 2025): the target of 95% is not met.',
        row: 'mmr.children',
      },
    ]);
    const [onCourse, madeUp] = [
      row({ target: { value: 95, course: 'on-course', synthetic: false } }),
      row({ target: { value: 95, course: 'not-met', synthetic: true } }),
    ];
    expect(boardOpening([onCourse, madeUp])).toEqual([]);
  });
  test.each([
    ['a made-up figure', { latest: shown(1, 'synthetic'), basis: 'synthetic' }],
    ['a cause of health', { kind: 'determinant' }],
    ['who lives here', { kind: 'context' }],
    ['what is not adjusted for age', { ageAdjusted: false }],
    ['what is neither good nor bad', { polarity: 'neutral' }],
    ['a property of areas', { isOfAreas: true }],
  ])('with nothing worse or off target from %s', (_what, part) => {
    const topics = topicsOf(boardOpening([row({ ...fell, ...missed, ...part })]));
    expect(topics.filter((topic) => topic !== 'not-known')).toEqual([]);
  });
  test('with what cannot be known, counted among outcomes and services alone', () => {
    const untestedFor = (test: string) => ({
      change: { verdict: 'cannot-be-tested', from: null, sinceLabel: '', test },
    });
    const untested = untestedFor(NONE_EARLIER);
    const rows = [
      row({ ...untested, indicator: 'a' }),
      row({ indicator: 'b' }),
      row({ ...untested, kind: 'determinant' }),
      row({ indicator: 'c', latest: shown(1, 'synthetic'), basis: 'synthetic' }),
      row({
        indicator: 'd',
        latest: { status: 'withheld', reason: 'small-counts', explanation: 'r' },
        shortTitle: 'Kept back',
      }),
    ];
    expect(boardOpening(rows)).toEqual([
      {
        topic: 'not-known',
        text: 'Whether one of two real figures has changed: it has no earlier figure.',
        row: 'a.children',
      },
      {
        topic: 'not-known',
        text: 'The true figure of one of four outcomes and services; what is shown is made for demonstration.',
        row: 'c.children',
      },
      { topic: 'not-known', text: 'Kept back: no figure can be shown.', row: 'd.children' },
    ]);
  });

  test('why changes are not known is told of each reason, as the tests gave it', () => {
    const untested = (test: string, indicator: string) =>
      row({ indicator, change: { verdict: 'cannot-be-tested', from: null, sinceLabel: '', test } });
    const rows = [
      untested(NO_LIMITS, 'a'),
      untested(NO_LIMITS, 'b'),
      untested(ONLY_RISES, 'c'),
      untested('The two figures do not have the same basis.', 'd'),
    ];
    expect(boardOpening(rows).map(({ text }) => text)).toEqual([
      'Whether any of the four real figures has changed: two come without counts or limits to test, one is a count so far that can only rise and one cannot be compared with an earlier one.',
    ]);
  });
  test.each([
    [NO_LIMITS, 1, 'Whether the one real figure has changed: it comes without counts or limits to test.'],
    [
      NO_LIMITS,
      2,
      'Whether either of the two real figures has changed: neither comes with counts or limits to test.',
    ],
    [
      NO_LIMITS,
      3,
      'Whether any of the three real figures has changed: none of the three comes with counts or limits to test.',
    ],
    [NONE_EARLIER, 2, 'Whether either of the two real figures has changed: neither has an earlier figure.'],
    [
      ONLY_RISES,
      2,
      'Whether either of the two real figures has changed: both are counts so far that can only rise.',
    ],
    [
      'The two figures do not have the same basis.',
      4,
      'Whether any of the four real figures has changed: none of the four can be compared with an earlier one.',
    ],
  ])('why no change is known, where one reason holds for all: %s (%i)', (reason, count, sentence) => {
    const change = { verdict: 'cannot-be-tested', from: null, sinceLabel: '', test: reason };
    const rows = Array.from({ length: count }, (_, at) => row({ indicator: `i${at}`, change }));
    expect(boardOpening(rows).map(({ text }) => text)).toEqual([sentence]);
  });

  test('what is left out is counted, and the count says among what, for two pages of one place hold different lists', () => {
    const fallen = Array.from({ length: 9 }, (_, at) =>
      row({ ...fell, indicator: `i${at}`, shortTitle: `I${at}` }),
    );
    const kept = row({ indicator: 'c', latest: shown(1, 'synthetic'), basis: 'synthetic' });
    const last = (held?: string) => boardOpening([...fallen, kept], held).at(-1)?.text;
    expect(last()).toBe('Four worse, among the nine real outcomes and services on the list of the board.');
    expect(last('held for the whole of Elmstead')).toBe(
      'Four worse, among the nine real outcomes and services held for the whole of Elmstead.',
    );
  });
});

describe('the page of an area opens', () => {
  const row = (part: object): AreaIndicator =>
    ({
      ...meaning,
      indicator: 'dose',
      shortTitle: 'First COVID-19 dose',
      populationGroup: 'frailty',
      stratum: { ...meaning.stratum, ageBand: '65-plus' },
      periodLabel: '2021',
      publishedHere: true,
      estimate: shown(72.3),
      place: shown(80),
      verdict: 'worse',
      gap: -8.7,
      ...part,
    }) as unknown as AreaIndicator;
  const open = (...rows: AreaIndicator[]) => areaOpening(rows, { area: 'Elm', place: 'Elmstead' });

  test('with its figures that stand out, each with its size and side', () => {
    expect(
      open(row({}), row({ verdict: 'better', gap: 2, indicator: 'b' }), row({ verdict: 'similar' })),
    ).toEqual([
      {
        topic: 'worse',
        text: 'First COVID-19 dose, 65 and over, 72.3% (2021): worse than the rest of Elmstead, 8.7 points lower.',
        row: 'dose.frailty',
      },
      {
        topic: 'better',
        text: 'First COVID-19 dose, 65 and over, 72.3% (2021): better than the rest of Elmstead, 2.0 points higher.',
        row: 'b.frailty',
      },
    ]);
  });
  test('with nothing from causes, or what is made up; those are not known', () => {
    expect(open(row({ kind: 'determinant' }))).toEqual([]);
    expect(topicsOf(open(row({ estimate: shown(1, 'synthetic') })))).toEqual(['not-known']);
  });
  test('with what is higher or lower there and may be so by age alone', () => {
    const lower = row({ verdict: 'lower', ageAdjusted: false });
    expect(open(lower)).toEqual([
      {
        topic: 'not-known',
        text: 'Whether Elm is better or worse on one outcome or service on which it is higher or lower: its figure is not adjusted for age, and a younger or older population may be why.',
        row: 'dose.frailty',
      },
    ]);
    expect(open(row({ verdict: 'similar', ageAdjusted: false }))).toEqual([]);
    expect(open(row({ verdict: 'lower', ageAdjusted: false, kind: 'determinant' }))).toEqual([]);
  });
  test('with how much nobody publishes for such areas', () => {
    const wider = row({ publishedHere: false, estimate: null, verdict: 'not-compared', indicator: 'w' });
    expect(open(wider, { ...wider, indicator: 'x' })).toEqual([
      {
        topic: 'not-known',
        text: 'How Elm stands on two outcomes and services, which are not published for areas of this kind.',
        row: 'w.frailty',
      },
    ]);
  });
  test('with indicators counted once, though women and men, or two groups of people, have a row each', () => {
    const unknown = [
      { publishedHere: false, estimate: null, verdict: 'not-compared' },
      { estimate: shown(1, 'synthetic') },
      { verdict: 'lower', ageAdjusted: false },
      { estimate: { status: 'withheld', reason: 'small-counts', explanation: 'r' }, verdict: 'not-compared' },
    ];
    for (const part of unknown) {
      const rows = [
        row(part),
        row({ ...part, populationGroup: 'children' }),
        row({ ...part, indicator: 'b' }),
      ];
      const [told, ...others] = open(...rows);
      expect(others).toEqual([]);
      expect(told?.text).toMatch(/ two outcomes and services\b/);
    }
  });
});

describe('the page of gaps opens', () => {
  const cell = (label: string, verdict: string, size: number, basis = 'published'): DisparityCell =>
    ({
      group: label,
      label,
      estimate: shown(50, basis),
      gap: {
        verdict,
        basis,
        difference: { value: size },
        reference: { label: 'Everyone else', value: 50 - size },
      },
    }) as unknown as DisparityCell;
  const row = (indicator: string, cells: DisparityCell[], part: object = {}): OverviewRow =>
    ({
      ...meaning,
      indicator,
      shortTitle: indicator,
      periodLabel: '2025',
      cells,
      ...part,
    }) as unknown as OverviewRow;
  const open = (...rows: OverviewRow[]) => overviewOpening(rows, { by: 'ethnicGroup', area: 'Elmstead' });

  test('with the widest gaps first, of real outcomes and services', () => {
    const rows = [
      row('Narrow', [cell('Black', 'worse', -2)]),
      row('Wide', [cell('Most deprived fifth', 'worse', -9), cell('White', 'better', 3)]),
      row('Cause', [cell('Black', 'worse', -20)], { kind: 'determinant' }),
    ];
    expect(open(...rows)).toEqual([
      {
        topic: 'worse',
        text: 'The most deprived fifth: Wide, 50.0% against 59.0% for everyone else (2025).',
        row: 'Wide',
      },
      {
        topic: 'worse',
        text: 'Black residents: Narrow, 50.0% against 52.0% for everyone else (2025).',
        row: 'Narrow',
      },
      {
        topic: 'better',
        text: 'White residents: Wide, 50.0% against 47.0% for everyone else (2025).',
        row: 'Wide',
      },
    ]);
  });
  test('with gaps adjusted for age where crude ones cannot be judged, and which of them age explains', () => {
    const adjusted = (
      label: string,
      verdict: string,
      size: number,
      direction: string,
      before: 'higher' | 'lower',
    ) => ({
      ...cell(label, verdict, size),
      gap: { ...cell(label, verdict, size).gap, direction },
      crude: { estimate: shown(40), gap: { direction: before, verdict: before } },
    });
    const rows = [
      row('Doses', [
        adjusted('Least deprived fifth', 'better', 6, 'higher', 'higher'),
        adjusted('Middle fifth', 'similar', -1, 'not-distinguishable', 'lower'),
      ] as unknown as DisparityCell[]),
    ];
    expect(open(...rows)).toEqual([
      {
        topic: 'better',
        text: 'The least deprived fifth: Doses, 50.0% against 44.0% for everyone else (2025), adjusted for age.',
        row: 'Doses',
      },
      {
        topic: 'age-matters',
        text: 'Doses (2025): allowing for age changes a verdict (the middle fifth, lower before and not beyond chance after).',
        row: 'Doses',
      },
    ]);
  });
  test('with what age does to a verdict in the words of each verdict, and what could be chance as that', () => {
    const found = (verdict: string, couldBeChance = false) => ({
      verdict,
      couldBeChance,
      direction:
        verdict === 'similar'
          ? 'not-distinguishable'
          : ['worse', 'lower'].includes(verdict)
            ? 'lower'
            : 'higher',
    });
    const changed = (label: string, before: object, after: object) => ({
      ...cell(label, 'similar', 1),
      gap: { ...cell(label, 'similar', 1).gap, ...after },
      crude: { estimate: shown(40), gap: before },
    });
    const cells = [
      changed('Most deprived fifth', found('similar', true), found('worse')),
      changed('Middle fifth', found('higher'), found('similar', true)),
      changed('Least deprived fifth', found('similar'), found('better')),
    ] as unknown as DisparityCell[];
    expect(open(row('Doses', cells)).find(({ topic }) => topic === 'age-matters')?.text).toBe(
      'Doses (2025): allowing for age changes a verdict (the most deprived fifth, could be chance before and worse after; the middle fifth, higher before and could be chance after; the least deprived fifth, not beyond chance before and better after).',
    );
  });
  test('with what was found of real outcomes that can only be higher or lower, each in one line', () => {
    const chance = { ...cell('Chinese', 'similar', 1) };
    const cells = [
      cell('White', 'higher', 2),
      cell('Mixed or Multiple ethnic groups', 'lower', -2),
      cell('Black', 'similar', 1),
      cell('Asian', 'similar', -1),
      { ...chance, gap: { ...chance.gap, couldBeChance: true } } as DisparityCell,
      cell('Arab', 'not-compared', 0),
      cell('Roma', 'higher', 9, 'synthetic'),
    ];
    const unadjusted = row('Not in good health', cells, { ageAdjusted: false });
    expect(open(unadjusted)[0]).toEqual({
      topic: 'higher-or-lower',
      text: 'Not in good health (2025), compared with everyone else: higher among White residents; lower among residents of mixed or multiple ethnic groups; not beyond chance for Black residents and Asian residents; could be chance for Chinese residents; not adjusted for age.',
      row: 'Not in good health',
    });
    const untested = row('Untested', [cell('White', 'not-compared', 0)], { ageAdjusted: false });
    const cause = row('Cause', [cell('White', 'higher', 2)], { ageAdjusted: false, kind: 'determinant' });
    expect(open(untested, cause)).toEqual([]);
  });
  test('with what is really held', () => {
    const made = row('Made up', [cell('Black', 'worse', -5, 'synthetic')]);
    expect(open(made)).toEqual([
      {
        topic: 'not-known',
        text: 'No real outcome or service by ethnic group is held for Elmstead: the one shown is made for demonstration.',
        row: 'Made up',
      },
    ]);
    expect(open(made, row('Real', [cell('Black', 'similar', -1)]))[0]?.text).toBe(
      'Real outcomes and services by ethnic group are held for Elmstead only on Real: the other one is made for demonstration.',
    );
  });
});
