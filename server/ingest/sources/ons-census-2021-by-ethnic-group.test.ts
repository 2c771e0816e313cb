/** General health and tenure by ethnic group: parts make the whole, in each row and over the groups. */
import { expect, test } from 'vitest';
import { placesOf, readBy, testPlace } from '../testing.ts';
import { onsCensus2021ByEthnicGroup } from './ons-census-2021-by-ethnic-group.ts';

const HEADER = 'area_code,area_name,ethnic_group,total,good_health,not_good_health,not_good_health_pct';
const row = (group: string, good: number, not: number) =>
  `${testPlace.code},Exampleton,"${group}",${good + not},${good},${not},0`;
const groups = [
  row('Asian, Asian British or Asian Welsh', 80, 20),
  row('Black, Black British, Black Welsh, Caribbean or African', 170, 30),
  row('Mixed or Multiple ethnic groups', 45, 5),
  row('White', 500, 100),
  row('White: Irish', 40, 20),
  row('Other ethnic group', 40, 10),
];
const total = row('Total', 835, 165);
const read = (...rows: readonly string[]) =>
  readBy(onsCensus2021ByEthnicGroup, `${[HEADER, ...rows].join('\n')}\n`);

test('everybody and five groups, with those asked; parts of a group are counted as skipped', async () => {
  const { items, problems, tally } = await read(total, ...groups);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(12);
  expect(items[1]).toMatchObject({
    measure: 'residents-not-in-good-health',
    areaType: 'borough',
    value: 165,
  });
  expect(items.slice(4, 6)).toEqual([
    expect.objectContaining({ measure: 'residents-asked-health', ethnicGroup: 'black', value: 200 }),
    expect.objectContaining({ measure: 'residents-not-in-good-health', ethnicGroup: 'black', value: 30 }),
  ]);
  expect(tally.otherwiseSkipped).toEqual(new Map([['parts of a broad ethnic group', 1]]));
});

test('a row whose parts miss its total, and groups that miss everybody, are refused', async () => {
  const changed = groups.map((line) => line.replace(',200,170,', ',200,107,'));
  expect(placesOf((await read(total, ...changed)).problems)).toEqual(['4, total']);
  const halved = groups.map((line) => line.replace(',200,170,30', ',100,85,15'));
  expect(placesOf((await read(total, ...halved)).problems)).toEqual(['2, total']);
});

test('a group or everybody left out is refused, and so is one that is none', async () => {
  expect((await read(total, ...groups.slice(1))).problems.map(({ expected }) => expected).join()).toMatch(
    /missing: asian/,
  );
  expect((await read(...groups)).problems.map(({ expected }) => expected).join()).toMatch(/no row of Total/);
  const { problems } = await read(total, ...groups, row('Martian', 1, 1));
  expect(placesOf(problems)).toEqual(['9, ethnic_group']);
});

test('tenure counts households', async () => {
  const header =
    'area_code,area_name,ethnic_group_of_household_reference_person,households,owned,rented,social_rented,private_rented_or_rent_free';
  const household = (group: string) => `${testPlace.code},Exampleton,"${group}",100,40,60,35,25`;
  const five = ['Asian', 'Black', 'Mixed', 'White', 'Other'].map(household);
  const all = `${testPlace.code},Exampleton,Total,500,200,300,175,125`;
  const { items, problems } = await readBy(onsCensus2021ByEthnicGroup, [header, all, ...five].join('\n'));
  expect(problems).toEqual([]);
  expect(items.slice(0, 2)).toEqual([
    expect.objectContaining({ measure: 'households-asked-tenure', value: 500 }),
    expect.objectContaining({ measure: 'households-renting-socially', value: 175 }),
  ]);
});
