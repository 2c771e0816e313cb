import { requirement } from './requirement.ts';

/** People of each five years of age of the European Standard Population of 2013, from birth; the last is 90 and over. */
const fives = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 1500,
  1000,
] as const;
const width = 5;

/**
 * People of an age band in the European Standard Population of 2013 (100,000 in all).
 *
 * Within five years of age people are taken as evenly spread: a band that begins or ends between has its share.
 *
 * @param from youngest age of the band, in whole years.
 * @param to oldest age of the band, in whole years; Infinity for "and over".
 * @throws RangeError for ages that are negative, not whole, or out of order.
 * @see Eurostat (2013) Revision of the European Standard Population: report of Eurostat's task force.
 * @example europeanStandardPopulation(16, 24); // 10400
 */
export function europeanStandardPopulation(from: number, to: number): number {
  requirement(
    Number.isInteger(from) && from >= 0,
    'europeanStandardPopulation',
    'a youngest age in whole years',
  );
  requirement(
    to >= from && (Number.isInteger(to) || to === Infinity),
    'europeanStandardPopulation',
    'an oldest age in whole years, no lower than the youngest',
  );
  return fives.reduce((sum, people, i) => {
    const start = i * width;
    // Nobody is known to be older than the last band's ages: it counts as one of five years that does not end.
    const end = i === fives.length - 1 ? Infinity : start + width;
    if (end === Infinity) return sum + (to === Infinity ? people * shareOfLast(from, start) : 0);
    const shared = Math.max(0, Math.min(to + 1, end) - Math.max(from, start));
    return sum + (people * shared) / width;
  }, 0);
}

/** The oldest band is not divided: it belongs to whoever begins no later than it does. */
const shareOfLast = (from: number, start: number): number => (from <= start ? 1 : 0);
