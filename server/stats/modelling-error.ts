import { type Counts, checkEvents, checkPart } from './counts.ts';
import { requirement } from './requirement.ts';
import { valueScales } from './value-scale.ts';

/** One characteristic in one area: as it is, and as the model has it. */
export type KnownAndModelled = { readonly known: Counts; readonly modelled: Counts };

type ModellingErrors = {
  /** For each area, in their order: the standard error its modelled figures have, on the scale. */
  readonly byArea: readonly number[];
  /** For each characteristic, in their order: root mean square of its errors over the areas. */
  readonly byCharacteristic: readonly number[];
  /** Root mean square of all errors together. */
  readonly pooled: number;
};

type ModellingOptions = {
  readonly tables?: number;
  readonly scale?: 'proportion' | 'rate';
};

/**
 * How far modelled figures are off, measured on characteristics that are also known exactly: the error of a
 * characteristic in an area is its modelled less its known log odds (of a rate: log).
 *
 * Characteristics of one table add up to everybody, so a few tables say little of one area by itself: the mean square of
 * its own errors, counted once for each table, is averaged with that of all areas, counted once (a prior of the weight of
 * one table). The root of that, times what the worst characteristic is off more than all are, is the error of the area: a
 * figure as clustered as the most clustered characteristic is covered.
 *
 * A pair of counts of which either is none or all has no log odds and is left out.
 *
 * @param characteristics for each, the same areas in the same order.
 * @param options `tables`: how many tables they come from, their number when left out; `scale`: `proportion` for shares of
 * people (when left out), `rate` for events among person-years.
 * @returns standard errors of zero or more; of an area without any error (made of whole source areas) zero.
 * @throws RangeError for no characteristics, fewer than one table, areas that differ in number, a characteristic without any usable pair, or
 * counts that are no part of a whole (no events).
 * @see Tempelman DC (1981) Cartographica 18(2):1, on measuring interpolation against known totals; Simpson L (2002) Int J
 * Popul Geogr 8:69-82 (geography conversion by residents); Rao JNK, Molina I (2015) Small Area Estimation, 2nd ed., ch. 5; Smyth GK (2004) Stat Appl Genet Mol Biol 3:3 (variances of few
 * observations moderated by that of all); Kass RE, Wasserman L (1995) JASA 90:928 (a prior of unit information).
 * @example modellingErrors([
 *   [{ known: { numerator: 30, denominator: 100 }, modelled: { numerator: 40, denominator: 100 } }],
 *   [{ known: { numerator: 50, denominator: 100 }, modelled: { numerator: 50, denominator: 100 } }],
 * ]).byCharacteristic; // [0.4418, 0]
 */
export function modellingErrors(
  characteristics: readonly (readonly KnownAndModelled[])[],
  { tables = characteristics.length, scale = 'proportion' }: ModellingOptions = {},
): ModellingErrors {
  requirement(characteristics.length > 0, 'modellingErrors', 'at least one characteristic');
  requirement(tables >= 1 && tables < Infinity, 'modellingErrors', 'at least one table');
  const areas = characteristics[0]?.length ?? 0;
  requirement(
    characteristics.every((one) => one.length === areas),
    'modellingErrors',
    'the same areas for every characteristic',
  );
  const errors = characteristics.map((one) => one.map((pair) => errorOf(pair, scale)));
  const byCharacteristic = errors.map((one) => rootMeanSquare(one));
  const pooled = rootMeanSquare(errors.flat());
  const largest = Math.max(...byCharacteristic);
  const byArea = Array.from({ length: areas }, (_, area) => {
    const own = errors.map((one) => one[area]).filter((error) => error !== undefined);
    // Nothing measured in an area is no proof of no error: it is then taken to err as all do.
    const measured = own.length > 0 ? rootMeanSquare(own) : pooled;
    if (measured === 0) return 0;
    const moderated = Math.sqrt((tables * measured ** 2 + pooled ** 2) / (tables + 1));
    return (moderated * largest) / pooled;
  });
  return { byArea, byCharacteristic, pooled };
}

function errorOf({ known, modelled }: KnownAndModelled, scale: 'proportion' | 'rate'): number | undefined {
  const check = scale === 'proportion' ? checkPart : checkEvents;
  for (const counts of [known, modelled]) check(counts, 'modellingErrors');
  const { link } = valueScales[scale];
  const error = link(shareOf(modelled)) - link(shareOf(known));
  return Number.isFinite(error) ? error : undefined;
}

const shareOf = ({ numerator, denominator }: Counts) => numerator / denominator;

function rootMeanSquare(errors: readonly (number | undefined)[]): number {
  const usable = errors.filter((error) => error !== undefined);
  requirement(usable.length > 0, 'modellingErrors', 'counts with and without the characteristic');
  return Math.sqrt(usable.reduce((sum, error) => sum + error * error, 0) / usable.length);
}
