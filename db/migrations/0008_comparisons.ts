import { type Kysely, sql } from 'kysely';

/** What each release found of every comparison it judged, of the lists they stand in, and what looking up needs. */
const tables = {
  judgement: `(
    release_id integer primary key, rule integer not null,
    real_share double precision not null, synthetic_share double precision not null)`,
  judged_list: `(
    release_id integer not null, sort text not null, name text not null, making text not null,
    compared integer not null, p double precision not null, selected boolean not null,
    primary key (release_id, sort, name, making))`,
  comparison: `(
    release_id integer not null, comparison text not null, indicator text not null, area_code text not null,
    p double precision, verdict text not null, could_be_chance boolean not null, compared integer not null,
    primary key (release_id, comparison), check ((verdict = 'not-compared') = (p is null)))`,
};

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, columns] of Object.entries(tables)) {
    await sql.raw(`create table release.${name} ${columns}`).execute(db);
    await sql
      .raw(
        `create trigger immutable before update or delete on release.${name}
          for each statement execute function release.refuse_change()`,
      )
      .execute(db);
    await sql.raw(`grant select on release.${name} to release_reader`).execute(db);
  }
}
