/** Figures of a load against each other and against what was loaded before: read once everything is in its place. */

import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';

import type { AreaType } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';
import { measures } from '../indicators/measures.ts';
import type { LiveAreas } from './known-areas.ts';
import { KEY_COLUMNS } from './observation-rows.ts';
import type { ProblemList } from './problems.ts';
import { disagreementsIn, type Said, samePeopleOf, widerAges } from './said-twice.ts';
import type { SourceFile } from './source-file.ts';
import { amongOf } from './without-denominator.ts';

/** The figures of a load: beside the table, with the rows they stand in, or known by the load's number alone. */
type Figures = 'staged' | { readonly load: number };

interface Checked {
  readonly transaction: Transaction<AllTables>;
  readonly figures: Figures;
  readonly place: Place;
  readonly areas: LiveAreas;
  readonly files: readonly SourceFile[];
  readonly problems: ProblemList;
  /** Somebody who knows the figures says that odd ones are right. */
  readonly acceptChanges: boolean;
}

/** Lists what the figures of a load, which are in their table now, say otherwise than each other or than those loaded before. */
export async function listContradictions(checked: Checked): Promise<void> {
  const { rows: touched } = await sql<Touched>`
    select distinct measure, period from ${ownRows(checked.figures)} as own`.execute(checked.transaction);
  if (touched.length === 0) return;
  await listSaidTwice(checked, touched);
  await listMoreThanAll(checked);
  await listMoreThanResidents(checked);
  await listOtherMeans(checked, touched);
  if (!checked.acceptChanges) await listNothingButZeros(checked);
}

interface Touched {
  readonly measure: string;
  readonly period: string;
}

/** The figures of the load with the rows they stand in, where those are known. */
const ownRows = (figures: Figures) =>
  figures === 'staged'
    ? sql`(select * from staged where status = 'value')`
    : sql`(select *, 0 as row from intake.observation where load_id = ${figures.load} and status = 'value')`;

const KEY = sql.raw(KEY_COLUMNS);

/** Every figure of some measures and a period, with the row of those of the load. */
const withRows = (figures: Figures, measures: readonly string[], period: string) => {
  const wanted = sql`measure in (${sql.join(measures)}) and period = ${period}`;
  return figures === 'staged'
    ? sql`(select ${KEY}, o.status, o.value, s.file, s.row
        from (select * from intake.observation where ${wanted}) o left join staged s using (${KEY}))`
    : sql`(select ${KEY}, status, value, case when load_id = ${figures.load} then file end as file,
        case when load_id = ${figures.load} then 0 end as row from intake.observation where ${wanted})`;
};

async function listSaidTwice(checked: Checked, touched: readonly Touched[]): Promise<void> {
  const { transaction, figures, place, areas } = checked;
  const asked = new Map(
    touched.flatMap(({ measure, period }) => {
      if (measures.get(measure)?.valueType !== 'count') return [];
      const same = samePeopleOf(measure).measures;
      return same.map((one) => [`${one} ${period}`, { measure: one, period, set: same[0] ?? one }] as const);
    }),
  );
  const column = (key: 'measure' | 'period' | 'set') => [...asked.values()].map((one) => one[key]);
  // Only where there is more than one table of the same people is anything said twice, or ages beside those they are made of.
  const { rows: told } = await sql<{ set: string; period: string; tables: number; bands: string[] }>`
    select set, period, count(distinct (measure, area_type, scheme))::int as tables, array_agg(distinct age_band) as bands from (
      select distinct asked.set, o.measure, o.period, o.area_type, split_part(o.ethnic_group, '/', 1) as scheme, o.age_band
      from unnest(${column('measure')}::text[], ${column('period')}::text[], ${column('set')}::text[]) as asked(measure, period, set)
      join intake.observation o using (measure, period)
      where o.overlap_code = '' and o.sex = 'all' and o.deprivation = 'all') as cells
    group by set, period`.execute(transaction);
  const twice = told.filter(({ tables, bands }) => tables > 1 || widerAges(bands).length > 0);
  for (const { set, period } of twice) {
    const same = samePeopleOf(set);
    const { rows } = await sql<Said>`
      select measure, area_type as "areaType", area_code as "areaCode", ethnic_group as "ethnicGroup",
        age_band as "ageBand", case when status = 'value' then value end as value, file, row
      from ${withRows(figures, same.measures, period)} as said
      where overlap_code = '' and sex = 'all' and deprivation = 'all'`.execute(transaction);
    const found = disagreementsIn(rows, same, {
      code: place.code,
      codes: ({ measure, areaType }) =>
        areaType === place.type ? [] : areas.codes(areaType, measures.get(measure)?.editions[areaType] ?? ''),
    });
    for (const { at, areaCode, expected } of found)
      list(checked, at, `${at.measure} ${period} ${areaCode}`, expected);
  }
}

function list(
  { problems, files }: Checked,
  at: { readonly file?: number | null; readonly row?: number | null },
  value: string,
  expected: string,
): void {
  const name = files[at.file ?? 0]?.name ?? '';
  problems.add({ file: name, ...(typeof at.row === 'number' && { row: at.row }), value, expected });
}

interface Found {
  readonly file: number;
  readonly row: number;
  readonly measure: string;
  readonly period: string;
  readonly area_code: string;
  readonly other: string;
}

