/** What measuring the error of sharing out found: how large it is, and how often limits made of it hold the truth. */
import type { ModellingMeasurement } from '../contract/modelling-reply.ts';
import type { KnownCharacteristic, PopulationBase } from '../indicators/known-characteristics.ts';
import { normalDeviate } from '../stats/confidence.ts';
import type { Counts } from '../stats/counts.ts';
import { modelledProportion } from '../stats/modelled-proportion.ts';
import type { KnownAndModelled } from '../stats/modelling-error.ts';
import { errorsOfTried, type SharingOut, type Tried } from './tried-characteristics.ts';

/** What adding up may leave of nothing. */
const ROUNDING = 1e-9;
const Z95 = normalDeviate(0.95, 'modelling');

/** Which characteristics are measured on. */
export type Kept = (characteristic: KnownCharacteristic) => boolean;
/** For each area the error measured on some; where areas are added up, weighed by the counts of one characteristic, or by people. */
export type ErrorsOn = (kept: Kept, weighed?: KnownCharacteristic) => number[];

/** What was found, whether a figure uses it or not. */
export type Measurement = Omit<ModellingMeasurement, 'isUsed'>;

export function measurementOf(
  { from, to, base }: SharingOut & { readonly base: PopulationBase },
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
