/** Figures as publishers write them: padded, with commas for thousands. */

const WHOLE = /^(?:\d+|\d{1,3}(?:,\d{3})+)$/;
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
