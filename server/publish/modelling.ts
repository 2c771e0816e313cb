/** How far sharing out is off, measured on what the Census knows exactly for both kinds of area. */
import type { AreaType } from '../contract/dimensions.ts';
import {
  type KnownCharacteristic,
  knownCharacteristics,
  type PopulationBase,
  populationBases,
} from '../indicators/known-characteristics.ts';
import { type FigureModelling as ModellingOfCounts, modellingOfSum } from '../judge/figures/modelling.ts';
import type { Counts } from '../stats/counts.ts';
import type { Apportionment } from './apportionment.ts';
import type { Shares } from './geography.ts';
import { type ErrorsOn, type Kept, type Measurement, measurementOf } from './modelling-measurement.ts';
import type { ObservationTable } from './observation-table.ts';
import {
  errorsOfTried,
  type SharingOut,
  type Tried,
  type TriedAreas,
  triedCharacteristics,
} from './tried-characteristics.ts';

/** What the measurement is made from. */
export const measuresKnownExactly: readonly string[] = [
  ...new Set(knownCharacteristics.flatMap(({ having, among }) => [having.measure, among.measure])),
];

/** Numerator and denominator of a figure in every area of a type. */
export type CountsIn = (type: AreaType) => ReadonlyMap<string, Counts>;

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
    sharedOut: SharingOut,
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
  measurementsOf({ from, to }: SharingOut): readonly Measurement[] {
    const key = `${from.type} ${from.edition} ${to}`;
    const measured = this.#measured.get(key) ?? this.#measure({ from, to });
    this.#measured.set(key, measured);
    return measured;
  }

  #measure(sharedOut: SharingOut): Measurement[] {
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
    { from, to }: SharingOut,
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

  #tried(sharedOut: SharingOut): TriedAreas | undefined {
    return triedCharacteristics(sharedOut, this.#apportionment, this.#known);
  }
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
