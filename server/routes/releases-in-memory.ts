import type { Kysely } from 'kysely';
import { LRUCache } from 'lru-cache';
import { documentsOf } from '../../db/queries/documents.ts';
import { comparisonsOf, judgementOf } from '../../db/queries/judgements.ts';
import {
  areasOf,
  coverageOf,
  newestRelease,
  outlineListsOf,
  seriesOf,
  versionsOf,
} from '../../db/queries/releases.ts';
import type { ReleaseTables } from '../../db/schema.ts';
import type { Answer } from '../contract/answer.ts';
import { dayOfInstant } from '../contract/days.ts';
import { ProblemError } from '../errors.ts';
import { type Judgement, NOT_JUDGED } from '../judge/judgement.ts';
import { type Snapshot, snapshotOf } from '../judge/release/snapshot.ts';

async function judgementIn(db: Kysely<ReleaseTables>, release: number): Promise<Judgement> {
  const found = await judgementOf(db, release);
  if (found === undefined) return NOT_JUDGED;
  const comparisons = await comparisonsOf(db, release);
  const answers = comparisons.map(({ comparison, verdict, could_be_chance, compared }): [string, Answer] => [
    comparison,
    { comparison, verdict, couldBeChance: could_be_chance, compared, judged: 'judged' },
  ]);
  return {
    rule: found.rule,
    answers: new Map(answers),
    thresholds: { real: found.real_share, synthetic: found.synthetic_share },
  };
}

/** Publishing is another process: this long after it a reply may still be from the release before. */
const NEWEST_FOR_MS = 1000;
/** Boards compare a few releases, not dozens. */
const SNAPSHOTS = 8;

/** What every question needs to know of a release, read once and kept: a release never changes. */
export class ReleasesInMemory {
  readonly #db: Kysely<ReleaseTables>;
  readonly #now: () => Date;
  readonly #snapshots = new LRUCache<number, Promise<Snapshot>>({ max: SNAPSHOTS });
  #readToday: Snapshot | undefined;
  #newest: { readonly at: number; readonly id: Promise<number | null> } | undefined;

  constructor(db: Kysely<ReleaseTables>, now: () => Date) {
    this.#db = db;
    this.#now = now;
  }

  /** Number of the newest release; null where nothing is published. */
  newest(): Promise<number | null> {
    const at = this.#now().getTime();
    if (this.#newest === undefined || at - this.#newest.at >= NEWEST_FOR_MS) {
      const id = newestRelease(this.#db);
      this.#newest = { at, id };
      // A failure must not be remembered: the next request asks again.
      id.catch(() => {
        this.#newest = undefined;
      });
    }
    return this.#newest.id;
  }

  /** Today, the same for every reader. */
  today(): string {
    return dayOfInstant(this.#now());
  }

  /**
   * The newest release as it reads today; one asked for by number as it read on the day it was published.
   *
   * @throws ProblemError where there is no such release, or none at all.
   */
  async snapshot(asked: number | undefined): Promise<Snapshot> {
    const newest = await this.newest();
    if (newest === null) throw new ProblemError('unavailable', 'Nothing has been published yet.');
    const release = asked ?? newest;
    if (release > newest) {
      throw new ProblemError('not-found', `There is no release ${release}; the newest is ${newest}.`, {
        field: 'release',
      });
    }
    const snapshot = await this.#known(release);
    return asked === undefined ? this.#today(snapshot) : snapshot;
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
    const [series, coverage, areas, documents, judgement, outlines] = await Promise.all([
      seriesOf(this.#db, ids),
      coverageOf(this.#db, ids),
      areasOf(this.#db, ids),
      documentsOf(this.#db, ids),
      judgementIn(this.#db, release),
      outlineListsOf(this.#db, ids),
    ]);
    return snapshotOf(release, versions, series, coverage, areas, documents, judgement, outlines);
  }
}
