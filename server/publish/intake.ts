/** What a dataset's next version would hold, from what is loaded. */
import { type Kysely, sql } from 'kysely';
import type { AllTables } from '../../db/desk-schema.ts';
import type { Place } from '../contract/place.ts';
import type { PolicyNumbers } from '../contract/policies.ts';
import { DOCUMENTS, GEOGRAPHY } from '../indicators/catalogue.ts';
import type { DatasetDefinition, Indicator } from '../indicators/indicator.ts';
import type { PopulationBase } from '../indicators/known-characteristics.ts';
import { Apportionment, residentMeasures } from './apportionment.ts';
import type { Content } from './content.ts';
import { deriveSeries } from './derive.ts';
import { readDocuments } from './documents.ts';
import type { FigureSource } from './figures.ts';
import type { Geography } from './geography.ts';
import { holdBack, readHeld } from './held.ts';
import { Modelling, measuresKnownExactly } from './modelling.ts';
import { measuresBehind, readTable } from './observations.ts';
import { Observed } from './observed.ts';
import { releasedAreas } from './released-areas.ts';
import type { SharingOut } from './tried-characteristics.ts';

/** What every dataset is made with. */
export interface Intake {
  readonly geography: Geography;
  readonly apportionment: Apportionment;
  readonly modelling: Modelling;
}

export async function openIntake(db: Kysely<AllTables>, place: Place): Promise<Intake> {
  const areas = await db
    .selectFrom('intake.area')
    .selectAll()
    .orderBy('type')
    .orderBy('edition')
    .orderBy('code')
    .execute();
  const links = await db
    .selectFrom('intake.area_link')
    .selectAll()
    .orderBy(sql`from_type, from_edition, to_type, to_edition, from_code, to_code`)
    .execute();
  const geography = { areas, links };
  const apportionment = new Apportionment(geography, place.code, await readTable(db, residentMeasures));
  const known = await readTable(db, measuresKnownExactly);
  return { geography, apportionment, modelling: new Modelling(apportionment, known) };
}

interface Asked {
  readonly dataset: DatasetDefinition;
  /** Its indicators. */
  readonly indicators: readonly Indicator[];
  /** What may be shown of counts of people, and the measures these are of: those are then read from nowhere else. */
  readonly shown?: { readonly source: FigureSource; readonly counted: readonly string[] };
  /** By which those are protected. */
  readonly policy?: PolicyNumbers;
  readonly toldElsewhere?: readonly string[];
  readonly place: Place;
}

export async function contentOf(
  db: Kysely<AllTables>,
  { dataset, indicators, shown, policy, toldElsewhere, place }: Asked,
  { geography, apportionment, modelling }: Intake,
): Promise<Content> {
  const held = await readHeld(
    db,
    indicators.map(({ id }) => id),
  );
  const sharedOut = new Map<string, { readonly asked: SharingOut; readonly bases: Set<PopulationBase> }>();
  async function* series() {
    for (const indicator of indicators) {
      const measures = measuresBehind(indicator).filter((measure) => !shown?.counted.includes(measure));
      const observed = new Observed(await readTable(db, measures), apportionment);
      const source = shown === undefined ? observed : shownFirst(shown.source, observed);
      const derived = deriveSeries(indicator, source, (asked, base, countsIn) => {
        const key = `${asked.from.type} ${asked.from.edition} ${asked.to}`;
        const { bases } = sharedOut.get(key) ?? { bases: new Set<PopulationBase>() };
        sharedOut.set(key, { asked, bases: bases.add(base) });
        return modelling.errorsOf(asked, base, countsIn);
      });
      yield holdBack(derived, held);
    }
  }
  const measured = () =>
    [...sharedOut.values()].flatMap(({ asked, bases }) =>
      modelling.measurementsOf(asked).map((one) => ({ ...one, isUsed: bases.has(one.base) })),
    );
  const figures = {
    dataset,
    policy,
    toldElsewhere,
    areas: [],
    boundaries: [],
    series,
    modelling: measured,
  };
  if (dataset.id === GEOGRAPHY) {
    // The place and what it lies in are areas of every release, also before any list of smaller ones.
    const anyLoad = await db.selectFrom('intake.load').select('id').limit(1).executeTakeFirst();
    const areas = anyLoad === undefined ? [] : releasedAreas(geography.areas, geography.links, place);
    return { ...figures, areas, boundaries: await readBoundaries(db) };
  }
  if (dataset.id === DOCUMENTS) {
    const documents = await readDocuments(db);
    return { ...figures, documents: documents.map(({ kind, body }) => ({ kind, body })) };
  }
  return figures;
}

/** Counts of people as they may be shown; anything else, such as residents to count them among, as observed. */
const shownFirst = (shown: FigureSource, observed: FigureSource): FigureSource => ({
  periodsOf: (measure) => {
    const periods = shown.periodsOf(measure);
    return periods.length > 0 ? periods : observed.periodsOf(measure);
  },
  figures: (...asked) => shown.figures(...asked) ?? observed.figures(...asked),
});

const readBoundaries = (db: Kysely<AllTables>) =>
  db.selectFrom('intake.boundary').selectAll().orderBy('type').orderBy('edition').orderBy('code').execute();
