/** Age bands are written `0-15`, `80-plus`, `7` (one year of age) or `all`; both ends included. */

export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

export const AGE_BAND_PATTERN = '^(all|\\d{1,3}|\\d{1,3}-\\d{1,3}|\\d{1,3}-plus)$';

/** The ages a band covers; undefined where the text is not a band. `all` starts at birth. */
export function ageRange(band: string): AgeRange | undefined {
  if (band === 'all') return { from: 0, to: Infinity };
  const parts = /^(\d{1,3})(?:-(?:(\d{1,3})|(plus)))?$/.exec(band);
  if (parts === null) return undefined;
  const from = Number(parts[1]);
  const to = parts[3] === undefined ? Number(parts[2] ?? from) : Infinity;
  return to < from ? undefined : { from, to };
}

export function ageBandLabel(band: string): string {
  const range = ageRange(band);
  if (band === 'all' || range === undefined) return 'All ages';
  if (range.to === Infinity) return `${range.from} and over`;
  if (range.from === 0) return `Under ${range.to + 1}`;
  return range.from === range.to ? `${range.from}` : `${range.from} to ${range.to}`;
}

/** The bands of `available` that together cover exactly the ages of `band`, or undefined where none do. */
export function bandsCovering(band: string, available: readonly string[]): string[] | undefined {
  const whole = ageRange(band);
  if (whole === undefined) return undefined;
  if (available.includes(band)) return [band];
  const parts: string[] = [];
  for (let age = whole.from; age <= whole.to; ) {
    const next = available
      .map((id) => ({ id, range: ageRange(id) }))
      .find(({ id, range }) => id !== 'all' && range?.from === age && range.to <= whole.to);
    if (next?.range === undefined) return undefined;
    parts.push(next.id);
    age = next.range.to + 1;
  }
  return parts;
}
