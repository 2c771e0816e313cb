/** People counted between two dates, from the counts so far that are published for both. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import type { NewPeople } from '../../contract/over-time-replies.ts';
import { PROTECT } from '../../contract/policies.ts';
import { rangeOfCounted } from '../../judge/figures/counted.ts';
import { rangeOfRest } from '../../stats/least-favourable.ts';

/** A count so far and the date it stands at. */
export interface CountedBy {
  readonly period: string;
  readonly estimate: Estimate;
}

/**
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns nothing where either count is not shown, or where the later one is smaller: a count that was revised. Of few
 * people only that they are few, though both counts are shown: a 0 between them may be a 4.
 */
export function newPeople(
  before: CountedBy | undefined,
  now: CountedBy,
  roundedTo: number | null,
): NewPeople | undefined {
  const [then, until] = [before && countOf(before.estimate), countOf(now.estimate)];
  if (before === undefined || then === undefined || until === undefined || until < then) return undefined;
  const [since, people] = [before.period, until - then];
  if (roundedTo === null) return { status: 'shown', people, since };
  const range = rangeOfRest(rangeOfCounted(until, roundedTo), rangeOfCounted(then, roundedTo));
  return range.highest <= PROTECT.largestSmall
    ? { status: 'withheld', since, reason: 'fewer-than-eight' }
    : { status: 'shown', people, since, ...range };
}

const countOf = (estimate: Estimate) => (estimate.status === 'shown' ? estimate.numerator : undefined);
