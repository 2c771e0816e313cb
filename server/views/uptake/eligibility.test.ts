import { describe, expect, test } from 'vitest';
import type { DocumentOf } from '../../contract/documents/schemas.ts';
import { madeQuestion, place } from '../../judge/groups/testing-question.ts';
import { eligibilityOf } from './eligibility.ts';

type Event = DocumentOf<'events'>['events'][number];

const { indicator: made } = madeQuestion({ counts: { '2020-12-31': { white: [1, 2] } } }).question;
const indicator: typeof made = {
  ...made,
  populationGroups: [
    { id: 'all', membership: 'Aged 16 and over.', ageBands: ['all', '50-64', '65-plus'] },
    { id: 'frailty', membership: 'Aged 65 and over.', ageBands: ['65-plus', '80-plus'] },
  ],
};
const opened = (date: string, of: Partial<Event> = {}): Event => ({
  id: `opened-${date}`,
  date,
  title: `Opened on ${date}`,
  type: 'eligibility',
  areas: [],
  populationGroups: [],
  ethnicGroups: [],
  ageBands: [],
  indicators: [indicator.id],
  source: 'a',
  synthetic: true,
  ...of,
});
const dateFor = (ageBand: string, ...events: Event[]) =>
  eligibilityOf({ indicator, area: { ...place, parents: [] }, ageBand, events, firstPeriod: '2020-12-31' })
    .date;

describe('eligibility', () => {
  test('opens with the earliest event that says so, which is named', () => {
    const events = [opened('2021-02-01'), opened('2020-12-08')];
    expect(
      eligibilityOf({
        indicator,
        area: { ...place, parents: [] },
        ageBand: 'all',
        events,
        firstPeriod: '2021',
      }),
    ).toEqual({
      date: '2020-12-08',
      label: 'Opened on 2020-12-08',
      event: 'opened-2020-12-08',
      synthetic: true,
    });
  });

  test('opens with the first period where no event says so', () => {
    expect(
      eligibilityOf({
        indicator,
        area: { ...place, parents: [] },
        ageBand: 'all',
        events: [],
        firstPeriod: '2020-12-31',
      }),
    ).toEqual({ date: '2020-12-31', label: 'The first period held: 31 December 2020' });
  });

  test('opens by age: an event for others says nothing', () => {
    const events = [
      opened('2020-12-08', { populationGroups: ['frailty'] }),
      opened('2021-03-17', { ageBands: ['50-64'] }),
    ];
    expect(dateFor('50-64', ...events)).toBe('2021-03-17');
    expect(dateFor('80-plus', ...events)).toBe('2020-12-08');
    expect(dateFor('all', ...events)).toBe('2020-12-08');
    // A population group the indicator is not about has no ages here.
    expect(dateFor('50-64', opened('2020-12-08', { populationGroups: ['care-homes'] }))).toBe('2020-12-31');
  });

  test('opens for an area with events there and around it, whatever else happened elsewhere', () => {
    const here = { type: 'borough' as const, code: place.code };
    expect(dateFor('all', opened('2020-12-20', { areas: [here] }))).toBe('2020-12-20');
    const elsewhere = { type: 'borough' as const, code: 'E09000001' };
    expect(dateFor('all', opened('2020-12-20', { areas: [elsewhere] }))).toBe('2020-12-31');
    const inside = { ...place, type: 'ward' as const, code: 'W1', parents: [{ code: place.code }] };
    const asked = { indicator, area: inside, ageBand: 'all', firstPeriod: '2020-12-31' };
    expect(eligibilityOf({ ...asked, events: [opened('2020-12-20', { areas: [here] })] }).date).toBe(
      '2020-12-20',
    );
  });

  test('does not open with a clinic, for one ethnic group, or for another indicator', () => {
    expect(dateFor('all', opened('2020-12-08', { type: 'clinic' }))).toBe('2020-12-31');
    expect(dateFor('all', opened('2020-12-08', { indicators: ['another'] }))).toBe('2020-12-31');
    const ethnicGroups = [{ scheme: 'census-2021-5' as const, group: 'black' }];
    expect(dateFor('all', opened('2020-12-08', { ethnicGroups }))).toBe('2020-12-31');
  });
});
