import { describe, expect, test } from 'vitest';
import { answer } from '../../testing-answer.ts';
import { answerTitle, isAllReal, leadingGroup, minuteFacts } from './answer-words.ts';
import { gapSentence } from './forest-words.ts';
import { gapSeries, gapTrendTitle } from './gap-trend-words.ts';
import { groupsInOrder } from './group-order.ts';
import {
  answerOf,
  areaOf,
  gapOf,
  gapsOf,
  groupOf,
  labelled,
  nothingCompared,
  shownFigure,
  trendOf,
} from './testing-gaps.ts';

const black = groupOf('black', shownFigure(29), gapOf(9, 'worse'));
const other = groupOf('other', shownFigure(32), gapOf(12, 'worse'));
const white = groupOf('white', shownFigure(15), gapOf(-5, 'better'));
const mixed = groupOf('mixed', shownFigure(20), gapOf(0.3, 'similar'));
const asian = groupOf(
  'asian',
  { status: 'withheld', reason: 'small-counts', explanation: 'A count is small.' },
  nothingCompared,
);
const reply = answerOf([asian, black, mixed, white, other]);
const madeUp = answerOf([groupOf('black', shownFigure(29, 'synthetic'), gapOf(9, 'worse', 'synthetic'))]);

const change = {
  ...answer,
  verdict: 'narrowing',
  test: 'Regression',
  reading: 'Narrowing from 2017 to 2021: the gap fell by 2.0 percentage points.',
} as const;
const trend = trendOf([{ ...labelled('other'), isReference: false, points: [], trend: change }]);
const gaps = gapsOf([
  areaOf('Ash', shownFigure(29), gapOf(9, 'worse')),
  areaOf('Oak', shownFigure(21), gapOf(1, 'similar')),
]);
const facts = () =>
  new Map(minuteFacts({ reply, trend, gaps }).map(({ question, answer }) => [question, answer]));

describe('the title', () => {
  test('names who is worse and better, the furthest first', () => {
    expect(answerTitle(reply, 'Outcome')).toBe(
      'Outcome: worse for residents of the Other ethnic group and Black residents, better for White residents',
    );
  });
  test('says higher and lower where neither is good', () => {
    expect(answerTitle({ ...reply, polarity: 'neutral' }, 'Outcome')).toBe(
      'Outcome: higher for residents of the Other ethnic group and Black residents, lower for White residents',
    );
  });
  test('says so where nothing stands out, and claims nothing of made-up figures', () => {
    expect(answerTitle(answerOf([mixed]), 'Outcome')).toBe('Outcome: no group stands out beyond chance');
    expect(answerTitle(madeUp, 'Outcome')).toBe(madeUp.title);
    expect([isAllReal(reply), isAllReal(madeUp)]).toEqual([true, false]);
  });
});

test('of figures of years ago it is asked how things were, and the title carries their age', () => {
  const old = { ...reply, asOf: '2029-01-01' };
  const asked = minuteFacts({ reply: old, trend, gaps }).map(({ question }) => question);
  expect(asked).toContain('Who fared worse, who better?');
  expect(asked).toContain('Where was it widest?');
  expect(asked).toContain('Was it narrowing?');
  expect(answerTitle(old, 'Outcome')).toMatch(/\(\d{4}, \d years ago\)$/);
});

test('the worst-off group beyond chance is spoken of', () => {
  expect(leadingGroup(reply)?.group).toBe('other');
  expect(leadingGroup(answerOf([mixed]))?.group).toBe('mixed');
});

test('each question of a meeting has its answer from the figures', () => {
  const said = facts();
  expect(said.get('Who fares worse, who better?')).toBe(
    'Worse: residents of the Other ethnic group and Black residents; better: White residents; not beyond chance: residents of mixed or multiple ethnic groups; withheld: Asian residents. Against everyone else in the area, whoever they are.',
  );
  expect(said.get('By how much?')).toBe(
    'Residents of the Other ethnic group: 32.0% against 20.0% for everyone else, 12.0 points higher (11.0 to 13.0), 1.60 times as high.',
  );
  expect(said.get('How sure are we?')).toContain('5 gaps are tested here');
  expect(said.get('How many people?')).toContain('about 1,200 (1,100 to 1,300) more people');
  expect(said.get('Where is it widest?')).toContain('widest in Ash');
  expect(said.get('Where is it widest?')).toContain('in 1 of 2 wards');
  expect(said.get('Is it narrowing?')).toBe(
    'Residents of the Other ethnic group: narrowing from 2017 to 2021: the gap fell by 2.0 percentage points.',
  );
  expect(said.get('What do we not know?')).toBe('Everyone is in a group.');
});

test('what is not adjusted for age is higher or lower, and then told adjusted for age', () => {
  const aged = {
    ...reply,
    ageAdjusted: false,
    standardisation: { available: true, reason: '', disagrees: true, reading: 'Age changes a verdict.' },
    groups: reply.groups.map((group) =>
      group.group === 'black' || group.group === 'white'
        ? {
            ...group,
            standardised: {
              ...answer,
              value: 1,
              lower95: 0,
              upper95: 2,
              verdict: group.group === 'black' ? ('worse' as const) : ('similar' as const),
            },
          }
        : group,
    ),
  };
  const said = new Map(
    minuteFacts({ reply: aged, trend, gaps }).map(({ question, answer: told }) => [question, told]),
  );
  expect(said.get('Who is higher, who lower?')).toMatch(/, not adjusted for age\.$/);
  expect(said.get('And adjusted for age?')).toBe(
    'Worse: Black residents; not beyond chance: White residents. Age changes a verdict.',
  );
  expect(facts().has('And adjusted for age?')).toBe(false);
});

