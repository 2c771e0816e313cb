import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { definitionsOf, listingOf } from '../../db/queries/definitions.ts';
import { documentsOf } from '../../db/queries/documents.ts';
import { comparisonsOf, judgementOf } from '../../db/queries/judgements.ts';
import {
  coverageOf,
  outlineListsOf,
  type ReleaseWithVersions,
  releasesWithVersions,
  selectAreas,
  selectSeries,
  servedNow,
  versionsOf,
} from '../../db/queries/releases.ts';
import type { ReleaseTables } from '../../db/schema.ts';
import type { Answer } from '../contract/answer.ts';
import { dayOfInstant } from '../contract/days.ts';
import { ProblemError } from '../errors.ts';
import {
  type DatasetDefinitions,
  type Listing,
  releasedCatalogue,
} from '../indicators/released-catalogue.ts';
import { type Judgement, NOT_JUDGED } from '../judge/judgement.ts';
import { type Snapshot, snapshotOf } from '../judge/release/snapshot.ts';

async function judgementIn(db: Kysely<ReleaseTables>, release: number): Promise<Judgement> {
  const found = await judgementOf(db, release);
  if (found === undefined) return NOT_JUDGED;
  const comparisons = await comparisonsOf(db, release);
  const answers = comparisons.map(
    ({ comparison, p, verdict, could_be_chance, compared }): [string, Answer] => [
      comparison,
      {
        comparison,
        verdict,
        couldBeChance: could_be_chance,
        compared,
        judged: 'judged',
        ...(p !== null && { p }),
      },
    ],
  );
  return {
    rule: found.rule,
    answers: new Map(answers),
    thresholds: { real: found.real_share, synthetic: found.synthetic_share },
  };
}

/** Publishing is another process: this long after it a reply may still be from the release before. */
const NEWEST_FOR_MS = 1000;
/** A database that went away is asked again so soon. */
const AGAIN_AFTER_MS = 250;
/** Nobody waits longer to be told of a new release where one is known. */
const PATIENCE_MS = 250;
/** Boards compare a few releases, not dozens. */
const SNAPSHOTS = 8;

const DAY_MS = 86_400_000;

const since = (at: number) => performance.now() - at;

/** What is served: it changes with a new release, and when something is taken out of those there are. */
export interface Served {
  readonly newest: number | null;
  readonly withdrawals: number;
}

const editionOf = ({ newest, withdrawals }: Served) => `${newest}.${withdrawals}`;

/** What every question needs to know of a release, read once and kept until something is withdrawn. */
export class ReleasesInMemory {
  readonly #db: Kysely<ReleaseTables>;
  readonly #now: () => Date;
  readonly #snapshots = new LRUCache<string, Promise<Snapshot>>({ max: SNAPSHOTS });
  #day: { readonly number: number; readonly written: string } | undefined;
  #readToday: { readonly of: Snapshot; readonly read: Snapshot } | undefined;
  /** The releases there were when this was served. */
  #all: { readonly edition: string; readonly read: Promise<ReleaseWithVersions[]> } | undefined;
  /** What is served as it was last told, and when. */
  #told: { readonly served: Served; readonly at: number } | undefined;
  #asking: Promise<Served> | undefined;
  /** Whether it was asked for and not told in time. */
  #isLate = false;
  /** Why it could not be told last time, and when; undefined where it could. */
  #fault: { readonly error: unknown; readonly at: number } | undefined;

