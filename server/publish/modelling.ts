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
import { type Modelling as ModellingOfCounts, modellingOfSum } from '../judge/figures/modelling.ts';
import { normalDeviate } from '../stats/confidence.ts';
import type { Counts } from '../stats/counts.ts';
import { modelledProportion } from '../stats/modelled-proportion.ts';
import { type KnownAndModelled, modellingErrors } from '../stats/modelling-error.ts';
import type { Apportionment } from './apportionment.ts';
import type { AreaList } from './figures.ts';
import { type Shares, sharedOutIn } from './geography.ts';
import type { ObservationTable } from './observation-table.ts';

/** What the measurement is made from. */
export const measuresKnownExactly: readonly string[] = [
  ...new Set(knownCharacteristics.flatMap(({ having, among }) => [having.measure, among.measure])),
];

/** Fewer than so many with or without it in any area, and a characteristic says more of chance than of sharing out. */
const FEWEST = 10;

/** What adding up may leave of nothing. */
const ROUNDING = 1e-9;
const Z95 = normalDeviate(0.95, 'modelling');

/** Numerator and denominator of a figure in every area of a type. */
export type CountsIn = (type: AreaType) => ReadonlyMap<string, Counts>;

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
/** For each area the error measured on some; where areas are added up, weighed by the counts of one characteristic, or by people. */
type ErrorsOn = (kept: Kept, weighed?: KnownCharacteristic) => number[];

/** What was found, whether a figure uses it or not. */
type Measurement = Omit<ModellingMeasurement, 'isUsed'>;

/** The errors of one kind of sharing out after another, each measured once, when it is first asked for. */
export class Modelling {
  readonly #apportionment: Apportionment;
  readonly #known: ObservationTable;
  readonly #measured = new Map<string, readonly Measurement[]>();

  constructor(apportionment: Apportionment, known: ObservationTable) {
    this.#apportionment = apportionment;
    this.#known = known;
  }

  /**
   * For each area the error its figures have, on the log-odds scale; undefined where there is nothing to measure it on.
   *
   * @param countsIn the counts of the same figures in areas of another type: areas that are added up weigh by them.
   */
  errorsOf(
    sharedOut: SharedOut,
    base: PopulationBase,
    countsIn: CountsIn,
  ): ReadonlyMap<string, number> | undefined {
    const found = this.measurementsOf(sharedOut).find((one) => one.base === base);
    if (found === undefined) return undefined;
    const parts = this.#apportionment.partsOf(sharedOut.to);
    const ofParts = parts && this.measurementsOf({ from: sharedOut.from, to: parts.type });
    const errors = ofParts?.find((one) => one.base === base)?.areas;
    if (parts === undefined || errors === undefined)
      return new Map(found.areas.map(({ code, error }) => [code, error]));
    const added = addedUp(
      parts.shares,
      new Map(errors.map(({ code, error }) => [code, error])),
      countsIn(parts.type),
    );
    // Made of whole source areas it has none, whatever its parts have.
    return new Map(
      found.areas.map(({ code, error }) => [code, error === 0 ? 0 : (added.get(code) ?? error)]),
    );
  }

  /** One for each population base there are characteristics of. */
  measurementsOf({ from, to }: SharedOut): readonly Measurement[] {
    const key = `${from.type} ${from.edition} ${to}`;
    const measured = this.#measured.get(key) ?? this.#measure({ from, to });
    this.#measured.set(key, measured);
    return measured;
  }

