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
  const candidates = available
    .map((id) => ({ id, range: ageRange(id) }))
    .filter(
      (candidate): candidate is { id: string; range: AgeRange } =>
        candidate.range !== undefined && candidate.id !== 'all',
    )
    // The widest first, so that few bands are added up.
    .sort((a, b) => b.range.to - a.range.to);
  const parts: string[] = [];
  let reached = whole.from - 1;
  while (reached < whole.to) {
    const next = candidates.find(({ range }) => range.from === reached + 1 && range.to <= whole.to);
    if (next === undefined) return undefined;
    parts.push(next.id);
    reached = next.range.to;
  }
  return parts;
}

/** The same with as many bands as can be: the narrowest first, a wider one only where the ages would not be covered. */
export function narrowestBands(band: string, available: readonly string[]): string[] | undefined {
  const whole = ageRange(band);
  if (whole === undefined) return undefined;
  const candidates = available
    .flatMap((id) => {
      const range = id === 'all' ? undefined : ageRange(id);
      return range === undefined ? [] : [{ id, range }];
    })
    .sort((a, b) => a.range.to - b.range.to);
  const from = (age: number): string[] | undefined => {
    if (age > whole.to || (age === Infinity && whole.to === Infinity)) return [];
    for (const { id, range } of candidates) {
      if (range.from !== age || range.to > whole.to) continue;
      const others = from(range.to + 1);
      if (others !== undefined) return [id, ...others];
    }
    return undefined;
  };
  return from(whole.from);
}
