/**
 * The error of sharing out once more, from its formula and the loaded files, for tests that recompute what is published.
 * Imports nothing of the project: an error shared with it would prove nothing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const EXTRACTS = join(import.meta.dirname, '..', '..', 'fixtures', 'extracts');
const Z = 1.959963984540054;

export interface Shared {
  readonly id: string;
  readonly table: string;
  readonly base: 'people' | 'households';
  /** For each ward: with it and all, in truth and as shared out. */
  readonly wards: ReadonlyMap<string, readonly [x: number, n: number, sharedX: number, sharedN: number]>;
}

function rowsOf(file: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(join(EXTRACTS, file), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

const add = (counts: Map<string, number>, key: string, count: number) =>
  counts.set(key, (counts.get(key) ?? 0) + count);
const at = (counts: ReadonlyMap<string, number>, key: string) => counts.get(key) ?? 0;

/** Ward, and MSOA of 2011, of every small area of 2021. */
function places(): { ward: Map<string, string>; msoa: Map<string, string> } {
  const [ward, older, msoaOfOlder] = [0, 1, 2].map(() => new Map<string, string>()) as [
    Map<string, string>,
    Map<string, string>,
    Map<string, string>,
  ];
  for (const { from_type, from_code = '', to_type, to_code = '' } of rowsOf('links.csv')) {
    if (from_type !== 'lsoa') continue;
    if (to_type === 'ward') ward.set(from_code, to_code);
    if (to_type === 'lsoa') older.set(to_code, from_code);
    if (to_type === 'msoa') msoaOfOlder.set(from_code, to_code);
  }
  const msoa = new Map([...older].map(([now, then]) => [now, msoaOfOlder.get(then) ?? '']));
  return { ward, msoa };
}

const TABLES = [
  ['residents-asked-disability', 'people', ['residents-disabled']],
  ['households-asked-occupancy', 'households', ['households-overcrowded']],
  ['households-asked-deprivation', 'households', ['households-deprived']],
  [
    'households-asked-tenure',
    'households',
    [
      'households-owning-outright',
      'households-with-mortgage',
      'households-in-shared-ownership',
      'households-renting-socially',
      'households-renting-privately',
    ],
  ],
  [
    'households-asked-dwelling',
    'households',
    [
      'households-in-detached-houses',
      'households-in-semi-detached-houses',
      'households-in-terraced-houses',
      'households-in-purpose-built-flats',
      'households-in-converted-houses',
      'households-in-other-converted-buildings',
      'households-in-commercial-buildings',
    ],
  ],
] as const;

/** Every characteristic of the Census in the extracts, apportioned from MSOAs to wards by all residents. */
export function characteristicsSharedOut(): Shared[] {
  const { ward, msoa } = places();
  const everyone = new Map<string, number>();
  const strata = new Map<string, Map<string, number>>();
  for (const { area_code = '', ethnic_group, age_band, value } of rowsOf('residents.csv')) {
    const id = ethnic_group === '' ? `aged-${age_band}` : `ethnic-group-${ethnic_group}`;
    const counts = strata.get(id) ?? new Map<string, number>();
    strata.set(id, counts);
    add(counts, area_code, Number(value));
    if (ethnic_group === '') add(everyone, area_code, Number(value));
  }
  const measures = new Map<string, Map<string, number>>();
  for (const { measure = '', area_code = '', value } of rowsOf('census-2021-shares.csv')) {
    const counts = measures.get(measure) ?? new Map<string, number>();
    measures.set(measure, counts);
    add(counts, area_code, Number(value));
  }
  const given = (id: string) => measures.get(id) ?? new Map<string, number>();

  const inWard = (counts: ReadonlyMap<string, number>) => {
    const sums = new Map<string, number>();
    for (const [lsoa, count] of counts) add(sums, ward.get(lsoa) ?? '', count);
    return sums;
  };
  const inMsoa = (counts: ReadonlyMap<string, number>) => {
    const sums = new Map<string, number>();
    for (const [lsoa, count] of counts) add(sums, msoa.get(lsoa) ?? '', count);
    return sums;
  };
  const people = inMsoa(everyone);
  const apportioned = (counts: ReadonlyMap<string, number>) => {
    const sums = new Map<string, number>();
    const whole = inMsoa(counts);
    for (const [lsoa, count] of everyone) {
      const from = msoa.get(lsoa) ?? '';
      add(sums, ward.get(lsoa) ?? '', (at(whole, from) * count) / at(people, from));
    }
    return sums;
  };
  const shared = (
    having: ReadonlyMap<string, number>,
    among: ReadonlyMap<string, number>,
  ): Shared['wards'] => {
    const [x, n, sharedX, sharedN] = [inWard(having), inWard(among), apportioned(having), apportioned(among)];
    return new Map(
      [...n.keys()].map((code) => [code, [at(x, code), at(n, code), at(sharedX, code), at(sharedN, code)]]),
    );
  };
  return [
    ...[...strata].map(([id, counts]): Shared => {
      const table = id.startsWith('aged-') ? 'age' : 'ethnic group';
      return { id, table, base: 'people', wards: shared(counts, everyone) };
    }),
    ...TABLES.flatMap(([among, base, ids]) =>
      ids.map((id): Shared => ({ id, table: among, base, wards: shared(given(id), given(among)) })),
    ),
  ];
}

const logOdds = (x: number, n: number) => Math.log(x / (n - x));
const rms = (errors: readonly number[]) =>
  Math.sqrt(errors.reduce((sum, one) => sum + one * one, 0) / errors.length);

const errorsOf = ({ wards }: Shared) =>
  new Map(
    [...wards].map(([code, [x, n, sharedX, sharedN]]) => [code, logOdds(sharedX, sharedN) - logOdds(x, n)]),
  );

/** Own mean square, as often as there are tables, averaged with that of all; x (largest of one characteristic / that of all). */
export function errorsByWard(all: readonly Shared[]): { pooled: number; byWard: Map<string, number> } {
  const errors = all.map(errorsOf);
  const pooled = rms(errors.flatMap((one) => [...one.values()]));
  const largest = Math.max(...errors.map((one) => rms([...one.values()])));
  const codes = [...(errors[0]?.keys() ?? [])];
  const tables = new Set(all.map(({ table }) => table)).size;
  const moderated = (own: number) =>
    own < 1e-9 ? 0 : Math.sqrt((tables * own * own + pooled * pooled) / (tables + 1));
  return {
    pooled,
    byWard: new Map(
      codes.map((code) => {
        const own = rms(errors.map((one) => one.get(code) ?? Number.NaN));
        return [code, (moderated(own) * largest) / pooled];
      }),
    ),
  };
}

/** Whether the true share of each characteristic in each ward lies inside, its table left out. */
export function insideLeftOut(
  all: readonly Shared[],
): { id: string; code: string; inside: boolean; alone: boolean }[] {
  return all.flatMap(({ id, table, wards }) => {
    const { byWard } = errorsByWard(all.filter((one) => one.table !== table));
    return [...wards].map(([code, [x, n, sharedX, sharedN]]) => {
      const error = byWard.get(code) ?? Number.NaN;
      const { lower, upper } = modelledLimits(sharedX, sharedN, error);
      const distance = Math.abs(logOdds(sharedX, sharedN) - logOdds(x, n));
      return { id, code, inside: lower <= x / n && x / n <= upper, alone: distance <= Z * error + 1e-9 };
    });
  });
}

/** Limits of chance and modelling together, as fractions. */
export function modelledLimits(x: number, n: number, error: number, z = Z) {
  const half = z * Math.sqrt(1 / x + 1 / (n - x) + error * error);
  const back = (odds: number) => 1 / (1 + Math.exp(-odds));
  return { lower: back(logOdds(x, n) - half), upper: back(logOdds(x, n) + half) };
}

/** z of an area against the rest of a whole that is known exactly. */
export function modelledZ(
  part: { readonly x: number; readonly n: number; readonly error: number },
  whole: { readonly x: number; readonly n: number },
): number {
  const rest = { x: whole.x - part.x, n: whole.n - part.n };
  const error = part.error / (1 - part.n / whole.n);
  const variance = [part, rest].reduce((sum, { x, n }) => sum + 1 / x + 1 / (n - x), error * error);
  return (logOdds(part.x, part.n) - logOdds(rest.x, rest.n)) / Math.sqrt(variance);
}
