/** People counted between two dates, from the counts so far that are published for both. Pure. */
import type { Estimate } from '../../contract/estimate.ts';
import type { NewPeople } from '../../contract/over-time-replies.ts';
import { countsRoundingTo, rangeOfRest } from '../../stats/least-favourable.ts';

/** A count so far and the date it stands at. */
export interface CountedBy {
  readonly period: string;
  readonly estimate: Estimate;
}

/**
 * @param roundedTo what counts are rounded to the nearest of; null where they are not.
 * @returns nothing where either count is not shown, or where the later one is smaller: a count that was revised.
 */
export function newPeople(
  before: CountedBy | undefined,
  now: CountedBy,
  roundedTo: number | null,
): NewPeople | undefined {
  const [then, since] = [before && countOf(before.estimate), countOf(now.estimate)];
  if (before === undefined || then === undefined || since === undefined || since < then) return undefined;
  const counted = { people: since - then, since: before.period };
  if (roundedTo === null) return counted;
  return {
    ...counted,
    ...rangeOfRest(countsRoundingTo(since, roundedTo), countsRoundingTo(then, roundedTo)),
  };
}

const countOf = (estimate: Estimate) => (estimate.status === 'shown' ? estimate.numerator : undefined);