/** Nobody is counted twice: those with something are at most those they are counted among. */
async function listMoreThanAll(checked: Checked): Promise<void> {
  const pairs = [
    ...amongOf(),
    ...[...measures.values()].flatMap(({ id, atMost }) =>
      atMost === undefined ? [] : [[id, atMost] as const],
    ),
  ];
  const { rows } = await sql<Found>`
    select distinct n.file, n.row, n.measure, n.period, n.area_code, d.measure as other
    from ${ownRows(checked.figures)} as n
    join unnest(${pairs.map(([counted]) => counted)}::text[], ${pairs.map(([, all]) => all)}::text[]) as pair(counted, among)
      on pair.counted = n.measure
    join intake.observation d on d.measure = pair.among and d.status = 'value' and (d.period, d.area_type, d.ethnic_group,
      d.age_band, d.sex, d.deprivation, d.area_code, d.overlap_code) = (n.period, n.area_type, n.ethnic_group, n.age_band,
      n.sex, n.deprivation, n.area_code, n.overlap_code)
    where n.value > d.value order by n.file, n.row`.execute(checked.transaction);
  for (const found of rows)
    list(
      checked,
      found,
      `${found.measure} ${found.period} ${found.area_code}`,
      `expected at most as many as of ${found.other}, among whom they are counted`,
    );
}

/** By how often the residents of an area may be outnumbered: registers hold people who moved, estimates are revised. */
const OUTNUMBERED = 2;

/** A count of one area is of people or households there, so it cannot be twice its residents. */
async function listMoreThanResidents(checked: Checked): Promise<void> {
  const counts = [...measures.values()].filter(({ valueType }) => valueType === 'count').map(({ id }) => id);
  const { rows } = await sql<Found>`
    with small as (
      select area_type, area_code, max(people) as people from (
        select measure, period, area_type, area_code, sum(value) as people from intake.observation
        where measure in ('residents', 'residents-mid-2020', 'residents-nims') and area_type in ('lsoa', 'msoa')
          and ethnic_group = 'all' and status = 'value'
        group by measure, period, area_type, area_code
        -- From birth to the oldest: of some ages alone there are fewer.
        having bool_or(age_band ~ '^(all$|0)') and bool_or(age_band ~ '^all$|-plus$') and sum(value) > 0) as tables
      group by area_type, area_code),
    people as (
      select * from small
      union all
      select link.to_type, link.to_code, sum(people) from small join intake.area_link link
        on (link.from_type, link.from_edition, link.from_code) = (small.area_type, '2021', small.area_code)
      where small.area_type = 'lsoa' and link.to_type = 'ward' group by link.to_type, link.to_code
      union all
      select ${checked.place.type}, ${checked.place.code}, sum(people) from small where area_type = 'lsoa')
    select n.file, n.row, n.measure, n.period, n.area_code, '' as other from ${ownRows(checked.figures)} as n
    join people using (area_type, area_code)
    where n.measure in (${sql.join(counts)}) and n.value > ${OUTNUMBERED} * people
    order by n.file, n.row`.execute(checked.transaction);
  for (const found of rows)
    list(
      checked,
      found,
      `${found.measure} ${found.period} ${found.area_code}`,
      'it is more than twice the residents of the area',
    );
}

/** By how much the score of a district may differ from the mean of its small areas, which the source weights by other residents. */
const SCORES_APART = 1;

async function listOtherMeans(checked: Checked, touched: readonly Touched[]): Promise<void> {
  const { transaction, figures, place } = checked;
  for (const { measure, period } of touched) {
    if (measures.get(measure)?.combine !== 'residents-mean') continue;
    const { rows } = await sql<Found>`
      with said as (select * from ${withRows(figures, [measure], period)} as all_of_it where status = 'value'),
        mean as (select avg(value) as value, min(area_type) as small from said where area_type in ('lsoa', 'msoa', 'ward'))
      select coalesce(file, 0) as file, row, measure, period, area_code, mean.small as other from said, mean
      where area_type = ${place.type} and area_code = ${place.code}
        and abs(said.value - mean.value) > ${SCORES_APART}`.execute(transaction);
    for (const found of rows)
      list(
        checked,
        found,
        `${measure} ${period} ${found.area_code}`,
        `expected about the mean of its ${areaWords(found.other as AreaType)}, within ${SCORES_APART}`,
      );
  }
}

const areaWords = (type: AreaType): string => (type === 'ward' ? 'wards' : `${type.toUpperCase()}s`);

/** So many zeros of one measure, and nothing else, are a column that was emptied rather than counted. */
const ZEROS = 5;

async function listNothingButZeros(checked: Checked): Promise<void> {
  const { rows } = await sql<{ file: number; row: number; measure: string; zeros: number }>`
    select min(file) as file, min(row) as row, measure, count(*)::int as zeros from ${ownRows(checked.figures)} as n
    group by measure having count(*) >= ${ZEROS} and min(value) = 0 and max(value) = 0`.execute(
    checked.transaction,
  );
  for (const { measure, zeros, ...at } of rows)
    list(
      checked,
      at,
      measure,
      `every one of its ${zeros} figures is 0; where nobody was counted anywhere, confirm with --accept-changes`,
    );
}
