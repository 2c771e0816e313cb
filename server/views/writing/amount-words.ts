/** Numbers as sentences write them. Pure. */
import type { Unit } from '../../contract/dimensions.ts';
import { writtenFigure, writtenInterval } from '../../contract/written-figures.ts';

interface Measure {
  readonly unit: Unit;
  readonly decimals: number;
}

const suffixes: Partial<Record<Unit, string>> = {
  percent: '%',
  years: ' years',
  'per-100000': ' per 100,000',
};

const writingOf = ({ unit, decimals }: Measure) => ({
  decimals,
  suffix: suffixes[unit] ?? '',
  isShare: unit === 'percent',
});

/** "83.2%", "79.6 years", "340 per 100,000". */
export const amountWords = (value: number, measure: Measure) => writtenFigure(value, writingOf(measure));

/** "80.9% to 84.9%"; "under 0.1%" where both limits are. */
export const limitsWords = (lower: number, upper: number, measure: Measure) =>
  writtenInterval(lower, upper, writingOf(measure));

const gapUnits: Partial<Record<Unit, readonly [one: string, many: string]>> = {
  percent: ['point', 'points'],
  score: ['point', 'points'],
  decile: ['tenth', 'tenths'],
  years: ['year', 'years'],
};

/** "6.0 points", "1 year", "12.3 per 100,000": the size of a difference, without its sign. */
export function gapSizeWords(gap: number, { unit, decimals }: Measure): string {
  const size = writtenFigure(Math.abs(gap), { decimals });
  const [one, many] = gapUnits[unit] ?? [suffixes[unit] ?? '', suffixes[unit] ?? ''];
  return `${size} ${Number(size) === 1 ? one : many}`.replace('  ', ' ').trim();
}

/** A target is written as it was set: "95%", not "95.0%". */
export const targetWords = (value: number, { unit, decimals }: Measure) =>
  amountWords(value, { unit, decimals: Number.isInteger(value) ? 0 : decimals });
