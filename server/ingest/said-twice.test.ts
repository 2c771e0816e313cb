import { describe, expect, test } from 'vitest';
import { ethnicSchemes, nestedEthnicSchemes } from '../contract/dimensions.ts';
import { disagreementsIn, type Said, samePeopleOf } from './said-twice.ts';
import { lsoas, msoas } from './testing.ts';

const DISTRICT = 'E09000099';
const district = {
  code: DISTRICT,
  codes: ({ areaType }: Said) => (areaType === 'lsoa' ? lsoas : areaType === 'msoa' ? msoas : []),
};
let row = 1;
const said = (measure: string, areaCode: string, value: number, about: Partial<Said> = {}): Said => ({
  measure,
  areaType: 'lsoa',
  areaCode,
  ethnicGroup: 'all',
  ageBand: 'all',
  value,
  file: 0,
  row: row++,
  ...about,
});
const groups = ethnicSchemes[0].groups.slice(0, -1).map(({ id }) => `census-2021-5/${id}`);
const byGroup = (of: (group: number, area: number) => number) =>
  lsoas.flatMap((code, area) =>
    groups.map((ethnicGroup, at) => said('residents', code, of(at, area), { ethnicGroup })),
  );
const byAge = lsoas.flatMap((code) =>
  ['0-15', '16-64', '65-plus'].map((ageBand) => said('residents', code, 500, { ageBand })),
);
const census = samePeopleOf('residents');

describe('residents by age and by ethnic group', () => {
  test('agree within what the Census moves its numbers by', () => {
    expect(
      disagreementsIn(
        [...byAge, ...byGroup((at, area) => 300 + (at === 0 && area === 0 ? 9 : 0))],
        census,
        district,
      ),
    ).toEqual([]);
  });

  test('that are halved are told area by area, and of the district', () => {
    const found = disagreementsIn([...byAge, ...byGroup(() => 150)], census, district);
    expect(found.map(({ areaCode }) => areaCode)).toEqual([...lsoas, DISTRICT]);
    expect(found[0]?.expected).toContain('residents by age makes 1500');
    expect(found[0]?.expected).toContain('residents by ethnic group (census-2021-5) makes 750');
  });

  test('of which some are missing are not held against each other: another check names what is missing', () => {
    const some = [...byAge.slice(1), ...byGroup(() => 300).slice(1)];
    expect(disagreementsIn(some, census, district)).toEqual([]);
  });
});

test('nineteen groups of the district make its five groups of small areas', () => {
  const { groupOf = {} } = nestedEthnicSchemes[0] ?? {};
  const nineteen = (black: number) =>
    Object.entries(groupOf)
      .filter(([id]) => id !== 'unknown')
      .map(([id, group]) =>
        said('residents', DISTRICT, group === 'black' ? black : 3 * (900 / inFive(group)), {
          areaType: 'borough',
          ethnicGroup: `census-2021-19/${id}`,
        }),
      );
  const inFive = (group: string) => 3 * Object.values(groupOf).filter((one) => one === group).length;
  const five = byGroup(() => 300);
  expect(disagreementsIn([...five, ...nineteen(300)], census, district)).toEqual([]);
  const found = disagreementsIn([...five, ...nineteen(150)], census, district);
  expect(found.some(({ expected }) => / makes \d+ \(black\) in /.test(expected))).toBe(true);
});

test('doses of small areas make those of their district to the person, ages cut finer or not', () => {
  const dose = (areaCode: string, ageBand: string, value: number, areaType: Said['areaType'] = 'msoa') =>
    said('covid-19-dose-1', areaCode, value, { areaType, ageBand });
  const small = msoas.flatMap((code) => [
    dose(code, '16-49', 900),
    dose(code, '50-79', 400),
    dose(code, '80-plus', 70),
  ]);
  const whole = (oldest: number) => [
    dose(DISTRICT, '16-79', 2600, 'borough'),
    dose(DISTRICT, '80-plus', oldest, 'borough'),
  ];
  const same = samePeopleOf('covid-19-dose-1');
  expect(disagreementsIn([...small, ...whole(140)], same, district)).toEqual([]);
  expect(disagreementsIn([...small, ...whole(141)], same, district)[0]).toMatchObject({
    areaCode: DISTRICT,
    expected: expect.stringContaining('2 MSOAs together'),
  });
});
