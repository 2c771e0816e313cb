import { describe, expect, test } from 'vitest';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import type { HeldBreakdown } from '../../../server/contract/held-breakdowns.ts';
import type { AreasReply } from '../../../server/contract/replies.ts';
import { areasHeld, breakdownChoices, indicatorChoices, withHeld } from './gap-choices.ts';
import { overviewOf, rowOf } from './testing-gaps.ts';
import { waysOn } from './ways-on.ts';

const five: HeldBreakdown = { by: 'ethnicGroup', ethnicScheme: 'census-2021-5' };
const sixteen: HeldBreakdown = { by: 'ethnicGroup', ethnicScheme: 'nhs-16' };
const fifths: HeldBreakdown = { by: 'deprivation' };
const overview = {
  ...overviewOf([rowOf('smoking', [])]),
  held: [
    { ...five, indicators: ['smoking'] },
    { ...fifths, indicators: ['crowding', 'smoking'] },
  ],
};

describe('an indicator that is not held by these groups', () => {
  test('is offered by others in the area first, then where else it is held', () => {
    const groupsIn = [
      { code: 'E09', name: 'Elmstead', type: 'borough', breakdowns: [fifths] },
      { code: 'E12', name: 'The Region', type: 'region', breakdowns: [sixteen] },
    ] as const;
    const ways = waysOn({ ...five, period: '2021', release: '3' }, 'crowding', {
      overview,
      groupsIn: groupsIn.map(({ breakdowns, ...area }) => ({ ...area, breakdowns: [...breakdowns] })),
    });
    expect(ways).toEqual([
      {
        text: 'Try it by fifths of deprivation in Elmstead',
        search: { by: 'deprivation', indicator: 'crowding', release: '3' },
      },
      {
        text: 'See it by ethnic groups (NHS 16+1 ethnic categories) in The Region',
        search: { ...sixteen, indicator: 'crowding', area: 'E12', release: '3' },
      },
    ]);
  });
  test('leads nowhere where it is held nowhere', () => {
    expect(waysOn(five, 'nothing', { overview, groupsIn: [] })).toEqual([]);
  });
  test('is named in the sentence by its title, apart from what is held', () => {
    const named = (id: string) =>
      indicatorChoices(overview, { id, shortTitle: 'Crowded homes', basis: ['synthetic'] }).filter(
        ({ value }) => value === id,
      );
    expect(named('crowding')).toEqual([
      { value: 'crowding', text: 'Crowded homes (synthetic)', fits: true, group: 'Not held here' },
    ]);
    expect(named('smoking').map(({ text }) => text)).toEqual(['smoking']);
  });
});

describe('the list of groups', () => {
  const values = (indicator: string | undefined) =>
    breakdownChoices(overview, indicator).map(({ value, fits }) => [value, fits]);
  test('has nothing without a figure in the area', () => {
    expect(values(undefined)).toEqual([
      ['census-2021-5', true],
      ['deprivation', true],
    ]);
  });
  test('keeps the indicator where it has the groups, and says of others that they change it', () => {
    const one = { ...overview, held: [overview.held[0], { ...fifths, indicators: ['crowding'] }] };
    const held = one.held.filter((way) => way !== undefined);
    expect(breakdownChoices({ ...one, held }, 'smoking').map(({ fits }) => fits)).toEqual([true, false]);
    expect(withHeld({ ...five, indicator: 'smoking' }, overview, 'deprivation')).toEqual({
      ...fifths,
      indicator: 'smoking',
    });
    expect(withHeld({ ...five, indicator: 'smoking' }, { held }, 'deprivation')).toEqual(fifths);
    expect(withHeld(five, overview, 'nhs-16')).toEqual(five);
  });
});

test('areas are offered where the groups shown are held, of the indicator where one is asked about, and the one asked about', () => {
  const areas = [
    { code: 'E09', name: 'Elmstead', type: 'borough', parents: [] },
    { code: 'W1', name: 'Ash', type: 'ward', parents: [] },
    { code: 'W2', name: 'Beech', type: 'ward', parents: [] },
    { code: 'N1', name: 'North', type: 'neighbourhood', parents: [] },
  ] satisfies AreasReply['areas'];
  const heldIn = [
    { areaType: 'borough', indicators: ['smoking', 'doses'] },
    { areaType: 'ward', indicators: ['doses'] },
  ] satisfies DisparityOverviewReply['heldIn'];
  const area = { code: 'E09', name: 'Elmstead', type: 'borough' } as const;
  const offered = (indicator?: string, of: DisparityOverviewReply['area'] = area) =>
    areasHeld(areas, 'E09', { heldIn, area: of }, indicator).map(({ value }) => value);
  expect(offered()).toEqual(['E09', 'W1', 'W2']);
  expect(offered('doses')).toEqual(['E09', 'W1', 'W2']);
  expect(offered('smoking')).toEqual(['E09']);
  expect(offered('smoking', { code: 'W2', name: 'Beech', type: 'ward' })).toEqual(['E09', 'W2']);
  expect(offered(undefined, { code: 'E12', name: 'The Region', type: 'region' }).at(-1)).toBe('E12');
});