  #measure(sharedOut: SharedOut): Measurement[] {
    const tried = this.#tried(sharedOut);
    if (tried === undefined) return [];
    return populationBases.flatMap((base) => {
      const own = tried.characteristics.filter((one) => one.characteristic.base === base);
      if (own.length === 0) return [];
      const errors: ErrorsOn = (kept, weighed) =>
        this.#errors(sharedOut, tried, { kept: (one) => one.base === base && kept(one), weighed });
      return [measurementOf({ ...sharedOut, base }, tried.areas, own, errors)];
    });
  }

  /** For each area the error measured on some characteristics: its own, or where it is added up from others those of them. */
  #errors(
    { from, to }: SharedOut,
    { areas, whole, characteristics }: TriedAreas,
    { kept, weighed }: { readonly kept: Kept; readonly weighed: KnownCharacteristic | undefined },
  ): number[] {
    const errorsOf = (all: readonly Tried[]) =>
      errorsOfTried(all.filter(({ characteristic }) => kept(characteristic)));
    const parts = this.#apportionment.partsOf(to);
    const ofParts = parts && this.#tried({ from, to: parts.type });
    const isOfParts = ofParts?.characteristics.some(({ characteristic }) => kept(characteristic)) === true;
    if (parts === undefined || ofParts === undefined || !isOfParts)
      return withoutWhole(areas, whole, errorsOf(characteristics).byArea);
    const { byArea } = errorsOf(ofParts.characteristics);
    const errors = new Map(ofParts.areas.map((code, at) => [code, byArea[at] ?? 0]));
    const chosen = ofParts.characteristics.find(({ characteristic }) => characteristic === weighed);
    const counts = ofParts.areas.map((code, at): [string, Counts] => {
      const people = ofParts.people.get(code) ?? 0;
      return [code, chosen?.pairs[at]?.modelled ?? { numerator: people / 2, denominator: people }];
    });
    const added = addedUp(parts.shares, errors, new Map(counts));
    return withoutWhole(
      areas,
      whole,
      areas.map((code) => added.get(code) ?? 0),
    );
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

/** Characteristics of one table add up to everybody: how many tables there are says how much is known of one area. */
const errorsOfTried = (tried: readonly Tried[]) =>
  modellingErrors(
    tried.map(({ pairs }) => pairs),
    { tables: new Set(tried.map(({ characteristic }) => characteristic.table)).size },
  );

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

function wholeIn(areas: readonly string[], shares: Shares): Set<string> {
  const sharedOut = sharedOutIn(shares);
  return new Set(areas.filter((code) => !sharedOut.has(code)));
}

const withoutWhole = (areas: readonly string[], whole: ReadonlySet<string>, errors: readonly number[]) =>
  areas.map((code, at) => (whole.has(code) ? 0 : (errors[at] ?? 0)));

/** The error of each area that parts are added up to. */
function addedUp(
  shares: Shares,
  errors: ReadonlyMap<string, number>,
  counts: ReadonlyMap<string, Counts>,
): Map<string, number> {
  const sums = new Map<string, Counts & { readonly modelling?: ModellingOfCounts | undefined }>();
  for (const [part, given] of shares) {
    const { numerator = 0, denominator = 0 } = counts.get(part) ?? {};
    for (const [code, share] of given) {
      const own = {
        numerator: numerator * share,
        denominator: denominator * share,
        modelling: { error: errors.get(part) ?? 0 },
      };
      const sum = sums.get(code) ?? { numerator: 0, denominator: 0 };
      sums.set(code, {
        numerator: sum.numerator + own.numerator,
        denominator: sum.denominator + own.denominator,
        modelling: modellingOfSum(sum, own),
      });
    }
  }
  return new Map([...sums].map(([code, { modelling }]) => [code, modelling?.error ?? 0]));
}

function measurementOf(
  { from, to, base }: SharedOut & { readonly base: PopulationBase },
  areas: readonly string[],
  tried: readonly Tried[],
  errorsOn: ErrorsOn,
): Measurement {
  const { byCharacteristic, pooled } = errorsOfTried(tried);
  const carried = errorsOn(() => true);
  const inside = tried.map((one) => insideLeftOut(one, tried, errorsOn));
  const of = (some: readonly (Inside | undefined)[]) => ({
    inside: shareOfTrue(some.map((one) => one?.inside)),
    insideAlone: shareOfTrue(some.map((one) => one?.alone)),
  });
  return {
    from,
    to,
    base,
    pooled,
    ...of(inside.flat()),
    characteristics: tried.map(({ characteristic, pairs }, at) => ({
      id: characteristic.id,
      title: characteristic.title,
      table: characteristic.table,
      share: 100 * shareOver(pairs),
      error: byCharacteristic[at] ?? 0,
      points: 100 * Math.sqrt(meanOf(pairs.map((pair) => distanceOf(pair) ** 2))),
      ...of(inside[at] ?? []),
    })),
    areas: areas.map((code, at) => ({
      code,
      error: carried[at] ?? 0,
      ...of(inside.map((one) => one[at])),
    })),
  };
}

/** Whether a true value lies in the 95% interval a figure carries, and in that of the error of sharing out alone. */
interface Inside {
  readonly inside: boolean | undefined;
  readonly alone: boolean;
}

/** For each area, with the interval had without the table of the characteristic. */
function insideLeftOut(
  { characteristic, pairs }: Tried,
  all: readonly Tried[],
  errorsOn: ErrorsOn,
): (Inside | undefined)[] {
  const { table } = characteristic;
  if (all.every((one) => one.characteristic.table === table)) return pairs.map(() => undefined);
  const errors = errorsOn((one) => one.table !== table, characteristic);
  return pairs.map(({ known, modelled }, at) => {
    const error = errors[at] ?? 0;
    const limits = modelledProportion(modelled, error);
    const truth = shareOf(known);
    const distance = Math.abs(logOdds(modelled) - logOdds(known));
    return {
      inside: limits && limits.lower <= truth && truth <= limits.upper,
      alone: distance <= Z95 * error + ROUNDING,
    };
  });
}

const shareOf = ({ numerator, denominator }: Counts) => numerator / denominator;
const logOdds = ({ numerator, denominator }: Counts) => Math.log(numerator / (denominator - numerator));
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
