/** From true counts to what may be shown of them: rules a to c, the least more withheld, and the proof of rule d. */

import {
  limitsOf,
  type PublishedOptions,
  type PublishedTable,
  publishByRule,
  withStatus,
} from './bounds/published-table.ts';
import { smallCountsWithout, witnessOf } from './feasible/check.ts';
import type { Move } from './feasible/move.ts';
import { shake } from './feasible/random-walk.ts';
import type { Effort } from './feasible/search.ts';
import { EFFORTS, type Proof, prove } from './prove.ts';
import { TOTAL_OF_ONE_DIMENSION } from './suppress/cost.ts';
import { exchangeDear } from './suppress/exchange.ts';
import { showAgain } from './suppress/restore.ts';
import { withholdAround } from './suppress/secondary-around.ts';
import { withholdImpossible, withholdTold } from './suppress/secondary-by-bounds.ts';
import { withholdUnsettled } from './suppress/secondary-by-search.ts';
import type { Table } from './table/table.ts';

export interface Protection {
  readonly published: PublishedTable;
  readonly proof: Proof;
}

/** Cells withheld for others' sake, and witnesses that hold then. */
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

/** Where more cells than this are withheld for others' sake, each gets a quick look only before it stays so. */
const MUCH = 1000;
const AGAIN: Effort = { steps: 80, choices: 150, starts: 1 };
const AGAIN_QUICKLY: Effort = { steps: 40, choices: 60, starts: 1 };
const MOST_STARTS = 10;
/** The dearer a cell, the longer the look before it stays withheld. */
const againFor = (cost: number): Effort => ({
  steps: 80,
  choices: 120,
  starts: Math.min(MOST_STARTS, 1 + Math.floor(cost / TOTAL_OF_ONE_DIMENSION)),
});
/** How hard to look for cheaper cells in the place of a dear one. */
const EXCHANGING: Effort = { steps: 160, choices: 250, starts: 4 };
/** Each round withholds for what the one before left open, and looks harder. */
const ROUNDS = 12;
/** After more rounds than this without success it gives up. */
const PATIENCE = 2;
/** Withholding all sums around helps where this many of them do, or not at all. */
const REACH = 2;
/** A long look pays where no more small counts than this are left; else withholding is nearly always what helps. */
const FEW = 300;
const harder = (round: number, left: number): Effort => ({
  steps: 80 * (1 + round),
  choices: left > FEW ? 80 : 200,
  starts: left > FEW ? 1 : 2,
});

/**
 * Decides what of a table is shown, and proves it. What is not proved is said: see `proof.told` and `proof.unsettled`.
 *
 * @param table true counts, in people.
 * @param options what of it is published, what of it was published before, and by which policy.
 * @returns the status of every cell, and the proof.
 * @throws Error where what was published before contradicts the table.
 * @see Hundepool A et al (2012) Statistical Disclosure Control, ch. 4 (secondary suppression), ch. 5 (rounding).
 * @example protect(table).proof.told; // []
 */
export function protect(
  table: Table,
  { seed = 1, log = () => {}, start, ...options }: ProtectOptions = {},
): Protection {
  const byRule = publishByRule(table, options);
  log(`looking at ${byRule.secrets.size} small counts`);
  const walked = shake(byRule, limitsOf(byRule), new Set(byRule.secrets.keys()), seed);
  const started = start && startedFrom(byRule, start, walked);
  if (started !== undefined) return started;
  log('withholding what limits tell');
  let published = withholdTold(byRule);
  log('looking for witnesses');
  let proof = prove(published, { known: walked, efforts: EFFORTS.slice(0, 1), seed });
  published = withholdImpossible(published, proof.told);
  const efforts = proof.unsettled.length > FEW ? [] : EFFORTS;
  proof = prove(published, { efforts, known: proof.witnesses, seed: seed + 1 });
  for (let [round, before, idle] = [0, Number.POSITIVE_INFINITY, 0]; round < ROUNDS; round++) {
    const left = openIn(proof).length;
    idle = left === before ? idle + 1 : 0;
    if (left === 0 || idle > PATIENCE) break;
    before = left;
    log(`withholding for ${left}`);
    const more = withholdUnsettled(byRule, published, openIn(proof), harder(round, left), seed + 2 + round);
    published = more.published;
    const known = [...proof.witnesses, ...more.found.map(({ move }) => move)];
    proof = prove(published, { known, efforts: [] });
    if (round === 0 || openIn(proof).length === 0) continue;
    published = withholdAround(published, openIn(proof), Math.min(round, REACH));
    proof = prove(published, { known, efforts: EFFORTS, seed: seed + round });
  }
  if (openIn(proof).length > 0) return { published, proof };
  log('showing again');
  const isMuch = published.statuses.filter((status) => status === 'others').length > MUCH;
  const again = showAgain(
    byRule,
    published,
    proof.witnesses.map((move) => witnessOf(byRule, move)),
    (cost) => (cost >= TOTAL_OF_ONE_DIMENSION ? againFor(cost) : isMuch ? AGAIN_QUICKLY : AGAIN),
    seed,
  );
  log('exchanging');
  const exchanged = exchangeDear(byRule, again.published, again.witnesses, EXCHANGING, seed);
  return {
    published: exchanged.published,
    proof: proofOf(
      exchanged.published,
      exchanged.witnesses.map(({ move }) => move),
    ),
  };
}

const openIn = ({ told, unsettled }: Proof): number[] => [...told, ...unsettled];

/** Undefined where what was found before leaves anything open. */
function startedFrom(
  byRule: PublishedTable,
  { withheld, witnesses }: ProtectionStart,
  known: readonly Move[],
): Protection | undefined {
  const published = withStatus(byRule, withheld, 'others');
  const proof = proofOf(published, [...known, ...witnesses]);
  return openIn(proof).length === 0 ? { published, proof } : undefined;
}

/** Checked anew, from what is published alone. */
function proofOf(published: PublishedTable, witnesses: readonly Move[]): Proof {
  return { told: [], unsettled: smallCountsWithout(published, witnesses), witnesses };
}
