/** From true counts to what may be shown of them: rules 1 to 3, the least more withheld, and the proof of rule 4. */
import { type PublishedTable, publishedBounds, withStatus } from './bounds/published-table.ts';
import { countsWithoutWitness, witnessOf } from './feasible/check.ts';
import type { Move } from './feasible/move.ts';
import { randomWalk } from './feasible/random-walk.ts';
import { openIn, type Proof, prove } from './prove.ts';
import { exchange } from './suppress/exchange.ts';
import { type PublishedOptions, suppressPrimary } from './suppress/primary.ts';
import { restore } from './suppress/restore.ts';
import { suppressAround } from './suppress/secondary-around.ts';
import { suppressImpossible, suppressInferred } from './suppress/secondary-by-bounds.ts';
import { suppressUnsettled } from './suppress/secondary-by-search.ts';
import type { Table } from './table/table.ts';
import { EXCHANGE, PROOF, RESTORE, SECONDARY } from './tuning.ts';

export interface Protection {
  readonly published: PublishedTable;
  readonly proof: Proof;
}

/** Cells under secondary suppression, and witnesses that hold then. */
export interface ProtectionStart {
  readonly withheld: readonly number[];
  readonly witnesses: readonly Move[];
}

export interface ProtectOptions extends PublishedOptions {
  /** What was found for the same table before: it is checked, and taken where it holds. */
  readonly start?: ProtectionStart | undefined;
  /** The same seed withholds the same cells. */
  readonly seed?: number;
  readonly log?: (stage: string) => void;
}

/**
 * Decides what of a table is shown, and proves it. What is not proved is said: see `proof.inferred` and `proof.unsettled`.
 *
 * @param table true counts, in people.
 * @param options what of it is published, what of it was published before, and by which policy.
 * @returns the status of every cell, and the proof.
 * @throws Error where what was published before contradicts the table.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (secondary suppression), ch. 5 (rounding).
 * @example protect(table).proof.inferred; // []
 */
export function protect(
  table: Table,
  { seed = 1, log = () => {}, start, ...options }: ProtectOptions = {},
): Protection {
  const primary = suppressPrimary(table, options);
  log(`looking at ${primary.sensitive.size} small counts`);
  const walked = randomWalk(primary, publishedBounds(primary), new Set(primary.sensitive.keys()), seed);
  const started = start && startedFrom(primary, start, walked);
  if (started !== undefined) return started;
  const secondary = suppressSecondary(primary, walked, seed, log);
  return openIn(secondary.proof).length > 0 ? secondary : restored(primary, secondary, seed, log);
}

/** Undefined where what was found before leaves anything open. */
function startedFrom(
  primary: PublishedTable,
  { withheld, witnesses }: ProtectionStart,
  known: readonly Move[],
): Protection | undefined {
  const protection = checked(withStatus(primary, withheld, 'secondary'), [...known, ...witnesses]);
  return openIn(protection.proof).length === 0 ? protection : undefined;
}

/** Withholds until the proof holds, or gives up: first what bounds ask for, then round by round what searches do. */
function suppressSecondary(
  primary: PublishedTable,
  walked: readonly Move[],
  seed: number,
  log: (stage: string) => void,
): Protection {
  log('withholding what bounds give away');
  let published = suppressInferred(primary);
  log('looking for witnesses');
  let proof = prove(published, { known: walked, efforts: PROOF.slice(0, 1), seed });
  published = suppressImpossible(published, proof.inferred);
  const efforts = proof.unsettled.length > SECONDARY.few ? [] : PROOF;
  proof = prove(published, { efforts, known: proof.witnesses, seed: seed + 1 });
  let [before, idle] = [Number.POSITIVE_INFINITY, 0];
  for (let round = 0; round < SECONDARY.rounds; round++) {
    const open = openIn(proof);
    idle = open.length === before ? idle + 1 : 0;
    if (open.length === 0 || idle > SECONDARY.patience) break;
    before = open.length;
    log(`withholding for ${before}`);
    const effort = SECONDARY.effort(round, before);
    const more = suppressUnsettled(primary, published, open, effort, seed + 2 + round);
    published = more.published;
    const known = [...proof.witnesses, ...more.found.map(({ move }) => move)];
    proof = prove(published, { known, efforts: [] });
    if (round === 0 || openIn(proof).length === 0) continue;
    published = suppressAround(published, openIn(proof), Math.min(round, SECONDARY.reach));
    proof = prove(published, { known, efforts: PROOF, seed: seed + round });
  }
  return { published, proof };
}

/** Takes back what is not needed, and exchanges what readers need most for cheaper cells. */
function restored(
  primary: PublishedTable,
  { published, proof }: Protection,
  seed: number,
  log: (stage: string) => void,
): Protection {
  log('restoring');
  const isMuch = published.statuses.filter((status) => status === 'secondary').length > RESTORE.much;
  const known = proof.witnesses.map((move) => witnessOf(primary, move));
  const again = restore(primary, published, known, (cost) => RESTORE.effort(cost, isMuch), seed);
  log('exchanging');
  const exchanged = exchange(primary, again.published, again.witnesses, EXCHANGE, seed);
  return checked(
    exchanged.published,
    exchanged.witnesses.map(({ move }) => move),
  );
}

/** With a proof checked anew, from what is published alone. */
function checked(published: PublishedTable, witnesses: readonly Move[]): Protection {
  const unsettled = countsWithoutWitness(published, witnesses);
  return { published, proof: { inferred: [], unsettled, witnesses } };
}
