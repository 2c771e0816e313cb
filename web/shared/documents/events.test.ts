import { expect, test } from 'vitest';
import { eventsAbout, eventsWithin, type PlanEvent } from './events.ts';

const event = (id: string, date: string, codes: readonly string[] = [], indicators = ['mmr']) =>
  ({ id, date, indicators, areas: codes.map((code) => ({ type: 'ward', code })) }) as unknown as PlanEvent;
const area = (code: string, ...parents: string[]) => ({
  code,
  parents: parents.map((one) => ({ code: one })),
});
const areas = [area('ward', 'quarter', 'place'), area('other', 'place'), area('quarter', 'place')] as never;
const all = [
  event('in the ward', '2024-03-01', ['ward']),
  event('everywhere', '2024-01-01'),
  event('in the quarter', '2024-02-01', ['quarter']),
  event('elsewhere', '2024-02-01', ['other']),
  event('about flu', '2024-02-01', [], ['flu']),
];
const about = (code: string) => eventsAbout(all, 'mmr', code, areas).map(({ id }) => id);

test('an event bears on the area, on what lies in it and on what it lies in; oldest first', () => {
  expect(about('ward')).toEqual(['everywhere', 'in the quarter', 'in the ward']);
  expect(about('place')).toEqual(['everywhere', 'in the quarter', 'elsewhere', 'in the ward']);
  expect(about('other')).toEqual(['everywhere', 'elsewhere']);
  expect(about('country')).toEqual(['everywhere']);
});

test('only those within the time shown are numbered', () => {
  const shown = ['2024-01-15', '2024-02-15'].map((period) => ({ period }));
  expect(eventsWithin(all.slice(0, 3), shown).map(({ number, event: { id } }) => [number, id])).toEqual([
    [1, 'in the quarter'],
  ]);
});
