/** How a figure and its limits are written, in sentences and on pages alike: never as none, or as all, where they are not. Pure. */

const formats = new Map<number, Intl.NumberFormat>();

/** A number to so many decimals, and never "-0.0": for counts and for the ends of a scale. */
export function roundedNumber(value: number, decimals: number): string {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  const text = format.format(value);
  return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

/** What is left of figures that are equal but for the rounding of the computer. */
const NOTHING = 1e-9;

/** How a figure is written: its number, and the words that say it is a bound of what it would round to. */
interface Written {
  readonly bound: '' | 'under ' | 'over ';
  readonly number: string;
}

function writtenOf(value: number, decimals: number, isShare: boolean): Written {
  const number = roundedNumber(value, decimals);
  const last = 10 ** -decimals;
  if (Number(number) === 0 && Math.abs(value) > NOTHING)
    return value > 0
      ? { bound: 'under ', number: roundedNumber(last, decimals) }
      : { bound: 'over ', number: roundedNumber(-last, decimals) };
  if (isShare && value < 100 - NOTHING && Number(number) === 100)
    return { bound: 'over ', number: roundedNumber(100 - last, decimals) };
  return { bound: '', number };
}

/** What a figure is written with: its unit's sign behind it, and whether it is a share of 100. */
export interface Writing {
  readonly decimals: number;
  readonly suffix?: string;
  readonly isShare?: boolean;
}

/** "83.2%"; "under 0.1%" of what is not zero; "over 99.9%" of what is not all. */
export function writtenFigure(value: number, { decimals, suffix = '', isShare = false }: Writing): string {
  const { bound, number } = writtenOf(value, decimals, isShare);
  return `${bound}${number}${suffix}`;
}

/** "80.9% to 84.9%"; "under 0.1%" of limits that both lie there, as of none among 34,000. */
export function writtenInterval(lower: number, upper: number, writing: Writing): string {
  const [from, to] = [writtenFigure(lower, writing), writtenFigure(upper, writing)];
  if (lower >= 0 && to.startsWith('under ')) return to;
  if (writing.isShare === true && upper <= 100 && from.startsWith('over ')) return from;
  return `${from} to ${to}`;
}

/** "+4.2", "−4.2", "0.0"; "under +0.1" and "over −0.1" of what is not zero. */
export function writtenSigned(value: number, decimals: number): string {
  const { bound, number } = writtenOf(value, decimals, false);
  const size = number.replace(/^-/, '');
  if (Number(size.replaceAll(',', '')) === 0) return size;
  return `${bound}${value < 0 ? '−' : '+'}${size}`;
}