test('what could be chance is told as that, before and after adjusting for age', () => {
  const chance = { ...mixed, gap: { ...mixed.gap, couldBeChance: true } };
  const level = groupOf('asian', shownFigure(20), gapOf(0, 'similar'));
  const standardised = { ...answer, value: 1, lower95: 0, upper95: 2, verdict: 'similar' as const };
  const aged = answerOf(
    [
      { ...chance, standardised },
      { ...level, standardised: { ...standardised, couldBeChance: true } },
    ],
    {
      ageAdjusted: false,
      standardisation: { available: true, reason: '', disagrees: false, reading: 'Age changes nothing.' },
    },
  );
  const said = new Map(
    minuteFacts({ reply: aged, trend: undefined, gaps: undefined }).map((one) => [one.question, one.answer]),
  );
  expect(said.get('Who is higher, who lower?')).toMatch(
    /^Could be chance: residents of mixed or multiple ethnic groups; not beyond chance: Asian residents\./,
  );
  expect(said.get('And adjusted for age?')).toBe(
    'Could be chance: Asian residents; not beyond chance: residents of mixed or multiple ethnic groups. Age changes nothing.',
  );
});

test('beside its dot a group made for demonstration has numbers alone', () => {
  const standardised = { ...answer, value: 25, lower95: 24, upper95: 26, verdict: 'worse' as const };
  const [group] = madeUp.groups;
  if (group === undefined) throw new Error('the reply has a group');
  expect(gapSentence({ ...group, standardised }, madeUp)).toEqual([
    'Gap: +9.0 (+8.0 to +10.0) points.',
    'Ratio: 1.45 (1.00 to 2.00).',
    'Age-standardised: 25.0% (24.0% to 26.0%).',
  ]);
});

test('a place without parts and a gap without a past say so', () => {
  const said = minuteFacts({
    reply,
    trend: trendOf([
      {
        ...labelled('other'),
        isReference: false,
        points: [],
        trend: { ...answer, verdict: 'cannot-be-tested', test: '', reading: 'there is one period' },
      },
    ]),
    gaps: undefined,
  });
  const text = said.map(({ answer }) => answer).join(' ');
  expect(text).toContain('Known for the whole place only');
  expect(text).toContain('We cannot tell. There is one period.');
});

test('groups stand by value, worst first, and the withheld last; fifths stand as they are', () => {
  const order = (one: typeof reply) => groupsInOrder(one).map(({ group }) => group);
  expect(order(reply)).toEqual(['other', 'black', 'mixed', 'white', 'asian']);
  expect(order({ ...reply, polarity: 'higher-is-better' })).toEqual([
    'white',
    'mixed',
    'black',
    'other',
    'asian',
  ]);
  expect(order({ ...reply, breakdown: { ...reply.breakdown, ordered: true } })).toEqual(
    reply.groups.map(({ group }) => group),
  );
});

test('beside its dot a group says gap, people, age and notes; a withheld one nothing', () => {
  const rough = {
    ...black,
    gap: { ...black.gap, notes: ['The interval is wider in truth: counts are rounded.'] },
  };
  expect(gapSentence(rough, reply)).toEqual([
    '9.0 points higher (8.0 to 10.0) than everyone else; 1.45 times as high.',
    'About 900 (800 to 1,000) more people than if the group were level with everyone else.',
    'The interval is wider in truth: counts are rounded.',
  ]);
  const aged = {
    ...black,
    standardised: { ...answer, value: 25, lower95: 24, upper95: 26, verdict: 'similar' as const },
  };
  expect(gapSentence(aged, reply).at(-1)).toBe(
    'Age-standardised: 25.0% (24.0% to 26.0%); not beyond chance.',
  );
  expect(gapSentence(asian, reply)).toEqual([]);
});

test('over time a gap is a series of its own, broken where there is none', () => {
  const { points } = gapSeries([
    {
      period: '2020',
      label: '2020',
      estimate: shownFigure(29),
      difference: { value: 9, lower95: 8, upper95: 10 },
    },
    { period: '2021', label: '2021', estimate: shownFigure(29) },
    {
      period: '2022',
      label: '2022',
      estimate: { status: 'withheld', reason: 'small-counts', explanation: 'Small.' },
    },
  ]);
  expect(points.map(({ estimate }) => estimate.status)).toEqual(['shown', 'missing', 'withheld']);
  expect(points[0]?.estimate).toMatchObject({ value: 9, lower95: 8, upper95: 10 });
});

test('the title over time tells a tested course only', () => {
  const group = trend.groups[0];
  if (group === undefined) throw new Error('the trend has a group');
  expect(gapTrendTitle(group, { shortTitle: 'Outcome', counted: 'people' })).toBe(
    'Outcome: the gap is narrowing, residents of the Other ethnic group',
  );
  expect(
    gapTrendTitle(
      { ...group, trend: { ...change, verdict: 'cannot-be-tested' } },
      { shortTitle: 'Outcome', counted: 'people' },
    ),
  ).toBe('Outcome: the gap over time, residents of the Other ethnic group');
  const synthetic = { period: '2021', label: '2021', estimate: shownFigure(1, 'synthetic') };
  expect(gapTrendTitle({ ...group, points: [synthetic] }, { shortTitle: 'Outcome', counted: 'people' })).toBe(
    'Outcome: the gap over time, residents of the Other ethnic group',
  );
});
