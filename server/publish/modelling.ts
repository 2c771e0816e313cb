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
/** What adding up may leave of a share of one. */
const ROUNDING = 1e-9;

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

interface TriedAreas {
  readonly areas: readonly string[];
  readonly characteristics: readonly Tried[];
  readonly people: ReadonlyMap<string, number>;
  /** Areas made of whole areas of the source: nothing there is shared out. */
  readonly whole: ReadonlySet<string>;
}
/** Which characteristics are measured on. */
type Kept = (characteristic: KnownCharacteristic) => boolean;

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

  #measure(sharedOut: SharedOut): ModellingMeasurement[] {
    const tried = this.#tried(sharedOut);
    if (tried === undefined) return [];
    return populationBases.flatMap((base) => {
      const own = tried.characteristics.filter((one) => one.characteristic.base === base);
      if (own.length === 0) return [];
      const errors = (kept: Kept) => this.#errors(sharedOut, tried, (one) => one.base === base && kept(one));
      return [measurementOf({ ...sharedOut, base }, tried.areas, own, errors)];
    });
  }

  /** For each area the error measured on some characteristics: its own, or where it is added up from others those of them. */
  #errors({ from, to }: SharedOut, { areas, whole, characteristics }: TriedAreas, kept: Kept): number[] {
    const parts = this.#apportionment.partsOf(to);
    const ofParts = parts && this.#tried({ from, to: parts.type });
    const pairsOf = (all: readonly Tried[]) =>
      all.filter(({ characteristic }) => kept(characteristic)).map(({ pairs }) => pairs);
    const pairsOfParts = pairsOf(ofParts?.characteristics ?? []);
    const found =
      parts === undefined || ofParts === undefined || pairsOfParts.length === 0
        ? modellingErrors(pairsOf(characteristics)).byArea
        : addedUp(areas, parts.shares, {
            codes: ofParts.areas,
            people: ofParts.people,
            errors: modellingErrors(pairsOfParts).byArea,
          });
    return areas.map((code, at) => (whole.has(code) ? 0 : (found[at] ?? 0)));
  }

  /** Every characteristic that is known exactly, shared out; undefined where areas cannot be told from small ones. */
  #tried({ from, to }: SharedOut): TriedAreas | undefined {
    const smallToSource = this.#apportionment.ofSmallAreas(from);
    if (smallToSource === undefined) return undefined;
    const lsoas = { type: 'lsoa', edition: CENSUS.edition } as const;
    const smallToTarget = this.#apportionment.sharesTo(lsoas, to, 'all', smallToSource.keys());
    const sources = new Set([...smallToSource.values()].flatMap((given) => [...given.keys()]));
    // Every characteristic is among people, or households, of all ages, so residents of all ages are the weights.
    const sourceToTarget = this.#apportionment.sharesTo(from, to, 'all', sources);
    if (smallToTarget === undefined || sourceToTarget === undefined) return undefined;
    const areas = [...new Set([...smallToTarget.values()].flatMap((given) => [...given.keys()]))].sort();
    const characteristics = knownCharacteristics.flatMap((characteristic): Tried[] => {
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
    const people = shared(this.#apportionment.everyone(), smallToTarget);
    return { areas, characteristics, people, whole: wholeIn(areas, sourceToTarget) };
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

/** Areas none of whose sources gives a part of itself away. */
function wholeIn(areas: readonly string[], shares: Shares): Set<string> {
  const cut = new Set(
    [...shares.values()].flatMap((given) =>
      [...given].filter(([, share]) => share < 1 - ROUNDING).map(([code]) => code),
    ),
  );
  return new Set(areas.filter((code) => !cut.has(code)));
}

/** Errors of parts, taken as independent, in people: what neighbours have too much and too little of each other makes it less. */
function addedUp(
  areas: readonly string[],
  shares: Shares,
  parts: {
    readonly codes: readonly string[];
    readonly people: ReadonlyMap<string, number>;
    readonly errors: readonly number[];
  },
): number[] {
  return areas.map((code) => {
    const own = parts.codes.flatMap((part, at) => {
      const people = (shares.get(part)?.get(code) ?? 0) * (parts.people.get(part) ?? 0);
      return people === 0 ? [] : [{ people, error: parts.errors[at] ?? 0 }];
    });
    const people = own.reduce((sum, one) => sum + one.people, 0);
    return people === 0 ? 0 : Math.hypot(...own.map((one) => one.people * one.error)) / people;
  });
}

function measurementOf(
  { from, to, base }: SharedOut & { readonly base: PopulationBase },
  areas: readonly string[],
  tried: readonly Tried[],
  errorsOn: (kept: Kept) => number[],
): ModellingMeasurement {
  const { byCharacteristic, pooled } = modellingErrors(tried.map(({ pairs }) => pairs));
  const carried = errorsOn(() => true);
  const inside = tried.map((one) => insideLeftOut(one, tried, errorsOn));
  return {
    from,
    to,
    base,
    pooled,
    inside: shareOfTrue(inside.flat()),
    characteristics: tried.map(({ characteristic, pairs }, at) => ({
      id: characteristic.id,
      title: characteristic.title,
      table: characteristic.table,
      share: 100 * shareOver(pairs),
      error: byCharacteristic[at] ?? 0,
      points: 100 * Math.sqrt(meanOf(pairs.map((pair) => distanceOf(pair) ** 2))),
      inside: shareOfTrue(inside[at] ?? []),
    })),
    areas: areas.map((code, at) => ({
      code,
      error: carried[at] ?? 0,
      inside: shareOfTrue(inside.map((one) => one[at])),
    })),
  };
}

/** For each area, whether the true value lies in the 95% interval had without the table of the characteristic. */
function insideLeftOut(
  { characteristic: { table }, pairs }: Tried,
  all: readonly Tried[],
  errorsOn: (kept: Kept) => number[],
): (boolean | undefined)[] {
  if (all.every((one) => one.characteristic.table === table)) return pairs.map(() => undefined);
  const errors = errorsOn((one) => one.table !== table);
  return pairs.map(({ known, modelled }, at) => {
    const limits = modelledProportion(modelled, errors[at] ?? 0);
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
