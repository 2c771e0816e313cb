import { describe, expect, test } from 'vitest';
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { Basis, Polarity } from '../../contract/dimensions.ts';
import { childhoodVaccinations } from '../../indicators/childhood-vaccination.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { Refused } from '../comparing/refused.ts';
import { csvOf } from '../tables/csv.ts';
import { type ChartEvent, chartEvents } from './spc-phases.ts';
import { spcTable } from './spc-table.ts';
import { spcView } from './spc-view.ts';
import { pointsOfTrend } from './trend-view.ts';

const [mmr] = childhoodVaccinations;
if (mmr === undefined) throw new Error('there are vaccinations');
const separate: Indicator = mmr;
const area = { code: 'E09000099', name: 'Exampleton', type: 'borough' as const };
const stratum = {
  populationGroup: 'children',
  ethnicGroup: 'all',
  ageBand: 'all',
  sex: 'all',
  deprivation: 'all',
} as const;
/** Quarters from April 2016 on. */
const quarter = (n: number) => {
  const year = 2016 + Math.floor(n / 4);
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}-Q${(n % 4) + 1}`;
};

interface Given {
  readonly polarity?: Polarity;
  readonly basis?: Basis;
  readonly target?: number;
  readonly periods?: readonly string[];
  readonly events?: readonly ChartEvent[];
}

function chartOf(
  values: readonly (number | null)[],
  { polarity = 'higher-is-better', basis = 'published', target, periods, events = [] }: Given = {},
) {
  const rows = values.map(
    (value, n) =>
      ({
        period: periods?.[n] ?? quarter(n),
        status: value === null ? 'missing' : 'shown',
        reason: 'not published',
        value,
        interval: 'none',
        basis,
        notes: null,
      }) as unknown as SelectedEstimate,
  );
  const found =
    target === undefined
      ? undefined
      : {
          id: 't',
          title: 'T',
          indicator: 'mmr-2-at-5-years',
          value: target,
          source: 's',
          synthetic: false,
          setBy: 'S',
        };
  const indicator = { ...separate, polarity };
  return spcView(indicator, area, { stratum }, pointsOfTrend(indicator, rows), {
    target: found,
    events,
    snapshot: { release: 1, asOf: '2020-06-01' },
  });
}
const level = Array.from({ length: 14 }, (_, n) => (n % 2 === 0 ? 79 : 81));

describe('the newest figure in words', () => {
  test('ordinary variation', () => {
    expect(chartOf(level).sentences).toEqual([
      'Ordinary variation: the newest figure, July to September 2019, breaks none of the four rules.',
    ]);
  });
  test('ordinary variation after a special cause names when that was', () => {
    expect(chartOf([...level, 50, 80]).sentences).toEqual([
      'Ordinary variation: the newest figure, January to March 2020, breaks none of the four rules. The last special cause was a concern, in October to December 2019.',
    ]);
  });
  test('a fall out of the limits is a concern where higher is better, an improvement where lower is, and low where neither', () => {
    const fallen = [...level, 50];
    const newest = 'The newest figure, October to December 2019, lies below the lower limit.';
    const first = (polarity: Polarity) => chartOf(fallen, { polarity }).sentences[0];
    expect(first('higher-is-better')).toBe(`Special cause: concern. ${newest}`);
    expect(first('lower-is-better')).toBe(`Special cause: improvement. ${newest}`);
    expect(first('neutral')).toBe(`Special cause: low. ${newest}`);
  });
  test('seven in a row that rise', () => {
    const rising = [80, 82, 78, 82, 78, 82, 78, 79, 80, 81, 82, 83, 84];
    expect(chartOf(rising).sentences[0]).toBe(
      'Special cause: improvement. The newest figure, April to June 2019, is one of seven or more in a row that rise.',
    );
  });
});

describe('a target in words', () => {
  test.each([
    [
      60,
      'higher-is-better',
      'pass',
      'The target of at least 60% is reached every time if nothing changes: even the lower limit, 74.7%, is on the good side of it.',
    ],
    [
      95,
      'higher-is-better',
      'fail',
      'The target of at least 95% is missed every time unless something changes: even the upper limit, 85.3%, does not reach it.',
    ],
    [
      80,
      'higher-is-better',
      'hit-and-miss',
      'The target of at least 80% lies between the limits, 74.7% and 85.3%: it is reached or missed by chance.',
    ],
    [
      95,
      'lower-is-better',
      'pass',
      'The target of at most 95% is reached every time if nothing changes: even the upper limit, 85.3%, is on the good side of it.',
    ],
    [
      60,
      'lower-is-better',
      'fail',
      'The target of at most 60% is missed every time unless something changes: even the lower limit, 74.7%, does not reach it.',
    ],
  ] as const)('%i where %s: %s', (target, polarity, assurance, sentence) => {
    const reply = chartOf(level, { target, polarity });
    expect(reply.assurance).toBe(assurance);
    expect(reply.sentences.at(-1)).toBe(sentence);
  });
  test('none where there is no target', () => {
    expect(chartOf(level)).toMatchObject({ target: null, assurance: 'none' });
  });
});

test('nothing is found in synthetic figures, in no point, word or sentence of the chart or of its file', () => {
  const values = [...level, 50];
  const reply = chartOf(values, { basis: 'synthetic', target: 95 });
  expect(reply.sentences).toEqual([
    'These figures are made for demonstration: no finding is drawn from them.',
  ]);
  const none = { meaning: 'no-finding', rule: 'none', side: 'none' };
  expect(reply.variation).toMatchObject(none);
  expect(reply.assurance).toBe('no-finding');
  expect(reply.points).toHaveLength(values.length);
  for (const point of reply.points) expect(point).toMatchObject(none);
  const fileOf = (chart: typeof reply) => csvOf(spcTable(separate, area, chart));
  const file = fileOf(reply);
  expect(file).not.toMatch(/Special cause|Missed every time|outside the limits/);
  // The same figures, were they real, would be told.
  const real = chartOf(values, { target: 95 });
  expect(real.variation.meaning).toBe('concern');
  expect(fileOf(real)).toMatch(/Special cause: concern/);
});

test('figures that never change have a mean and no limits', () => {
  expect(chartOf(level.map(() => 80))).toMatchObject({ mean: 80, limits: null, assurance: 'none' });
});

test('a period left out is a gap: no step leads over it', () => {
  const periods = level.map((_, n) => quarter(n < 7 ? n : n + 4));
  const jump = [...Array(7).fill(10), ...Array(7).fill(50)].map((value: number, n) => value + (n % 2));
  // Within each stretch every step is 1; the jump of 40 between them is none.
  const { mean, limits } = chartOf(jump, { periods });
  expect(limits?.upper).toBeCloseTo(mean + 2.66, 10);
});

describe('what cannot make a control chart is refused', () => {
  test('fewer than thirteen figures, missing ones not counted', () => {
    expect(() => chartOf(level.slice(0, 12))).toThrow(
      new Refused('A control chart needs 13 separate periods with a figure; there are 12.'),
    );
    expect(() => chartOf([...level.slice(0, 12), null, null])).toThrow(Refused);
    expect(chartOf([...level.slice(0, 13), null]).points).toHaveLength(14);
  });
  test('periods that overlap, though the indicator says they do not', () => {
    const periods = level.map((_, n) => (n === 13 ? '2018-19' : quarter(n)));
    expect(() => chartOf(level, { periods })).toThrow('these overlap');
  });
});

describe('a recorded event', () => {
  const event = (over: Partial<ChartEvent> = {}): ChartEvent => ({
    id: 'move',
    date: '2018-10-01',
    title: 'Clinics moved',
    type: 'service',
    areas: [],
    populationGroups: [],
    ethnicGroups: [],
    ageBands: [],
    indicators: ['mmr-1-at-2-years'],
    controlChart: { change: 'step-change', reason: 'Other people come to the new clinics.' },
    source: 's',
    synthetic: false,
    ...over,
  });
  // Ten quarters about 80, then fourteen about 60, each step 2.
  const stepped = Array.from({ length: 24 }, (_, n) => (n < 10 ? 79 : 59) + 2 * (n % 2));

  test('of a step change works mean and limits out afresh, and says why', () => {
    expect(chartOf(stepped).phases).toHaveLength(1);
    const reply = chartOf(stepped, { events: [event()], target: 70 });
    expect(
      reply.phases.map(({ from, to, figures, mean, isProvisional }) => [
        from,
        to,
        figures,
        mean,
        isProvisional,
      ]),
    ).toEqual([
      ['2016-17-Q1', '2018-19-Q2', 10, 80, true],
      ['2018-19-Q3', '2021-22-Q4', 14, 60, false],
    ]);
    // Every step within a phase is 2: limits 2.66 times that from the mean.
    expect(reply.phases[1]?.limits?.upper).toBeCloseTo(65.32, 10);
    expect(reply).toMatchObject({ mean: 60, assurance: 'fail', variation: { rule: 'none' } });
    expect(reply.limits).toEqual(reply.phases[1]?.limits);
    expect(reply.phases[0]?.begunBy).toBeNull();
    expect(reply.phases[1]?.begunBy).toMatchObject({ id: 'move', change: 'step-change' });
    expect(reply.sentences).toContain(
      'Mean and limits are worked out afresh from October to December 2018 on (Clinics moved): other people come to the new clinics.',
    );
    expect(reply.points.every(({ rule }) => rule === 'none')).toBe(true);
    // Without it, one mean lies between the two levels and nearly every figure breaks a rule.
    expect(chartOf(stepped).points.filter(({ rule }) => rule !== 'none').length).toBeGreaterThan(15);
  });

  test('within a period leaves that period to the phase before', () => {
    const { phases } = chartOf(stepped, { events: [event({ date: '2018-10-02' })] });
    expect(phases[1]?.from).toBe('2018-19-Q4');
  });

  test('after which few figures are held has provisional limits', () => {
    const { sentences } = chartOf(stepped, { events: [event({ date: '2021-01-01' })] });
    expect(sentences.at(-1)).toBe(
      'The newest limits rest on 5 figures and are provisional until there are 13.',
    );
  });

  test('after which no figure is held changes nothing', () => {
    expect(chartOf(stepped, { events: [event({ date: '2022-04-01' })] }).phases).toHaveLength(1);
  });

  test('of a baseline fixes the limits by its figures; later ones are held against them', () => {
    const level = Array.from({ length: 12 }, (_, n) => 79 + 2 * (n % 2));
    const baseline = event({
      date: '2016-04-01',
      until: '2019-03-31',
      controlChart: { change: 'baseline', reason: 'The years before the move are the yardstick.' },
    });
    const reply = chartOf([...level, 60, 61, 60], { events: [baseline] });
    expect(reply.phases).toHaveLength(1);
    expect(reply.mean).toBe(80);
    expect(reply.limits?.lower).toBeCloseTo(80 - 2.66 * 2, 10);
    expect(reply.variation).toMatchObject({ meaning: 'concern', rule: 'outside-limits' });
    expect(reply.sentences.join(' ')).toContain('are those of a baseline (Clinics moved): the years before');
    // All figures together would have a lower mean.
    expect(chartOf([...level, 60, 61, 60]).mean).toBeLessThan(77);
  });

  test('of a baseline with fewer than twelve figures is no yardstick', () => {
    const short = event({
      date: '2016-04-01',
      until: '2018-12-31',
      controlChart: { change: 'baseline', reason: 'R.' },
    });
    expect(chartOf(level, { events: [short] }).phases[0]?.begunBy).toBeNull();
  });
});

describe('which events change a chart', () => {
  const about = {
    indicator: 'mmr-1-at-2-years',
    area: { code: 'E09000099', parents: [{ code: 'E92', name: 'England', type: 'country' as const }] },
    stratum: { populationGroup: 'children' as const },
  };
  const published = [
    {
      period: '2020',
      label: '2020',
      estimate: { status: 'shown', value: 1, interval: 'none', basis: 'published' } as const,
    },
  ];
  const madeUp = [
    {
      ...published[0],
      period: '2020',
      label: '2020',
      estimate: {
        ...published[0]?.estimate,
        status: 'shown',
        value: 1,
        interval: 'none',
        basis: 'synthetic',
      } as const,
    },
  ];
  const event = {
    id: 'e',
    date: '2019-01-01',
    title: 'E',
    type: 'service' as const,
    areas: [] as { type: 'ward' | 'country'; code: string }[],
    populationGroups: [] as ('children' | 'frailty')[],
    ethnicGroups: [],
    ageBands: [],
    indicators: ['mmr-1-at-2-years'],
    controlChart: { change: 'step-change' as const, reason: 'R.' },
    source: 's',
    synthetic: false,
  };
  const found = (events: readonly object[], points = published) =>
    chartEvents({ documentOf: () => ({ events }) as never }, { ...about, points }).map(({ id }) => id);

  test('those about the indicator, the area or what it lies in, and its population group', () => {
    expect(found([event])).toEqual(['e']);
    expect(found([{ ...event, areas: [{ type: 'country', code: 'E92' }] }])).toEqual(['e']);
    expect(found([{ ...event, areas: [{ type: 'ward', code: 'E05' }] }])).toEqual([]);
    expect(found([{ ...event, populationGroups: ['frailty'] }])).toEqual([]);
    expect(found([{ ...event, indicators: ['mmr-2-at-5-years'] }])).toEqual([]);
    expect(found([{ ...event, controlChart: undefined }])).toEqual([]);
  });
  test('one made for demonstration changes no chart of real figures', () => {
    expect(found([{ ...event, synthetic: true }])).toEqual([]);
    expect(found([{ ...event, synthetic: true }], madeUp as never)).toEqual(['e']);
  });
});
