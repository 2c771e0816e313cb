/** What was found out once about withholding in a table, so that it only has to be checked the next time. Pure. */
import { createHash } from 'node:crypto';
import type { PolicyNumbers } from '../contract/policies.ts';
import type { Protection, ProtectionStart } from '../disclosure/protect.ts';
import type { Table } from '../disclosure/table/table.ts';

/** Cells under secondary suppression and the witnesses that go with them. Nothing of it is trusted: all is checked. */
export interface Pattern {
  /** Of the counts and the policy it was found for; it says nothing of any others. */
  readonly digest: string;
  readonly withheld: readonly number[];
  /** For each other possible table the places that differ, each followed by how many people more. */
  readonly witnesses: readonly (readonly number[])[];
}

/** Walks find witnesses with more changes than this again by themselves, and faster than they are read. */
const MOST_CHANGES = 500;

export function patternOf({
  table,
  protection: { published, proof },
}: {
  readonly table: Table;
  readonly protection: Protection;
}): Pattern {
  return {
    digest: digestOf(table, published.policy),
    withheld: [...published.statuses.keys()].filter((cell) => published.statuses[cell] === 'secondary'),
    witnesses: proof.witnesses
      .filter(({ inner }) => inner.length <= MOST_CHANGES)
      .map(({ inner, change }) => [...inner].flatMap((place, i) => [place, change[i] ?? 0])),
  };
}

/** Where to start protecting a table: from the pattern found for the same counts under the same policy, if there is one. */
export function startFrom(
  patterns: readonly Pattern[],
  table: Table,
  policy: PolicyNumbers,
): ProtectionStart | undefined {
  const digest = patterns.length === 0 ? '' : digestOf(table, policy);
  const found = patterns.find((pattern) => pattern.digest === digest);
  return (
    found && {
      withheld: found.withheld,
      witnesses: found.witnesses.map((pairs) => ({
        inner: Int32Array.from(pairs.filter((_, i) => i % 2 === 0)),
        change: Int32Array.from(pairs.filter((_, i) => i % 2 === 1)),
      })),
    }
  );
}

function digestOf(
  { dimensions, kept, truth }: Table,
  { largestSmall, roundedTo, notBelow, edition }: PolicyNumbers,
): string {
  const about = [dimensions.map(({ codes }) => codes), largestSmall, roundedTo, notBelow, edition];
  const hash = createHash('sha256').update(JSON.stringify(about));
  for (const list of [kept?.places, truth]) if (list !== undefined) hash.update(list);
  return hash.digest('hex');
}
