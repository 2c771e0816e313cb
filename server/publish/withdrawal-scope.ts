/** What is asked to be taken back, and which stored figures that is. */

import { type Kysely, sql } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { FigurePart } from '../../db/origin-schema.ts';
import { definitionsOf } from '../../db/queries/definitions.ts';
import { newestRelease, versionsOf } from '../../db/queries/releases.ts';
import type { ReleaseTables, StratumKey } from '../../db/schema.ts';
import type { AreaType } from '../contract/dimensions.ts';
import { parsePeriod } from '../contract/periods.ts';
import type { Place } from '../contract/place.ts';
import { DOCUMENTS } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { type DatasetDefinitions, definitionsToday } from '../indicators/released-catalogue.ts';
import { catalogueIn } from './definitions.ts';
import { originsLoaded } from './provenance.ts';
import { sumsHolding } from './withdrawn-sums.ts';

type Released = Kysely<Pick<AllTables, keyof ReleaseTables>>;

/** A figure (of one stratum, or of all of them), or every figure of a period where no area is named. */
interface FiguresAsked {
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
interface Selector extends Partial<StratumKey> {
  readonly version_id?: number;
  readonly indicator?: string;
  readonly period?: string;
  readonly area_type?: string;
  readonly area_code?: string;
}
export interface WithdrawalSelection {
  readonly what: string;
  readonly selectors: readonly Selector[];
  /** Whether they would be published again from what is loaded. */
  readonly isLoaded: boolean;
  /** What the load brought that is no figure, and is not taken back; in words. */
  readonly stays?: string;
}

/** @throws Error naming what is not there. */
export async function selectionOf(
  db: Kysely<AllTables>,
  scope: WithdrawalScope,
  place: Place,
): Promise<WithdrawalSelection> {
  if (scope.kind === 'figures') return figuresAsked(db, scope, place);
  return scope.kind === 'version' ? ofVersion(db, scope.version) : ofLoad(db, scope.load);
}

async function figuresAsked(
  db: Kysely<AllTables>,
  { indicator: id, period, area, stratum = {} }: FiguresAsked,
  place: Place,
): Promise<WithdrawalSelection> {
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
  const same = indicators.filter(saysTheSameAs(indicator));
  const sums = area === undefined ? [] : await sumsHolding(db, same, { period, area, stratum }, place);
  const words = [
    indicator.title,
    parsePeriod(period)?.label ?? period,
    name ?? 'all areas',
    ...Object.values(stratum),
  ];
  return {
    what: `${words.join(', ')}${sums.length > 0 ? ', with the sums it is part of' : ''}`,
    selectors: [...same.map((one) => ({ indicator: one.id, ...parts })), ...sums],
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

async function ofVersion(db: Kysely<AllTables>, version: number): Promise<WithdrawalSelection> {
  const found = await db
    .selectFrom('release.version')
    .select(['dataset', 'published_at', 'estimates'])
    .where('id', '=', version)
    .executeTakeFirst();
  if (found === undefined) throw new Error(`there is no version ${version}; the page /data lists them`);
  if (found.estimates === 0)
    throw new Error(
      `version ${version} (${found.dataset}) holds no figures: load the right ${found.dataset} and publish it; earlier releases keep what they were read with`,
    );
  const what = `Version ${version} of ${definitionsToday(found.dataset).title}, published on ${found.published_at.slice(0, 10)}`;
  return { what, selectors: [{ version_id: version }], isLoaded: true };
}

interface Origin {
  readonly version_id: number;
  readonly indicator: string;
  readonly part: FigurePart;
  readonly measure: string;
  readonly period: string;
  readonly is_of_figure: boolean;
  readonly area_type: AreaType;
  readonly load_id: number;
  /** Null where all areas of the type came from the load. */
  readonly areas: readonly string[] | null;
}

/**
 * Every figure that observations of a load are part of, in the versions that were made of it: of an area where its own were
 * loaded, of all areas where theirs were made of others. What only placed people, such as the tenths behind fifths, is told by
 * its own indicators.
 */
async function ofLoad(db: Kysely<AllTables>, load: number): Promise<WithdrawalSelection> {
  const found = await db
    .selectFrom('intake.load')
    .select(['source', 'title', 'loaded_at', 'brings_areas'])
    .where('id', '=', load)
    .executeTakeFirst();
  if (found === undefined) throw new Error(`there is no load ${load}; the page /data lists them`);
  const origins = await originsBeside(db, load);
  const isOfFigures = origins.some(({ load_id }) => load_id === load);
  const stays = found.source === DOCUMENTS ? WORDS_STAY : found.brings_areas ? AREAS_STAY : undefined;
  if (!isOfFigures && stays !== undefined) throw new Error(`load ${load} (${found.title}): ${stays}`);
  const observed = new Set(origins.map(typeKey));
  const definitions = await definitionsOf<DatasetDefinitions>(db.$pickTables<keyof ReleaseTables>(), [
    ...new Set(origins.map(({ version_id }) => version_id)),
  ]);
  const typesOf = (origin: Origin) =>
    definitions.get(origin.version_id)?.indicators.find(({ id }) => id === origin.indicator)?.areaTypes ?? [];
  return {
    what: `Load ${load} (${found.title}), of ${found.loaded_at.slice(0, 10)}`,
    selectors: origins
      .filter(({ load_id, part }) => load_id === load && part !== 'placed-by')
      .flatMap((origin) => selectorsOf(origin, typesOf(origin), observed)),
    isLoaded: await isStillLoaded(db, load),
    ...(stays !== undefined && { stays }),
  };
}

const WORDS_STAY =
  'documents are words that readers were shown and may have quoted, and are not taken out of releases; load the right ones and publish them: the next release has those, the earlier ones keep theirs';
const AREAS_STAY =
  'areas, links and outlines are what every figure stands on, and are not taken out of releases; load the right ones and publish, and withdraw the figures that were wrong because of them by the load, the version or the name of those';

const isStillLoaded = async (db: Kysely<AllTables>, load: number): Promise<boolean> =>
  (await db
    .selectFrom('intake.observation')
    .select('load_id')
    .where('load_id', '=', load)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** What versions made of a load are made of, that load or others; of one from before it was kept, what is loaded still. */
async function originsBeside(db: Kysely<AllTables>, load: number): Promise<Origin[]> {
  const { rows } = await sql<Origin>`select * from release.provenance where version_id in (
    select version_id from release.load where load_id = ${load})`.execute(db);
  const known = new Set(rows.map(({ version_id }) => version_id));
  const versions = await db
    .selectFrom('release.load')
    .select('version_id')
    .where('load_id', '=', load)
    .execute();
  const before = versions.map(({ version_id }) => version_id).filter((id) => !known.has(id));
  const definitions = await definitionsOf<DatasetDefinitions>(db.$pickTables<keyof ReleaseTables>(), before);
  for (const [version_id, { indicators }] of definitions) {
    const loaded = await originsLoaded(indicators).execute(db);
    rows.push(...(loaded.rows as Origin[]).map((origin) => ({ ...origin, version_id })));
  }
  return rows;
}

type TypeKey = Pick<Origin, 'version_id' | 'measure' | 'period' | 'area_type'>;
const typeKey = ({ version_id, measure, period, area_type }: TypeKey) =>
  `${version_id}|${measure}|${period}|${area_type}`;

/** @param observed for which types of area each measure and period is observed: those of any other are made of them. */
function selectorsOf(
  origin: Origin,
  areaTypes: readonly AreaType[],
  observed: ReadonlySet<string>,
): Selector[] {
  const { version_id, indicator, period, is_of_figure, area_type, areas } = origin;
  // Of a fixed day, or of people who are always the same, every period of the indicator is made.
  const about = { version_id, indicator, ...(is_of_figure && { period }) };
  const made = areaTypes.filter((type) => !observed.has(typeKey({ ...origin, area_type: type })));
  const own = { ...about, area_type };
  return [
    ...(areas === null ? [own] : areas.map((area_code) => ({ ...own, area_code }))),
    ...made.map((type) => ({ ...about, area_type: type })),
  ];
}
