/** Areas, links and outlines: a few thousand at most, so one statement per kind takes them as JSON. */
import { sql, type Transaction } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { GeographyItem } from './source.ts';

/** @returns how many are new or differ from what was loaded before. */
export async function mergeAreas(
  transaction: Transaction<AllTables>,
  items: readonly GeographyItem[],
): Promise<number> {
  const isNamed = (item: GeographyItem) => item.kind === 'area' && item.name !== '';
  // Where one row names an area and another does not, the name stands.
  const areas = lastOf(
    items.toSorted((a, b) => Number(isNamed(a)) - Number(isNamed(b))),
    'area',
  );
  const names = lastOf(items, 'known-as');
  const links = lastOf(items, 'link');
  const boundaries = lastOf(items, 'boundary');
  const statements = [
    sql`insert into intake.area (type, edition, code, name)
      select type, edition, code, coalesce(nullif(name, ''), code)
      from jsonb_to_recordset(${areas}::jsonb) as item(type text, edition text, code text, name text)
      on conflict (type, edition, code) do update set name = excluded.name
      where intake.area.name is distinct from excluded.name and excluded.name <> excluded.code`,
    sql`update intake.area as area set known_as = item.name
      from jsonb_to_recordset(${names}::jsonb) as item(type text, edition text, code text, name text)
      where (area.type, area.edition, area.code) = (item.type, item.edition, item.code)
      and area.known_as is distinct from item.name`,
    sql`insert into intake.area_link
      select "from" ->> 'type', "from" ->> 'edition', "from" ->> 'code',
        "to" ->> 'type', "to" ->> 'edition', "to" ->> 'code', weight
      from jsonb_to_recordset(${links}::jsonb) as item("from" jsonb, "to" jsonb, weight double precision)
      on conflict (from_type, from_edition, to_type, to_edition, from_code, to_code)
      do update set weight = excluded.weight
      where intake.area_link.weight is distinct from excluded.weight`,
    sql`insert into intake.boundary (type, edition, code, geometry)
      select type, edition, code, geometry
      from jsonb_to_recordset(${boundaries}::jsonb) as item(type text, edition text, code text, geometry jsonb)
      on conflict (type, edition, code) do update set geometry = excluded.geometry
      where intake.boundary.geometry is distinct from excluded.geometry`,
  ];
  let changed = 0n;
  for (const statement of statements) changed += (await statement.execute(transaction)).numAffectedRows ?? 0n;
  return Number(changed);
}

/** The items of one kind as JSON; where a key comes twice (an area named by every row of a lookup) the last stands. */
function lastOf(items: readonly GeographyItem[], kind: GeographyItem['kind']): string {
  const last = new Map(items.filter((item) => item.kind === kind).map((item) => [keyOf(item), item]));
  return JSON.stringify([...last.values()]);
}

function keyOf(item: GeographyItem): string {
  if (item.kind !== 'link') return `${item.type} ${item.edition} ${item.code}`;
  return [item.from, item.to].map(({ type, edition, code }) => `${type} ${edition} ${code}`).join(' ');
}
