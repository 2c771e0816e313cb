import { item } from '../lists.ts';
import { normalDeviate } from './confidence.ts';
import type { Interval } from './interval.ts';
import { requirement } from './requirement.ts';

/** Deaths and person-years in one age band of the life table. */
type AgeBand = { readonly start: number; readonly population: number; readonly deaths: number };

type LifeExpectancy = Partial<Interval> & {
  /** Age at which the years still to live are counted. */
  readonly age: number;
  /** Years still to live; undefined, with the limits, where the 95% interval is wider than 20 years. */
  readonly value?: number;
  /** Person-years and deaths at this age and above. */
  readonly population: number;
  readonly deaths: number;
};

/** The first age of every band: 0, 1-4, then five years each, the last open. A table may end at 80 or 85 instead. */
export const lifeTableAges = [0, 1, ...Array.from({ length: 18 }, (_, i) => 5 * (i + 1))];

/** Infants who die do so early: a tenth of the year lived on average; half of every later band. */
const shareLived = (age: number): number => (age === 0 ? 0.1 : 0.5);
/** Tables that end at 80, 85 or 90, by the number of their bands. */
const fewestBands = lifeTableAges.indexOf(80) + 1;
const smallestPopulation = 5_000;
const widestInterval = 20;
const radix = 100_000;

/**
 * Life expectancy at every age of the abridged life table (Chiang's method II).
 *
 * @param bands 0, 1, 5, 10 and so on in order, the last one open and beginning at 80, 85 or 90; deaths and person-years
 * of the same years.
 * @returns years, one row per band.
 * @throws RangeError for other bands than those, a population not above zero, deaths that are negative or
 * more than the population, no deaths in the last band, a total population of 5,000 or fewer (the interval
 * fails there), or a confidence outside 0.9 to below 1.
 * @see Chiang CL (1968) Introduction to Stochastic Processes in Biostatistics; Newell C (1994) Methods and
 * Models in Demography; Silcocks PBS, Jenner DA, Reza R (2001) J Epidemiol Community Health 55:38-43 (interval,
 * with the last band's variance); Eayres D, Williams ES (2004) J Epidemiol Community Health 58:243-249 (small areas).
 * @example lifeExpectancy(
 *   lifeTableAges.map((start) => ({ start, population: 10_000, deaths: start === 90 ? 2_000 : 10 + start })),
 * )[0]; // { age: 0, value: 79.82, lower: 78.82, upper: 80.83 }
 */
export function lifeExpectancy(bands: readonly AgeBand[], confidence = 0.95): LifeExpectancy[] {
  const z = normalDeviate(confidence, 'lifeExpectancy');
  checkBands(bands);
  const result: LifeExpectancy[] = [];
  const survivors = survivorsByBand(bands);
  let years = 0;
  let variance = 0;
  let population = 0;
  let deaths = 0;
  // From the oldest band down: each age's expectancy rests on the ages above it.
  for (let i = bands.length - 1; i >= 0; i--) {
    const band = item(bands, i);
    const alive = item(survivors, i);
    const next = survivors[i + 1] ?? 0;
    const yearsAfter = next > 0 ? years / next : 0;
    const width = widthOf(bands, i);
    const lived = shareLived(band.start);
    years += Number.isFinite(width)
      ? width * (next + lived * (alive - next))
      : (alive * band.population) / band.deaths;
    variance += deathVariance(band, width) * alive ** 2 * weightOf(width, lived, yearsAfter) ** 2;
    population += band.population;
    deaths += band.deaths;
    result.unshift({ age: band.start, population, deaths, ...estimate(years, variance, alive, z) });
  }
  return result;
}

function estimate(years: number, variance: number, alive: number, z: number) {
  // Nobody of the table reaches this age: nothing can be said about those who would.
  if (alive === 0) return {};
  const standardError = Math.sqrt(variance) / alive;
  // Also where a number of deaths next to none leaves no finite error.
  if (!(2 * normalDeviate(0.95, 'lifeExpectancy') * standardError <= widestInterval)) return {};
  const value = years / alive;
  return { value, lower: value - z * standardError, upper: value + z * standardError };
}

const widthOf = (bands: readonly AgeBand[], i: number): number =>
  (bands[i + 1]?.start ?? Infinity) - item(bands, i).start;

/** Years that one death more in a band takes from those alive at its start. */
function weightOf(width: number, lived: number, yearsAfter: number): number {
  return Number.isFinite(width) ? (1 - lived) * width + yearsAfter : 1 / 2;
}

/** The chance of dying within a band, for those alive at its start. */
function deathProbability({ start, population, deaths }: AgeBand, width: number): number {
  const mortality = deaths / population;
  return Math.min(1, (mortality * width) / (1 + mortality * width * (1 - shareLived(start))));
}

function survivorsByBand(bands: readonly AgeBand[]): number[] {
  let alive = radix;
  return bands.map((band, i) => {
    const before = alive;
    alive *= 1 - deathProbability(band, widthOf(bands, i));
    return before;
  });
}

/** Variance of a band's chance of dying; for the last band of its years lived, after Silcocks. */
function deathVariance(band: AgeBand, width: number): number {
  const { population, deaths } = band;
  if (deaths === 0) return 0;
  if (!Number.isFinite(width)) return (4 * population * population) / deaths ** 3;
  const q = deathProbability(band, width);
  return (q * q * (1 - q)) / deaths;
}

function checkBands(bands: readonly AgeBand[]): void {
  requirement(
    bands.length >= fewestBands && bands.every(({ start }, i) => start === lifeTableAges[i]),
    'lifeExpectancy',
    'the age bands 0, 1, 5, 10 and so on to 80, 85 or 90, in order',
  );
  for (const { population, deaths } of bands) {
    requirement(population > 0 && population < Infinity, 'lifeExpectancy', 'populations above zero');
    requirement(deaths >= 0 && deaths <= population, 'lifeExpectancy', 'deaths from zero to the population');
  }
  requirement((bands.at(-1)?.deaths ?? 0) > 0, 'lifeExpectancy', 'deaths in the last age band');
  const total = bands.reduce((sum, { population }) => sum + population, 0);
  requirement(total > smallestPopulation, 'lifeExpectancy', `a total population above ${smallestPopulation}`);
}
