import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { definitionsOf, listingOf } from '../../db/queries/definitions.ts';
import { documentsOf } from '../../db/queries/documents.ts';
import { comparisonsOf, judgementOf } from '../../db/queries/judgements.ts';
import {
  areasOf,
  coverageOf,
  newestRelease,
  outlineListsOf,
  type ReleaseWithVersions,
  releasesWithVersions,
  seriesOf,
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

/** What every question needs to know of a release, read once and kept: a release never changes. */
export class ReleasesInMemory {
  readonly #db: Kysely<ReleaseTables>;
  readonly #now: () => Date;
  readonly #snapshots = new LRUCache<number, Promise<Snapshot>>({ max: SNAPSHOTS });
  #day: { readonly number: number; readonly written: string } | undefined;
  #readToday: Snapshot | undefined;
  /** The releases there were when one was the newest. */
  #all: { readonly newest: number | null; readonly read: Promise<ReleaseWithVersions[]> } | undefined;
  /** The newest release as it was last told, and when. */
  #told: { readonly id: number | null; readonly at: number } | undefined;
  #asking: Promise<number | null> | undefined;
  /** Whether it was asked for and not told in time. */
  #isLate = false;
  /** Why it could not be told last time, and when; undefined where it could. */
  #fault: { readonly error: unknown; readonly at: number } | undefined;

  constructor(db: Kysely<ReleaseTables>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /**
   * Number of the newest release; null where nothing is published. While the database is away, the newest that was known.
   *
   * @throws what the database says where it is away and nothing is known.
   */
  async newest(): Promise<number | null> {
    const known = this.#told;
    if (known !== undefined && this.#fault === undefined && since(known.at) < NEWEST_FOR_MS) return known.id;
    if (this.#fault !== undefined && since(this.#fault.at) < AGAIN_AFTER_MS) {
      if (known !== undefined) return known.id;
      throw this.#fault.error;
    }
    this.#asking ??= this.#ask();
    if (known === undefined) return this.#asking;
    const asked = this.#asking;
    const late = pause(PATIENCE_MS, known.id, { ref: false }).then((id) => {
      this.#isLate ||= this.#asking === asked;
      return id;
    });
    return Promise.race([asked.catch(() => known.id), late]);
  }

  async #ask(): Promise<number | null> {
    try {
      const id = await newestRelease(this.#db);
      this.#told = { id, at: performance.now() };
      this.#fault = undefined;
      this.#isLate = false;
      return id;
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
    const newest = await this.newest();
    if (newest === null) throw new ProblemError('nothing-published', 'Nothing has been published yet.');
    const release = asked ?? newest;
    if (release > newest) {
      throw new ProblemError('not-found', `There is no release ${release}; the newest is ${newest}.`, {
        field: 'release',
      });
    }
    const snapshot = await this.#known(release);
    return asked === undefined ? this.#today(snapshot) : snapshot;
  }

  /** Every release with its versions, newest first; read again where there is a newer one. */
  async all(): Promise<readonly ReleaseWithVersions[]> {
    const newest = await this.newest();
    if (this.#all?.newest !== newest) {
      const read = releasesWithVersions(this.#db);
      this.#all = { newest, read };
      // A failure must not be remembered: the next request asks again.
      read.catch(() => {
        if (this.#all?.read === read) this.#all = undefined;
      });
    }
    return (await this.#all?.read) ?? [];
  }

  #known(release: number): Promise<Snapshot> {
    const known = this.#snapshots.get(release);
    if (known !== undefined) return known;
    const read = this.#read(release);
    this.#snapshots.set(release, read);
    read.catch(() => this.#snapshots.delete(release));
    return read;
  }

  /** One object for each release and day: others keep what they work out by it. */
  #today(snapshot: Snapshot): Snapshot {
    const asOf = this.today();
    if (this.#readToday?.release === snapshot.release && this.#readToday.asOf === asOf)
      return this.#readToday;
    this.#readToday = { ...snapshot, asOf };
    return this.#readToday;
  }

  async #read(release: number): Promise<Snapshot> {
    const versions = await versionsOf(this.#db, release);
    if (versions.length === 0)
      throw new ProblemError('not-found', `There is no release ${release}.`, { field: 'release' });
    const ids = versions.map((version) => version.id);
    const [series, coverage, areas, documents, judgement, outlines, definitions, listing] = await Promise.all(
      [
        seriesOf(this.#db, ids),
        coverageOf(this.#db, ids),
        areasOf(this.#db, ids),
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
