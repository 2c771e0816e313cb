/** What is asked to be taken back, and which stored figures that is. */
import { type Kysely, sql } from 'kysely';
import { definitionsOf } from '../../db/queries/definitions.ts';
import { newestRelease, versionsOf } from '../../db/queries/releases.ts';
import type { AllTables, ReleaseTables, StratumKey } from '../../db/schema.ts';
import { parsePeriod } from '../contract/periods.ts';
import { feedsOf } from '../indicators/feeds.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type DatasetDefinitions, definitionsToday } from '../indicators/released-catalogue.ts';
import { catalogueIn } from './definitions.ts';

type Released = Kysely<Pick<AllTables, keyof ReleaseTables>>;

/** A figure (of one stratum, or of all of them), or every figure of a period where no area is named. */
export interface FiguresAsked {
  readonly kind: 'figures';
  readonly indicator: string;
  readonly period: string;
  readonly area?: string;
  readonly stratum?: Partial<StratumKey>;
}
export type WithdrawalScope =
  | FiguresAsked
  | { readonly kind: 'version'; readonly version: number }
  | { readonly kind: 'load'; readonly load: number };

/** Figures of an indicator, or of a version: what is left out is not looked at. */
export interface Selector extends Partial<StratumKey> {
  readonly version_id?: number;
  readonly indicator?: string;
  readonly period?: string;
  readonly area_type?: string;
  readonly area_code?: string;
}
export interface Selection {
  readonly what: string;
  readonly selectors: readonly Selector[];
  /** Whether they would be published again from what is loaded. */
  readonly isLoaded: boolean;
}

/** @throws Error naming what is not there. */
export async function selectionOf(db: Kysely<AllTables>, scope: WithdrawalScope): Promise<Selection> {
  if (scope.kind === 'figures') return figuresAsked(db, scope);
  return scope.kind === 'version' ? ofVersion(db, scope.version) : ofLoad(db, scope.load);
}

async function figuresAsked(
  db: Kysely<AllTables>,
  { indicator: id, period, area, stratum = {} }: FiguresAsked,
): Promise<Selection> {
  const released = db.$pickTables<keyof ReleaseTables>();
  const newest = await newestRelease(released);
  if (newest === null) throw new Error('nothing has been published yet');
  const { indicators } = await catalogueIn(released, newest);
  const indicator = indicators.find((one) => one.id === id);
  if (indicator === undefined)
    throw new Error(
      `there is no indicator "${id}"; /api/v1/indicators lists them, and so does the page /data`,
    );
  const parts = { period, ...(area !== undefined && { area_code: area }), ...stratum };
  const name = area === undefined ? undefined : await nameOf(released, newest, area);
  const words = [
    indicator.title,
    parsePeriod(period)?.label ?? period,
    name ?? 'all areas',
    ...Object.values(stratum),
  ];
  return {
    what: words.join(', '),
    selectors: indicators.filter(saysTheSameAs(indicator)).map((one) => ({ indicator: one.id, ...parts })),
    isLoaded: true,
  };
}

/** A count is said by every indicator that counts the same: as a share, on another denominator, as those without. */
const saysTheSameAs = (indicator: Indicator) => (other: Indicator) =>
  other.measure === indicator.measure ||
  (indicator.countTable !== undefined && other.countTable?.id === indicator.countTable.id) ||
  (indicator.doseTable !== undefined &&
    other.doseTable?.id === indicator.doseTable.id &&
    other.doseTable.dose === indicator.doseTable.dose);

async function nameOf(db: Released, release: number, code: string): Promise<string> {
  const versions = (await versionsOf(db, release)).map(({ id }) => id);
  const area = await db
    .selectFrom('release.area')
    .select('name')
    .where('code', '=', code)
    .where('version_id', 'in', versions)
    .executeTakeFirst();
  if (area === undefined) throw new Error(`there is no area "${code}"; /api/v1/areas lists them`);
  return area.name;
}

async function ofVersion(db: Kysely<AllTables>, version: number): Promise<Selection> {
  const found = await db
    .selectFrom('release.version')
    .select(['dataset', 'published_at', 'estimates'])
    .where('id', '=', version)
    .executeTakeFirst();
  if (found === undefined) throw new Error(`there is no version ${version}; the page /data lists them`);
  if (found.estimates === 0)
    throw new Error(
      `version ${version} (${found.dataset}) holds no figures: load the right ${found.dataset} and publish it`,
    );
  const what = `Version ${version} of ${definitionsToday(found.dataset).title}, published on ${found.published_at.slice(0, 10)}`;
  return { what, selectors: [{ version_id: version }], isLoaded: true };
}

