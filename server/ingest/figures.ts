/** Figures as publishers write them: padded, with commas for thousands. */

/** A spreadsheet saves 5 as 5.0 where its column shows a decimal. */
const WHOLE = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.0+)?$/;
const DECIMAL = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A whole number of people, zero or more; undefined where the text is none. */
export function readWhole(text: string): number | undefined {
  const trimmed = text.trim();
  return WHOLE.test(trimmed) ? Number(trimmed.replaceAll(',', '')) : undefined;
}

export function readDecimal(text: string): number | undefined {
  const trimmed = text.trim();
  return DECIMAL.test(trimmed) ? Number(trimmed.replaceAll(',', '')) : undefined;
}

/** What one in the last digit of a number amounts to: 0.1 of "4.1", and 1 of "15"; with the smallest error of adding. */
export function lastDigit(text: string): number {
  const digits = /\.(\d+)$/.exec(text.trim())?.[1]?.length ?? 0;
  return 10 ** -digits * (1 + 1e-9);
}