  constructor(db: Kysely<ReleaseTables>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** Number of the newest release; null where nothing is published. */
  async newest(): Promise<number | null> {
    return (await this.#served()).newest;
  }

  /** Another one once anything that is served is otherwise. */
  async edition(): Promise<string> {
    return editionOf(await this.#served());
  }

  /**
   * While the database is away, what was known.
   *
   * @throws what the database says where it is away and nothing is known.
   */
  async #served(): Promise<Served> {
    const known = this.#told;
    if (known !== undefined && this.#fault === undefined && since(known.at) < NEWEST_FOR_MS)
      return known.served;
    if (this.#fault !== undefined && since(this.#fault.at) < AGAIN_AFTER_MS) {
      if (known !== undefined) return known.served;
      throw this.#fault.error;
    }
    this.#asking ??= this.#ask();
    if (known === undefined) return this.#asking;
    const asked = this.#asking;
    const late = pause(PATIENCE_MS, known.served, { ref: false }).then((served) => {
      this.#isLate ||= this.#asking === asked;
      return served;
    });
    return Promise.race([asked.catch(() => known.served), late]);
  }

  async #ask(): Promise<Served> {
    try {
      const served = await servedNow(this.#db);
      this.#told = { served, at: performance.now() };
      this.#fault = undefined;
      this.#isLate = false;
      return served;
    } catch (error) {
      this.#fault = { error, at: performance.now() };
      throw error;
    } finally {
      this.#asking = undefined;
    }
  }

  /** How long nobody has told the newest release, in seconds; undefined where the database answers. */
  secondsStale(): number | undefined {
    if (this.#told === undefined) return undefined;
    const isAway = this.#fault !== undefined || this.#isLate;
    return isAway ? Math.floor(since(this.#told.at) / 1000) : undefined;
  }

  /** Today, the same for every reader. Asked for at every request, and written once a day. */
  today(): string {
    const now = this.#now();
    const day = Math.floor(now.getTime() / DAY_MS);
    if (this.#day?.number !== day) this.#day = { number: day, written: dayOfInstant(now) };
    return this.#day.written;
  }

  /**
   * The newest release as it reads today; one asked for by number as it read on the day it was published.
   *
   * @throws ProblemError where there is no such release, or none at all.
   */
  async snapshot(asked: number | undefined): Promise<Snapshot> {
    const served = await this.#served();
    const { newest } = served;
    if (newest === null) throw new ProblemError('nothing-published', 'Nothing has been published yet.');
    const release = asked ?? newest;
    if (release > newest) {
      throw new ProblemError('not-found', `There is no release ${release}; the newest is ${newest}.`, {
        field: 'release',
      });
    }
    const snapshot = await this.#known(release, served);
    return asked === undefined ? this.#today(snapshot) : snapshot;
  }

  /** Every release with its versions, newest first; read again where what is served is another. */
  async all(): Promise<readonly ReleaseWithVersions[]> {
    const edition = await this.edition();
    if (this.#all?.edition !== edition) {
      const read = releasesWithVersions(this.#db);
      this.#all = { edition, read };
      // A failure must not be remembered: the next request asks again.
      read.catch(() => {
        if (this.#all?.read === read) this.#all = undefined;
      });
    }
    return (await this.#all?.read) ?? [];
  }

  #known(release: number, { withdrawals }: Served): Promise<Snapshot> {
    const key = `${release}.${withdrawals}`;
    const known = this.#snapshots.get(key);
    if (known !== undefined) return known;
    const read = this.#read(release, withdrawals);
    this.#snapshots.set(key, read);
    read.catch(() => this.#snapshots.delete(key));
    return read;
  }

  /** One object for each release and day: others keep what they work out by it. */
  #today(snapshot: Snapshot): Snapshot {
    const asOf = this.today();
    const known = this.#readToday;
    if (known?.of === snapshot && known.read.asOf === asOf) return known.read;
    this.#readToday = { of: snapshot, read: { ...snapshot, asOf } };
    return this.#readToday.read;
  }

  async #read(release: number, withdrawals: number): Promise<Snapshot> {
    const versions = await versionsOf(this.#db, release);
    if (versions.length === 0)
      throw new ProblemError('not-found', `There is no release ${release}.`, { field: 'release' });
    const ids = versions.map((version) => version.id);
    const [series, coverage, areas, documents, judgement, outlines, definitions, listing] = await Promise.all(
      [
        selectSeries(this.#db, ids),
        coverageOf(this.#db, ids),
        selectAreas(this.#db, ids),
        documentsOf(this.#db, ids),
        judgementIn(this.#db, release),
        outlineListsOf(this.#db, ids),
        definitionsOf<DatasetDefinitions>(this.#db, ids),
        listingOf<Listing>(this.#db, release),
      ],
    );
    const catalogue = releasedCatalogue(versions, definitions, listing);
    return snapshotOf({
      release,
      withdrawals,
      versions,
      catalogue,
      areas,
      series,
      coverage,
      documents,
      judgement,
      outlines,
    });
  }
}
