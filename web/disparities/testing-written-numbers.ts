/** Numbers as pages are to write them, from the numbers alone: it calls no formatting of the pages. */

export const plain = (value: number, decimals: number): string => {
  const size = Math.abs(value).toLocaleString('en-GB', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 && /[1-9]/.test(size) ? `-${size}` : size;
};

export const signed = (value: number, decimals: number): string => {
  const size = plain(Math.abs(value), decimals);
  return /[1-9]/.test(size) ? `${value < 0 ? '−' : '+'}${size}` : size;
};

export type Measured = { value: number; lower95?: number; upper95?: number } | undefined;

export const withLimits = (measured: Measured, write: (value: number) => string): string =>
  measured === undefined
    ? '–'
    : `${write(measured.value)} (${write(measured.lower95 ?? Number.NaN)} to ${write(measured.upper95 ?? Number.NaN)})`;