interface Origin {
  readonly version: number;
  readonly measure: string;
  readonly period: string;
  readonly area_type: string;
  /** Null where all areas of the type came from the load. */
  readonly areas: readonly string[] | null;
}

/**
 * Every figure that observations of a load are part of, in the versions that were made of it: of an area where its own were
 * loaded, of all areas where theirs were made of others. What only placed people, such as the tenths behind fifths, is told by
 * its own indicators.
 */
async function ofLoad(db: Kysely<AllTables>, load: number): Promise<Selection> {
  const found = await db
    .selectFrom('intake.load')
    .select(['title', 'loaded_at'])
    .where('id', '=', load)
    .executeTakeFirst();
  if (found === undefined) throw new Error(`there is no load ${load}; the page /data lists them`);
  const origins = await originsOf(db, load);
  const observed = await observedTypes(db, origins);
  const byVersion = Map.groupBy(origins, ({ version }) => version);
  const definitions = await definitionsOf<DatasetDefinitions>(db.$pickTables<keyof ReleaseTables>(), [
    ...byVersion.keys(),
  ]);
  return {
    what: `Load ${load} (${found.title}), of ${found.loaded_at.slice(0, 10)}`,
    selectors: [...byVersion].flatMap(([version, own]) =>
      (definitions.get(version)?.indicators ?? []).flatMap((indicator) =>
        selectorsOf(indicator, own, observed).map((one) => ({ ...one, version_id: version })),
      ),
    ),
    isLoaded: await isStillLoaded(db, load),
  };
}

const isStillLoaded = async (db: Kysely<AllTables>, load: number): Promise<boolean> =>
  (await db
    .selectFrom('intake.observation')
    .select('load_id')
    .where('load_id', '=', load)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** As each version has it; of one from before that was kept, as it is loaded still. */
async function originsOf(db: Kysely<AllTables>, load: number): Promise<Origin[]> {
  const { rows } = await sql<Origin>`
    select version_id as version, measure, period, area_type, areas from release.provenance where load_id = ${load}
    union all
    select version_id, measure, period, area_type, jsonb_agg(distinct area_code)
    from release.load join intake.observation using (load_id)
    where load_id = ${load} and version_id not in (select version_id from release.provenance)
    group by version_id, measure, period, area_type`.execute(db);
  return rows;
}

/** Which kinds of areas each measure and period is observed for; those of any other are made of them. */
async function observedTypes(
  db: Kysely<AllTables>,
  origins: readonly Origin[],
): Promise<ReadonlySet<string>> {
  const measures = [...new Set(origins.map(({ measure }) => measure))];
  const { rows } = await sql<TypeKey>`
    select measure, period, area_type from release.provenance where measure = any(${measures}::text[])
    union select measure, period, area_type from intake.observation where measure = any(${measures}::text[])`.execute(
    db,
  );
  return new Set(rows.map(typeKey));
}
type TypeKey = Pick<Origin, 'measure' | 'period' | 'area_type'>;
const typeKey = ({ measure, period, area_type }: TypeKey) => `${measure}|${period}|${area_type}`;

function selectorsOf(
  indicator: Indicator,
  origins: readonly Origin[],
  observed: ReadonlySet<string>,
): Selector[] {
  return feedsOf(indicator)
    .filter((feed) => feed.as !== 'placed-by')
    .flatMap(({ measure, period }) =>
      origins
        .filter(
          (origin) => origin.measure === measure && (typeof period !== 'string' || origin.period === period),
        )
        .flatMap((origin) => {
          // Of a fixed day, or of people who are always the same, every period of the indicator is made.
          const about = { indicator: indicator.id, ...(period === undefined && { period: origin.period }) };
          const made = indicator.areaTypes.filter(
            (area_type) => !observed.has(typeKey({ ...origin, area_type })),
          );
          const own = { ...about, area_type: origin.area_type };
          return [
            ...(origin.areas === null ? [own] : origin.areas.map((area_code) => ({ ...own, area_code }))),
            ...made.map((area_type) => ({ ...about, area_type })),
          ];
        }),
    );
}
