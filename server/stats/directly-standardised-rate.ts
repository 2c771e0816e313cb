import { byarLower, byarUpper } from './byar.ts';
import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { firstByarCount } from './poisson-limits.ts';
import type { RateOptions } from './rate.ts';
import { finite, requirement } from './requirement.ts';

/** One age band (or age band and sex) of the population studied. */
export type RateStratum = {
  /** Events - or, where `eventsPerPerson` is given, people who had that many events. */
  readonly count: number;
  /** People in the band; above zero. */
  readonly population: number;
  /** People in the band of the standard population; zero or more. */
  readonly standardPopulation: number;
  /** How often the event befell each person counted here; 1 when left out. */
  readonly eventsPerPerson?: number;
};

type StandardisedRate = Partial<Interval> & {
  readonly events: number;
  readonly population: number;
  /** Undefined for fewer than ten events: too few to standardise. */
  readonly value?: number;
};

/**
 * Directly standardised rate with Dobson's interval: the rate the area would have with the standard
 * population's ages.
 *
 * Where one person can have several events, give one set of strata for each number of events: the interval
 * then allows for events of one person not being independent.
 *
 * @param strata every age band once (once per `eventsPerPerson`); a band without events counts zero.
 * @returns per `multiplier`; no value and no limits for fewer than ten events.
 * @throws RangeError for no strata, a negative or non-finite count, a population not above zero, a negative
 * standard population or none at all, a multiplier not above zero, or a confidence outside 0.9 to below 1.
 * @see Dobson AJ, Kuulasmaa K, Eberle E, Scherer J (1991) Confidence intervals for weighted sums of Poisson
 * parameters. Stat Med 10:457-462, on Byar's limits (Breslow & Day 1987, p. 69); several events per person:
 * Stukel TA et al (1994) Stat Med 13:1781-1791.
 * @example directlyStandardisedRate([
 *   { count: 4, population: 1000, standardPopulation: 5000 },
 *   { count: 6, population: 1000, standardPopulation: 11500 },
 * ]); // { value: 539.4, lower: 240.8, upper: 1020.1, events: 10, population: 2000 }
 */
export function directlyStandardisedRate(
  strata: readonly RateStratum[],
  { confidence = 0.95, multiplier = 100_000 }: RateOptions = {},
): StandardisedRate {
  requirement(strata.length > 0, 'directlyStandardisedRate', 'at least one stratum');
  requirement(multiplier > 0 && multiplier < Infinity, 'directlyStandardisedRate', 'a multiplier above zero');
  const z = normalDeviate(confidence, 'directlyStandardisedRate');
  let events = 0;
  let population = 0;
  let rate = 0;
  let variance = 0;
  for (const [perPerson, group] of byEventsPerPerson(strata)) {
    const sums = weightedSums(group);
    events += perPerson * sums.count;
    population = Math.max(population, sums.population);
    rate += (perPerson * sums.rate) / sums.weight;
    variance += (perPerson * perPerson * sums.variance) / (sums.weight * sums.weight);
  }
  if (events < firstByarCount) return { events, population };
  const scale = Math.sqrt(variance / events);
  const standardised = {
    events,
    population,
    value: rate * multiplier,
    lower: (rate + scale * (byarLower(events, z) - events)) * multiplier,
    upper: (rate + scale * (byarUpper(events, z) - events)) * multiplier,
  };
  return finite(standardised, 'directlyStandardisedRate');
}

/** Nearly always one event a person: then nothing is copied. */
function byEventsPerPerson(strata: readonly RateStratum[]): Iterable<[number, readonly RateStratum[]]> {
  if (strata.every(({ eventsPerPerson }) => eventsPerPerson === undefined)) return [[1, strata]];
  return Map.groupBy(strata, ({ eventsPerPerson = 1 }) => eventsPerPerson);
}

function weightedSums(strata: readonly RateStratum[]) {
  const sums = { count: 0, population: 0, weight: 0, rate: 0, variance: 0 };
  for (const { count, population, standardPopulation, eventsPerPerson = 1 } of strata) {
    requirement(count >= 0 && count < Infinity, 'directlyStandardisedRate', 'counts of zero or more');
    requirement(
      population > 0 && population < Infinity,
      'directlyStandardisedRate',
      'populations above zero',
    );
    requirement(
      standardPopulation >= 0 && standardPopulation < Infinity,
      'directlyStandardisedRate',
      'standard populations of zero or more',
    );
    requirement(
      eventsPerPerson > 0 && eventsPerPerson < Infinity,
      'directlyStandardisedRate',
      'events per person above zero',
    );
    const weight = standardPopulation / population;
    sums.count += count;
    sums.population += population;
    sums.weight += standardPopulation;
    sums.rate += weight * count;
    sums.variance += weight * weight * count;
  }
  requirement(sums.weight > 0, 'directlyStandardisedRate', 'a standard population above zero');
  return sums;
}
