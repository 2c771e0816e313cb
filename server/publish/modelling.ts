/** How far sharing out is off, measured on what the Census knows exactly for both kinds of area. */
import type { AreaType } from '../contract/dimensions.ts';
import type { ModellingMeasurement } from '../contract/modelling-reply.ts';
import {
  CENSUS,
  type KnownCharacteristic,
  knownCharacteristics,
  type PopulationBase,
  populationBases,
} from '../indicators/known-characteristics.ts';
import type { Counts } from '../stats/counts.ts';
import { modelledProportion } from '../stats/modelled-proportion.ts';
import { type KnownAndModelled, modellingErrors } from '../stats/modelling-error.ts';
import type { Apportionment } from './apportionment.ts';
import type { AreaList } from './figures.ts';
import type { Shares } from './geography.ts';
import type { ObservationTable } from './observation-table.ts';

/** What the measurement is made from. */
export const measuresKnownExactly: readonly string[] = [
  ...new Set(knownCharacteristics.flatMap(({ having, among }) => [having.measure, among.measure])),
];

/** Fewer than so many with or without it in any area, and a characteristic says more of chance than of sharing out. */
const FEWEST = 10;
/** What is left of a difference of two equal sums. */
const NOTHING = 1e-9;

/** From which areas to which figures are shared out. */
export interface SharedOut {
  readonly from: AreaList;
  readonly to: AreaType;
}
/** A characteristic in every area, in their order. */
interface Tried {
  readonly characteristic: KnownCharacteristic;
  readonly pairs: readonly KnownAndModelled[];
}

/** The errors of one kind of sharing out after another, each measured once, when it is first asked for. */
export class Modelling {
  readonly #apportionment: Apportionment;
  readonly #known: ObservationTable;
  readonly #measured = new Map<string, readonly ModellingMeasurement[]>();

  constructor(apportionment: Apportionment, known: ObservationTable) {
    this.#apportionment = apportionment;
    this.#known = known;
  }

  /** For each area the error its figures have, on the log-odds scale; undefined where there is nothing to measure it on. */
  errorsOf(sharedOut: SharedOut, base: PopulationBase): ReadonlyMap<string, number> | undefined {
    const found = this.measurementsOf(sharedOut).find((one) => one.base === base);
    return found && new Map(found.areas.map(({ code, error }) => [code, error]));
  }

  /** One for each population base there are characteristics of. */
  measurementsOf({ from, to }: SharedOut): readonly ModellingMeasurement[] {
    const key = `${from.type} ${from.edition} ${to}`;
    const measured = this.#measured.get(key) ?? this.#measure({ from, to });
    this.#measured.set(key, measured);
    return measured;
  }

  #measure({ from, to }: SharedOut): ModellingMeasurement[] {
    const smallToSource = this.#apportionment.ofSmallAreas(from);
    if (smallToSource === undefined) return [];
    const smallToTarget = this.#apportionment.sharesTo(
      { type: 'lsoa', edition: CENSUS.edition },
      to,
      'all',
      smallToSource.keys(),
    );
    const sources = new Set([...smallToSource.values()].flatMap((given) => [...given.keys()]));
    // Every characteristic is among people, or households, of all ages, so residents of all ages are the weights.
    const sourceToTarget = this.#apportionment.sharesTo(from, to, 'all', sources);
    if (smallToTarget === undefined || sourceToTarget === undefined) return [];
    const areas = [...new Set([...smallToTarget.values()].flatMap((given) => [...given.keys()]))].sort();
    const tried = knownCharacteristics.flatMap((characteristic): Tried[] => {
      const [having, among] = [characteristic.having, characteristic.among].map((of) => this.#counts(of));
      if (having === undefined || among === undefined) return [];
      const known = [having, among].map((counts) => shared(counts, smallToTarget));
      const modelled = [having, among].map((counts) => shared(shared(counts, smallToSource), sourceToTarget));
      const pairs = areas.map((code) => ({
        known: countsIn(known, code),
        modelled: countsIn(modelled, code),
      }));
      return pairs.every(isCommonEnough) ? [{ characteristic, pairs }] : [];
    });
    return populationBases.flatMap((base) => {
      const own = tried.filter(({ characteristic }) => characteristic.base === base);
      return own.length === 0 ? [] : [measurementOf({ from, to, base }, areas, own)];
    });
  }

  /** Undefined where any small area has no count. */
  #counts({ measure, ageBand = 'all', ethnicGroup = 'all' }: KnownCharacteristic['having']) {
    const stratum = { ageBand, ethnicGroup, sex: 'all', deprivation: 'all' };
    const figures = this.#known.at(measure, CENSUS.period, stratum, 'lsoa');
    if (figures === undefined) return undefined;
    const counts = [...figures].flatMap(([code, figure]) =>
      figure.status === 'value' ? [[code, figure.value] as const] : [],
    );
    return counts.length < figures.size ? undefined : new Map(counts);
  }
}

