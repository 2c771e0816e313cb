import { byarLower, byarUpper } from './byar.ts';
import { normalDeviate } from './confidence.ts';
import { checkEvents } from './counts.ts';
import { exactPoissonLimits, firstByarCount } from './poisson-limits.ts';
import type { RateEstimate, RateOptions } from './rate.ts';
import { finite, requirement } from './requirement.ts';

/** People to whom the event happened so many times. */
type RepeatedEvents = { readonly people: number; readonly eventsPerPerson: number };

/**
 * Crude rate where one person can have several events (emergency admissions, falls): events per so many people, with
 * an interval that allows for events of one person not being independent.
 *
 * People, not events, are the sample: the limits of the count are moved apart by the square root of its variance over
 * the count, as in a directly standardised rate. With one event a person it is the crude rate itself.
 *
 * @param repeated how many people had one event, two, three ...; zero or more of each.
 * @param denominator people or person-years; above zero.
 * @returns value and limits per `multiplier`; the lower limit is never below zero.
 * @throws RangeError for no such numbers, a negative or non-finite one, a number of events not above zero, a
 * denominator not above zero, a negative multiplier, or a confidence outside 0.9 to below 1.
 * @see Stukel TA, Glynn RJ, Fisher ES et al (1994) Standardized rates of recurrent outcomes. Stat Med 13:1781-1791;
 * Dobson AJ et al (1991) Stat Med 10:457-462.
 * @example rateOfRepeatedEvents([
 *   { people: 40, eventsPerPerson: 1 }, { people: 10, eventsPerPerson: 3 },
 * ], 1000, { multiplier: 1000 }); // { value: 70, lower: 48.967, upper: 95.132, method: 'byar' }
 */
export function rateOfRepeatedEvents(
  repeated: readonly RepeatedEvents[],
  denominator: number,
  { confidence = 0.95, multiplier = 100_000 }: RateOptions = {},
): RateEstimate {
  const caller = 'rateOfRepeatedEvents';
  requirement(repeated.length > 0, caller, 'people by the number of their events');
  requirement(multiplier >= 0 && multiplier < Infinity, caller, 'a finite multiplier of zero or more');
  let events = 0;
  let variance = 0;
  for (const { people, eventsPerPerson } of repeated) {
    checkEvents({ numerator: people, denominator }, caller);
    requirement(eventsPerPerson > 0 && eventsPerPerson < Infinity, caller, 'events per person above zero');
    events += people * eventsPerPerson;
    variance += people * eventsPerPerson * eventsPerPerson;
  }
  const isExact = events < firstByarCount;
  const z = normalDeviate(confidence, caller);
  const { lower, upper } = isExact
    ? exactPoissonLimits(events, confidence)
    : { lower: byarLower(events, z), upper: byarUpper(events, z) };
  // Nobody had any: as for independent events, one more could not have been told from none.
  const apart = events === 0 ? 1 : Math.sqrt(variance / events);
  const scale = multiplier / denominator;
  return {
    ...finite(
      {
        value: events * scale,
        lower: Math.max(0, events + apart * (lower - events)) * scale,
        upper: (events + apart * (upper - events)) * scale,
      },
      caller,
    ),
    method: isExact ? 'exact' : 'byar',
  };
}
