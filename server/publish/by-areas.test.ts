/** What publishing makes of a property of areas: the areas behind it, and limits from them or why there are none. */
import { expect, test } from 'vitest';
import { byAreas } from './by-areas.ts';
import { proportionEstimate } from './estimate.ts';
import type { Figure, FigureSource } from './figures.ts';

const stratum = { ethnicGroup: 'census-2021-5/black', ageBand: 'all', sex: 'all', deprivation: 'all' };

/** Areas named by number: a tenth of their people belong to the group, and in the first few nobody does. */
function town(areas: number, having: number, empty = 0) {
  const codes = Array.from({ length: areas }, (_, at) => `L${String(at).padStart(3, '0')}`);
  const people = (at: number, group: string) => (group === 'all' ? 1000 + at : at < empty ? 0 : 100 + at);
  const figures: FigureSource['figures'] = (measure, _period, { ethnicGroup }) => ({
    basis: 'published',
    byArea: new Map(
      codes.map((code, at): [string, Figure] => [
        code,
        { status: 'value', value: measure === 'inside' && at >= having ? 0 : people(at, ethnicGroup) },
      ]),
    ),
  });
  const source: FigureSource = {
    periodsOf: () => ['2021'],
    figures,
    smallAreasIn: () => new Map([['town', codes.toReversed()]]),
  };
  const sum = (upTo: number) => codes.reduce((all, _, at) => all + (at < upTo ? people(at, 'black') : 0), 0);
  const whole = proportionEstimate(
    { status: 'value', value: sum(having) },
    { status: 'value', value: sum(areas) },
    'published',
  );
  const asked = {
    measure: 'inside',
    people: 'people',
    period: '2021',
    stratum,
    areaType: 'borough',
  } as const;
  const found = byAreas(new Map([['town', whole]]), asked, source).get('town');
  if (found === undefined) throw new Error('the town has a figure');
  return { whole, found };
}

test('the share stays, its limits come from the areas and are far wider than those from people', () => {
  const { whole, found } = town(60, 20);
  expect(found.value).toBe(whole.value);
  const width = ({ lower95, upper95 }: typeof found) => (upper95 ?? 0) - (lower95 ?? 0);
  expect(width(found)).toBeGreaterThan(4 * width(whole));
  expect((found.upper998 ?? 0) - (found.lower998 ?? 0)).toBeGreaterThan(width(found));
  expect(found.interval).toBe('ours');
});

test('areas stand in order of code, each with the people of the group and whether it has the property', () => {
  const { found } = town(30, 4, 2);
  expect(found.small_areas?.people.slice(0, 4)).toEqual([0, 0, 102, 103]);
  expect(found.small_areas?.having.slice(0, 6)).toEqual([1, 1, 1, 1, 0, 0]);
});

test('fewer than twenty areas give no limits, and the figure says how many there are', () => {
  const { found } = town(8, 0);
  expect([found.value, found.interval, found.lower95, found.upper95]).toEqual([0, 'none', null, null]);
  expect(found.notes.at(-1)).toBe(
    'Everybody in a small area shares its value, and it has only 8: too few for an interval.',
  );
});

test('areas that are all alike give no limits either', () => {
  const { found } = town(40, 40);
  expect([found.interval, found.notes.at(-1)]).toEqual([
    'none',
    'All its small areas are alike in this, so they give no interval.',
  ]);
});

test('a figure that is withheld stays so', () => {
  const withheld = proportionEstimate({ status: 'withheld' }, { status: 'value', value: 9 }, 'published');
  const { figures } = { figures: () => ({ basis: 'published' as const, byArea: new Map() }) };
  const source: FigureSource = {
    periodsOf: () => ['2021'],
    figures,
    smallAreasIn: () => new Map([['town', ['L1']]]),
  };
  const asked = { measure: 'inside', people: 'people', period: '2021', stratum, areaType: 'ward' } as const;
  expect(byAreas(new Map([['town', withheld]]), asked, source).get('town')).toEqual(withheld);
});