function shared(counts: ReadonlyMap<string, number>, shares: Shares): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [from, given] of shares)
    for (const [to, share] of given) sums.set(to, (sums.get(to) ?? 0) + share * (counts.get(from) ?? 0));
  return sums;
}

const countsIn = ([having, among]: readonly ReadonlyMap<string, number>[], code: string): Counts => ({
  numerator: having?.get(code) ?? 0,
  denominator: among?.get(code) ?? 0,
});

const isCommonEnough = ({ known, modelled }: KnownAndModelled): boolean =>
  [known, modelled].every(
    ({ numerator, denominator }) => numerator >= FEWEST && denominator - numerator >= FEWEST,
  );

function measurementOf(
  { from, to, base }: SharedOut & { readonly base: PopulationBase },
  areas: readonly string[],
  tried: readonly Tried[],
): ModellingMeasurement {
  const errors = modellingErrors(tried.map(({ pairs }) => pairs));
  const inside = tried.map((one) => insideLeftOut(one, tried));
  return {
    from,
    to,
    base,
    pooled: errors.pooled,
    inside: shareOfTrue(inside.flat()),
    characteristics: tried.map(({ characteristic, pairs }, at) => ({
      id: characteristic.id,
      title: characteristic.title,
      table: characteristic.table,
      share: 100 * shareOver(pairs),
      error: errors.byCharacteristic[at] ?? 0,
      points: 100 * Math.sqrt(meanOf(pairs.map((pair) => distanceOf(pair) ** 2))),
      inside: shareOfTrue(inside[at] ?? []),
    })),
    areas: areas.map((code, at) => {
      const error = errors.byArea[at] ?? 0;
      return {
        code,
        error: error < NOTHING ? 0 : error,
        inside: shareOfTrue(inside.map((one) => one[at])),
      };
    }),
  };
}

/** For each area, whether the true value lies in the 95% interval had without the table of the characteristic. */
function insideLeftOut({ characteristic, pairs }: Tried, all: readonly Tried[]): (boolean | undefined)[] {
  const others = all.filter((one) => one.characteristic.table !== characteristic.table);
  if (others.length === 0) return pairs.map(() => undefined);
  const { byArea } = modellingErrors(others.map((one) => one.pairs));
  return pairs.map(({ known, modelled }, at) => {
    const limits = modelledProportion(modelled, byArea[at] ?? 0);
    const truth = shareOf(known);
    return limits && limits.lower <= truth && truth <= limits.upper;
  });
}

const shareOf = ({ numerator, denominator }: Counts) => numerator / denominator;
const distanceOf = ({ known, modelled }: KnownAndModelled) => shareOf(modelled) - shareOf(known);
const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

function shareOver(pairs: readonly KnownAndModelled[]): number {
  const total = (part: keyof Counts) => pairs.reduce((sum, { known }) => sum + known[part], 0);
  return total('numerator') / total('denominator');
}

/** In percent; null where nothing could be tried. */
function shareOfTrue(tried: readonly (boolean | undefined)[]): number | null {
  const known = tried.filter((one) => one !== undefined);
  return known.length === 0 ? null : (100 * known.filter(Boolean).length) / known.length;
}
