/** Judges a new release: every comparison its pages open with, over all its datasets together. */

import type { Transaction } from 'kysely';
import type { Database } from '../../db/connect.ts';
import { copyPieces } from '../../db/copy-format.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { documentsOf } from '../../db/queries/documents.ts';
import { estimatesOfMap, estimatesToJudge } from '../../db/queries/estimates.ts';
import { judgementOf } from '../../db/queries/judgements.ts';
import {
  coverageOf,
  newestRelease,
  selectAreas,
  selectSeries,
  versionsOf,
} from '../../db/queries/releases.ts';
import type { ReleaseTables } from '../../db/schema.ts';
import type { Place } from '../contract/place.ts';
import type { Candidate } from '../judge/candidate.ts';
import { candidatesOfRelease, figuresOfRelease, questionsOfRelease } from '../judge/candidates/of-release.ts';
import { isTested } from '../judge/figures/two-figures.ts';
import type { BreakdownContext } from '../judge/groups/group-breakdown.ts';
import { wardFifthsOf, wardScoresOf } from '../judge/groups/ward-fifths.ts';
import { type Judged, judgeTogether } from '../judge/judge.ts';
import { RULE } from '../judge/judgement.ts';
import { snapshotOf } from '../judge/release/snapshot.ts';
import { catalogueIn } from './definitions.ts';

interface Options {
  readonly database: Database<AllTables>;
  readonly place: Place;
}
type Released = Transaction<Pick<AllTables, keyof ReleaseTables>>;

/** Whether the newest release was judged by the rule there is now; true where nothing was ever published. */
export async function isJudgedByThisRule(transaction: Transaction<AllTables>): Promise<boolean> {
  const db = releasedIn(transaction);
  const newest = await newestRelease(db);
  return newest === null || (await judgementOf(db, newest))?.rule === RULE;
}

export async function judgeRelease(
  transaction: Transaction<AllTables>,
  release: number,
  { database, place }: Options,
): Promise<void> {
  const candidates = await candidatesIn(transaction, release, place);
  const judged = judgeTogether(candidates);
  const { real, synthetic } = judged.thresholds;
  await transaction
    .insertInto('release.judgement')
    .values({ release_id: release, rule: RULE, real_share: real, synthetic_share: synthetic })
    .execute();
  await writeLists(release, judged, database);
  await writeComparisons(release, candidates, judged, database);
}

/** Every comparison a release opens with, as its figures stand now. */
export async function candidatesIn(
  transaction: Transaction<AllTables>,
  release: number,
  place: Place,
): Promise<Candidate[]> {
  const db = releasedIn(transaction);
  const context = await contextOf(db, release, place);
  const questions = questionsOfRelease(context.snapshot.catalogue.indicators, context);
  const rows = await estimatesToJudge(db, figuresOfRelease(questions));
  return candidatesOfRelease(questions, rows, context);
}

const releasedIn = (transaction: Transaction<AllTables>): Released =>
  transaction.$pickTables<keyof ReleaseTables>();

async function contextOf(db: Released, release: number, place: Place): Promise<BreakdownContext> {
  const versions = await versionsOf(db, release);
  const ids = versions.map(({ id }) => id);
  const [series, coverage, areas] = [
    await selectSeries(db, ids),
    await coverageOf(db, ids),
    await selectAreas(db, ids),
  ];
  const catalogue = await catalogueIn(db, release);
  const documents = await documentsOf(db, ids);
  const snapshot = snapshotOf({ release, versions, catalogue, areas, series, coverage, documents });
  const scores = wardScoresOf(snapshot);
  const wardFifths = wardFifthsOf(scores === undefined ? [] : await estimatesOfMap(db, scores, place));
  return { snapshot, place, wardFifths };
}

async function writeLists(release: number, { lists }: Judged, database: Database<AllTables>): Promise<void> {
  const columns = ['release_id', 'sort', 'name', 'making', 'compared', 'p', 'selected'];
  const rows = lists.map(({ sort, name, making, compared, p, selected }) => [
    release,
    sort,
    name,
    making,
    compared,
    p,
    String(selected),
  ]);
  await database.copyIn('release.judged_list', columns, copyPieces(rows));
}

const COMPARISON_COLUMNS = [
  'release_id',
  'comparison',
  'indicator',
  'area_code',
  'p',
  'verdict',
  'could_be_chance',
  'compared',
];

async function writeComparisons(
  release: number,
  candidates: readonly Candidate[],
  { answers }: Judged,
  database: Database<AllTables>,
): Promise<void> {
  const rows = candidates.map(({ id, comparison, outcome }) => {
    const answer = answers.get(id);
    if (answer === undefined) throw new Error(`"${id}" was judged without an answer`);
    const { verdict, couldBeChance, compared } = answer;
    const p = isTested(outcome) ? outcome.p : null;
    return [release, id, comparison.indicator, comparison.area, p, verdict, String(couldBeChance), compared];
  });
  await database.copyIn('release.comparison', COMPARISON_COLUMNS, copyPieces(rows));
}
