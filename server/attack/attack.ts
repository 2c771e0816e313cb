/** Tries to undo the protection through the public API: gathers, adds and subtracts, and says what it can infer. */
import { cellsIn } from '../disclosure/table/layout.ts';
import type { Api } from './api.ts';
import { doseTargetsOf } from './dose-targets.ts';
import type { Knowledge } from './facts.ts';
import { gather } from './gather.ts';
import { type Finding, judge } from './judge.ts';
import { countTargetsOf } from './targets.ts';

interface AttackOptions extends Knowledge {
  readonly log: (line: string) => void;
  readonly now: () => number;
  /** Seconds to spend on linear programs, the last resort. */
  readonly seconds: number;
}

export interface AttackReport {
  readonly requests: number;
  readonly figures: number;
  readonly cells: number;
  /** Cells that official figures were found to give exactly. */
  readonly official: number;
  /** Cells whose count was not inferred to lie beyond the small ones, nor to be nobody. */
  readonly open: number;
  readonly programs: number;
  /** Small counts inferred exactly. */
  readonly exact: readonly Finding[];
  /** Small counts inferred to be below four, though not exactly. */
  readonly belowFour: readonly Finding[];
  /** Counts inferred to be below four that may be nobody: those are no small counts, if they are. */
  readonly fewOrNobody: readonly Finding[];
  /**
   * Small counts that nobody publishes: inferred exactly, as in a wider age band; of people between two dates or doses also
   * inferred to be somebody and below four.
   */
  readonly unpublished: readonly Finding[];
  /** What is served contradicts itself there. */
  readonly contradictions: readonly string[];
}

/**
 * Gathers everything and judges every cell of every protected table, in every release.
 *
 * @throws Error where the API does not answer.
 */
export async function attack(api: Api, options: AttackOptions): Promise<AttackReport> {
  const gathered = await gather(api, options.log);
  const targets = [...countTargetsOf(gathered, options), ...doseTargetsOf(gathered, options)];
  const begun = options.now();
  const findings: Finding[] = [];
  const contradictions: string[] = [];
  let [cells, official, open, programs] = [0, 0, 0, 0];
  const all = targets.reduce((sum, { layout }) => sum + cellsIn(layout), 0);
  for (const target of targets) {
    cells += cellsIn(target.layout);
    // Every table has time for its cells, and what those before it left.
    const ends = begun + (1000 * options.seconds * cells) / all;
    const judged = await judge(target, () => options.now() < ends);
    official += target.official?.size ?? 0;
    open += judged.open;
    programs += judged.programs;
    findings.push(...judged.findings);
    if (judged.contradiction !== undefined) contradictions.push(judged.contradiction);
  }
  const published = findings.filter((one) => one.isPublished);
  return {
    requests: api.requests(),
    figures: gathered.reduce((sum, { figures }) => sum + figures.length, 0),
    cells,
    official,
    open,
    programs,
    exact: published.filter(({ lowest, highest }) => lowest === highest),
    belowFour: published.filter(({ lowest, highest }) => lowest > 0 && lowest < highest),
    fewOrNobody: published.filter(({ lowest, highest }) => lowest === 0 && lowest < highest),
    unpublished: findings.filter(
      (one) => !one.isPublished && (one.lowest === one.highest || (one.isDifference && one.lowest > 0)),
    ),
    contradictions,
  };
}
