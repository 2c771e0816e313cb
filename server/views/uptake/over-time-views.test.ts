import { describe, expect, test } from 'vitest';
import { type Made, madeQuestion, place } from '../../judge/groups/testing-question.ts';
import { groupsOverTimeView } from './groups-over-time-view.ts';
import { milestonesQuestion } from './milestones-question.ts';
import { milestonesView } from './milestones-view.ts';

/** Groups at quarter ends; everyone every week in between. */
const counts = {
  '2021-03-31': { white: [200, 1000], black: null, unknown: [10, 100], all: [300, 2000] },
  '2021-04-08': { all: [700, 2000] },
  '2021-04-15': { all: [1100, 2000] },
  '2021-06-30': { white: [600, 1000], black: [400, 900], unknown: [30, 100], all: [1100, 2000] },
} as const satisfies Made['counts'];

const groups = (made: Partial<Made> = {}) => {
  const { question, rows } = madeQuestion({ counts, periodKind: 'cumulative', ...made });
  return groupsOverTimeView(question, rows);
};
const milestones = (made: Partial<Made> = {}) => {
  const { question, rows, snapshot } = madeQuestion({ counts, periodKind: 'cumulative', ...made });
  const context = { snapshot, place, wardFifths: new Map() };
  const asked = milestonesQuestion(question.indicator, question.area, { by: 'ethnicGroup' }, context);
  return milestonesView(asked, rows);
};

describe('groups over time', () => {
  test('have a point for each period they are published for; everyone may have more', () => {
    const { periods, groups: lines, unknown, whole } = groups();
    expect(periods.map(({ period }) => period)).toEqual(Object.keys(counts));
    expect(periods[0]?.label).toBe('up to 31 March 2021');
    expect(lines.map(({ group, points }) => [group, points.map(({ status }) => status)])).toEqual([
      ['black', ['withheld', 'shown']],
      ['white', ['shown', 'shown']],
    ]);
    expect(unknown?.points.map(({ period }) => period)).toEqual(['2021-03-31', '2021-06-30']);
    expect(whole.points).toHaveLength(4);
  });

  test('say how many people are new for everyone only, from the two counts published', () => {
    const { groups: lines, unknown, whole } = groups();
    expect(whole.points.map((point) => point.new)).toEqual([
      undefined,
      { status: 'shown', people: 400, since: '2021-03-31' },
      { status: 'shown', people: 400, since: '2021-04-08' },
      { status: 'shown', people: 0, since: '2021-04-15' },
    ]);
    for (const point of [...lines.flatMap(({ points }) => points), ...(unknown?.points ?? [])])
      expect(point).not.toHaveProperty('new');
  });

  test('say within which range the new people are, where counts are rounded; of few only that they are few', () => {
    expect(groups({ policy: 'protect' }).whole.points.map((point) => point.new)).toEqual([
      undefined,
      { status: 'shown', people: 400, since: '2021-03-31', lowest: 396, highest: 404 },
      { status: 'shown', people: 400, since: '2021-04-08', lowest: 396, highest: 404 },
      { status: 'withheld', since: '2021-04-15', reason: 'fewer-than-eight' },
    ]);
  });

  test('say nothing of new people beside a withheld count, or where periods stand alone', () => {
    const hidden = { ...counts, '2021-04-08': { all: null } };
    expect(groups({ counts: hidden }).whole.points.map((point) => point.new)).toEqual([
      undefined,
      undefined,
      undefined,
      { status: 'shown', people: 0, since: '2021-04-15' },
    ]);
    expect(groups({ periodKind: 'separate' }).whole.points.some((point) => 'new' in point)).toBe(false);
  });
});

describe('milestones', () => {
  test('are told on the dates of the groups, so that nobody seems behind for want of dates', () => {
    const { periods, groups: lines, whole, place: everyone, eligibility } = milestones();
    expect(periods.map(({ period }) => period)).toEqual(['2021-03-31', '2021-06-30']);
    expect(eligibility.date).toBe('2021-03-31');
    expect(lines.map(({ group, milestones: [half] }) => [group, half?.status, half?.weeksBehind])).toEqual([
      ['black', 'not-reached', null],
      ['white', 'reached', 0],
    ]);
    // On 15 April already, a date the groups have no figures of.
    expect(whole.milestones[0]?.reached).toEqual({
      period: '2021-06-30',
      label: 'up to 30 June 2021',
      weeks: 13,
    });
    expect(everyone.milestones).toEqual(whole.milestones);
  });

  test('count weeks from the event that opened eligibility', () => {
    const { question, rows, snapshot } = madeQuestion({ counts, periodKind: 'cumulative' });
    const event = {
      id: 'opened',
      date: '2021-03-24',
      title: 'Eligibility opens',
      type: 'eligibility',
      areas: [],
      populationGroups: [],
      ethnicGroups: [],
      ageBands: [],
      indicators: [question.indicator.id],
      source: 'a',
      synthetic: false,
    };
    const documentOf = () => ({ events: [event] }) as never;
    const context = { snapshot: { ...snapshot, documentOf }, place, wardFifths: new Map() };
    const asked = milestonesQuestion(question.indicator, question.area, { shares: '60,25,60' }, context);
    const reply = milestonesView(asked, rows);
    expect(reply.query.shares).toEqual([25, 60]);
    expect(reply.eligibility).toMatchObject({ date: '2021-03-24', event: 'opened', synthetic: false });
    expect(reply.groups[1]?.milestones.map(({ reached }) => reached?.weeks)).toEqual([14, 14]);
  });

  test('are refused where a high figure is not what is wanted', () => {
    expect(() => milestones({ polarity: 'lower-is-better' })).toThrow(/no share to reach/);
  });
});
