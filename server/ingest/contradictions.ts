/** Figures of a load against each other and against what was loaded before: read once everything is in its place. */
import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import type { Place } from '../contract/place.ts';
import { measures } from '../indicators/measures.ts';
import type { LiveAreas } from './known-areas.ts';
import type { ProblemList } from './problems.ts';
import { disagreementsIn, type Said, samePeopleOf } from './said-twice.ts';
import type { SourceFile } from './source-file.ts';
import { amongOf } from './without-denominator.ts';

/** The figures of a load: beside the table, with the rows they stand in, or known by the load's number alone. */
export type Figures = 'staged' | { readonly load: number };

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
  await listSaidTwice(checked);
  await listMoreThanAll(checked);
  await listMoreThanResidents(checked);
  await listOtherMeans(checked);
  if (!checked.acceptChanges) await listNothingButZeros(checked);
}

const touched = (figures: Figures) =>
  figures === 'staged'
    ? sql`(select distinct measure, period from staged)`
    : sql`(select distinct measure, period from intake.observation where load_id = ${figures.load})`;

/** Every figure with the row it stands in, where it is one of the load. */
const withRows = (figures: Figures) =>
  figures === 'staged'
    ? sql`select o.*, s.file, s.row from intake.observation o left join staged s using
        (measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code, overlap_code)`
    : sql`select o.*, case when load_id = ${figures.load} then 0 end as file,
        case when load_id = ${figures.load} then 0 end as row from intake.observation o`;

/** Each measure that can be held against another, or against its own small areas, with the first of those. */
const setOf = (): { measure: string; set: string }[] =>
  [...measures.values()]
    .filter(({ combine, editions }) => combine === 'sum' || Object.keys(editions).length === 0)
    .map(({ id }) => ({ measure: id, set: samePeopleOf(id).measures[0] ?? id }));

async function listSaidTwice(checked: Checked): Promise<void> {
  const { transaction, figures, place, areas } = checked;
  const sets = setOf();
  const known = sql`unnest(${sets.map(({ measure }) => measure)}::text[], ${sets.map(({ set }) => set)}::text[]) as known(measure, set)`;
  // Only where there is more than one table of the same people is anything said twice.
  const { rows: twice } = await sql<{ set: string; period: string }>`
    select known.set, period from (
      select distinct measure, period, area_type, split_part(ethnic_group, '/', 1) as scheme
      from intake.observation where overlap_code = '' and sex = 'all' and deprivation = 'all' and period in
        (select period from ${touched(figures)} as touched)) as tables
    join ${known} using (measure)
    where (set, period) in (select other.set, period from ${touched(figures)} as touched
      join unnest(${sets.map(({ measure }) => measure)}::text[], ${sets.map(({ set }) => set)}::text[]) as other(measure, set) using (measure))
    group by known.set, period having count(*) > 1`.execute(transaction);
  for (const { set, period } of twice) {
    const same = samePeopleOf(set);
    const { rows } = await sql<Said>`
      select measure, area_type as "areaType", area_code as "areaCode", ethnic_group as "ethnicGroup",
        age_band as "ageBand", case when status = 'value' then value end as value, file, row
      from (${withRows(figures)}) as said
      where measure in (${sql.join(same.measures)}) and period = ${period}
        and overlap_code = '' and sex = 'all' and deprivation = 'all'`.execute(transaction);
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

const ownRows = (figures: Figures) =>
  sql`select * from (${withRows(figures)}) as said where row is not null and status = 'value'`;

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
    from (${ownRows(checked.figures)}) as n
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
        having bool_or(age_band ~ '^(all$|0)') and bool_or(age_band ~ '^all$|-plus$')) as tables
      group by area_type, area_code),
    people as (
      select * from small
      union all
      select link.to_type, link.to_code, sum(people) from small join intake.area_link link
        on (link.from_type, link.from_edition, link.from_code) = (small.area_type, '2021', small.area_code)
      where small.area_type = 'lsoa' and link.to_type = 'ward' group by link.to_type, link.to_code
      union all
      select ${checked.place.type}, ${checked.place.code}, sum(people) from small where area_type = 'lsoa')
    select n.file, n.row, n.measure, n.period, n.area_code, '' as other from (${ownRows(checked.figures)}) as n
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

async function listOtherMeans(checked: Checked): Promise<void> {
  const means = [...measures.values()]
    .filter(({ combine }) => combine === 'residents-mean')
    .map(({ id }) => id);
  const { rows } = await sql<Found>`
    with mean as (
      select measure, period, avg(value) as value, min(area_type) as area_type from intake.observation
      where measure in (${sql.join(means)}) and area_type in ('lsoa', 'msoa', 'ward') and status = 'value'
      group by measure, period)
    select n.file, n.row, n.measure, n.period, n.area_code, mean.area_type as other
    from (select * from (${withRows(checked.figures)}) as said where status = 'value') as n
    join mean using (measure, period)
    where n.area_type = ${checked.place.type} and n.area_code = ${checked.place.code}
      and (measure, period) in (select measure, period from ${touched(checked.figures)} as touched)
      and abs(n.value - mean.value) > ${SCORES_APART}`.execute(checked.transaction);
  for (const found of rows)
    list(
      checked,
      found,
      `${found.measure} ${found.period} ${found.area_code}`,
      `expected about the mean of its ${areaWords(found.other as AreaType)}, within ${SCORES_APART}`,
    );
}

const areaWords = (type: AreaType): string => (type === 'ward' ? 'wards' : `${type.toUpperCase()}s`);

/** So many zeros of one measure, and nothing else, are a column that was emptied rather than counted. */
const ZEROS = 5;

async function listNothingButZeros(checked: Checked): Promise<void> {
  const { rows } = await sql<{ file: number; row: number; measure: string; zeros: number }>`
    select min(file) as file, min(row) as row, measure, count(*)::int as zeros from (${ownRows(checked.figures)}) as n
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
