/** Numbers as pages are to write them, from the numbers alone: it calls no formatting of the pages. */

const rounded = (value: number, decimals: number): string =>
  Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });

const isSomething = (value: number) => Math.abs(value) > 1e-9;

/** The first number above none that the decimals can write. */
const least = (decimals: number) => rounded(10 ** -decimals, decimals);

/** "4.2"; "under 0.1" of what is not zero. */
export const plain = (value: number, decimals: number): string => {
  const size = rounded(value, decimals);
  if (/[1-9]/.test(size)) return value < 0 ? `-${size}` : size;
  if (!isSomething(value)) return size;
  return value > 0 ? `under ${least(decimals)}` : `over -${least(decimals)}`;
};

/** "83.2%"; "over 99.9%" of what is not all. */
export const percent = (value: number, decimals: number): string =>
  Number(rounded(value, decimals)) === 100 && isSomething(100 - value) && value < 100
    ? `over ${rounded(100 - 10 ** -decimals, decimals)}%`
    : `${plain(value, decimals)}%`;

export const signed = (value: number, decimals: number): string => {
  const size = rounded(value, decimals);
  if (/[1-9]/.test(size)) return `${value < 0 ? '−' : '+'}${size}`;
  if (!isSomething(value)) return size;
  return value > 0 ? `under +${least(decimals)}` : `over −${least(decimals)}`;
};

export type Measured = { value: number; lower95?: number; upper95?: number } | undefined;

export const withLimits = (measured: Measured, write: (value: number) => string): string =>
  measured === undefined
    ? '–'
    : `${write(measured.value)} (${write(measured.lower95 ?? Number.NaN)} to ${write(measured.upper95 ?? Number.NaN)})`;
