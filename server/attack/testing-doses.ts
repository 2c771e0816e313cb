/** A few wards, groups and ages of the table of doses, all of them many but some. */
import type { Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { ethnicSchemes, nestedEthnicSchemes } from '../contract/dimensions.ts';
import { doseTableOf, VACCINATION_DATASET } from '../indicators/dose-tables.ts';
import { load, testPlace } from '../ingest/testing.ts';
import { runPublish } from '../publish/run.ts';
import { loadWards } from './testing-shape.ts';

const { id: TABLE, ageBands, doses, schemes } = doseTableOf('covid-19-vaccination');
const wards = new Map([
  ['W1', 'North'],
  ['W2', 'North'],
  ['W3', 'South'],
]);
/** Every ward is a small area too. */
const msoaOf = (ward: string) => ward.replace('W', 'M');
const DATES = ['2021-03-31', '2021-06-30'] as const;
const WEEK = '2021-01-07';

/** People with a first and a second dose. */
type Counts = readonly [first: number, second: number];
/** Counts of some cells, by ward, group, age and date; of all others there are many. */
export type FewCounts = Readonly<Record<string, Counts>>;

const [finest, wide] = schemes;
const groupsOf = (scheme: string) =>
  ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }): string => id) ?? [];
const wideOf = nestedEthnicSchemes.find(({ finer }) => finer === finest)?.groupOf ?? {};
const column = (id: string) => id.replace('-', '_');
const HEADER = ['people', ...doses.map(({ id }) => column(id))].join();
const PEOPLE = 60;

/** Loads and publishes the doses of the made-up place, and nothing else. */
export async function publishDoses(
  database: Database<AllTables>,
  few: FewCounts,
  options: { readonly rulesOnly?: boolean } = {},
): Promise<void> {
  const msoas = [...wards.keys()].map(
    (ward) => `msoa,2011,${msoaOf(ward)},${msoaOf(ward)},${testPlace.code}`,
  );
  await loadWards(database, wards, msoas);
  await load(database, 'dose-counts', [
    ...DATES.map((date) => ({ name: `crossed-${date}.csv`, content: crossed(few, date) })),
    { name: 'weekly.csv', content: weekly(few) },
  ]);
  await runPublish(['geography', VACCINATION_DATASET], {
    database,
    place: testPlace,
    now: () => new Date('2026-01-05T09:00:00Z'),
    ...options,
  });
}

function countsOf(few: FewCounts, ward: string, group: string, age: string, date: string): Counts {
  const many = date === DATES[0] ? ([20, 10] as const) : ([40, 25] as const);
  return few[`${ward} ${group} ${age} ${date}`] ?? many;
}

function crossed(few: FewCounts, date: string): string {
  const lines = [...wards.keys()].flatMap((ward) =>
    groupsOf(wide).flatMap((group) =>
      ageBands.map((age) =>
        [
          TABLE,
          date,
          msoaOf(ward),
          ward,
          group,
          age,
          PEOPLE,
          ...countsOf(few, ward, group, age, date),
          '',
          '',
        ].join(),
      ),
    ),
  );
  return [`table,period,msoa_code,area_code,ethnic_group,age_band,${HEADER}`, ...lines].join('\n');
}

/** All people of a wide group are of the first of its finer ones. */
function weekly(few: FewCounts): string {
  const firsts = new Set(
    Map.groupBy(groupsOf(finest), (group) => wideOf[group])
      .values()
      .map(([first]) => first),
  );
  const total = (ward: string, group: string, date: string, dose: 0 | 1) =>
    ageBands.reduce((sum, age) => sum + countsOf(few, ward, wideOf[group] ?? '', age, date)[dose], 0);
  const lines = [WEEK, ...DATES].flatMap((date) =>
    [...wards.keys()].flatMap((ward) =>
      groupsOf(finest).map((group) => {
        const isFirst = firsts.has(group);
        const own = (dose: 0 | 1) =>
          isFirst ? total(ward, group, date === WEEK ? DATES[0] : date, dose) : 0;
        const counts = date === WEEK ? [Math.floor(own(0) / 2), ''] : [own(0), own(1)];
        return [TABLE, date, ward, group, isFirst ? PEOPLE * ageBands.length : 0, ...counts, '', ''].join();
      }),
    ),
  );
  return [`table,period,area_code,ethnic_group,${HEADER}`, ...lines].join('\n');
}
