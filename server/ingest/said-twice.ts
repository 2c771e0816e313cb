/** What sources say twice - by age and by ethnic group, of small areas and of their district - must agree. Pure. */
import { ageRange, bandsCovering } from '../contract/age-bands.ts';
import { type AreaType, ethnicSchemes, nestedEthnicSchemes } from '../contract/dimensions.ts';

/** Measures that count the same people, or households, each in tables of its own. */
export interface SamePeople {
  readonly measures: readonly string[];
  /** By about how much the source moves each number to protect people; 0 where it does not. */
  readonly moved: number;
  /** By about what share of them its tables by age and by ethnic group differ, as it leaves out people whose age or area is unknown. */
  readonly leftOut?: number;
}

/** Every other measure that adds up is held against itself alone, to the person. */
const declared: readonly SamePeople[] = [
  // Cell by cell the Census's tables of one area differ by up to 10 over eleven numbers.
  { measures: ['residents', 'residents-asked-disability', 'residents-single-year'], moved: 4 },
  {
    measures: [
      'households-asked-occupancy',
      'households-asked-deprivation',
      'households-asked-tenure',
      'households-asked-dwelling',
    ],
    moved: 6,
  },
  // In England by 711 of 20.7 million on 14 March 2021, by 3,711 of 17.2 million two weeks earlier.
  { measures: ['covid-19-dose-1'], moved: 0, leftOut: 0.0005 },
  { measures: ['covid-19-dose-2'], moved: 0, leftOut: 0.0005 },
  { measures: ['children-in-relative-low-income'], moved: 5 },
  { measures: ['children-in-absolute-low-income'], moved: 5 },
];

export const samePeopleOf = (measure: string): SamePeople =>
  declared.find(({ measures }) => measures.includes(measure)) ?? {
    measures: [measure],
    moved: measure.startsWith('households-') || measure.startsWith('residents-') ? 4 : 0,
  };

/** One number of a measure and period, and the row it stands in where it is of the load. */
export interface Said {
  readonly measure: string;
  readonly areaType: AreaType;
  readonly areaCode: string;
  /** `all`, or with its scheme: `census-2021-5/white`. */
  readonly ethnicGroup: string;
  readonly ageBand: string;
  readonly value: number | null;
  readonly file?: number;
  readonly row?: number;
}

export interface Disagreement {
  readonly areaCode: string;
  readonly expected: string;
  readonly at: Said;
}

/** What the numbers of one table are by. */
interface Table {
  readonly words: string;
  /** Age, ethnic group, both or neither. */
  readonly by: string;
  readonly groups: ReadonlySet<string>;
  readonly bands: readonly string[];
  /** By area, then by group and band. */
  readonly areas: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
}
interface Cell {
  readonly value: number;
  /** Published numbers in it. */
  readonly numbers: number;
  readonly at: Said;
}

const keyOf = (group: string, band: string): string => `${group} ${band}`;
const schemeOf = (group: string): string => (group === 'all' ? 'all' : (group.split('/')[0] ?? ''));

/**
 * Every two tables of the same people that differ by more than the source moves its numbers by, wherever both can tell.
 *
 * @param said all numbers of the measures that count these people, of one period.
 * @param district the place itself, and the areas that make it, list by list.
 */
export function disagreementsIn(
  said: readonly Said[],
  same: SamePeople,
  district: { readonly code: string; readonly codes: (said: Said) => readonly string[] },
): Disagreement[] {
  const groups = [
    ...Map.groupBy(said, (one) => `${one.measure}|${one.areaType}|${schemeOf(one.ethnicGroup)}`).values(),
  ].map((ofTable) => ({ own: tableOf(ofTable), ofTable }));
  const tables = groups.flatMap(({ own, ofTable }) => [own, ...sumsOf(own, ofTable, district)]);
  return [
    ...groups.flatMap(({ own }) => withWiderAges(own, same)),
    ...tables.flatMap((one, at) => tables.slice(at + 1).flatMap((other) => between(one, other, same))),
  ];
}

/** The ages among them that others of them make: said twice in one table. */
export const widerAges = (bands: readonly string[]): string[] =>
  bands.filter(
    (band) =>
      bandsCovering(
        band,
        bands.filter((other) => other !== band),
      ) !== undefined,
  );

function withWiderAges(table: Table, same: SamePeople): Disagreement[] {
  const wider = widerAges(table.bands);
  if (wider.length === 0) return [];
  const narrow = table.bands.filter((band) => !wider.includes(band));
  const total = { ...table, bands: wider, words: 'its own row of all those ages' };
  return between({ ...table, bands: narrow }, total, same);
}

function tableOf(said: readonly Said[]): Table {
  const [first] = said;
  const by = [
    schemeOf(first?.ethnicGroup ?? 'all') === 'all'
      ? ''
      : `by ethnic group (${schemeOf(first?.ethnicGroup ?? '')})`,
    new Set(said.map(({ ageBand }) => ageBand)).size > 1 ? 'by age' : '',
  ].filter(Boolean);
  const areas = [...Map.groupBy(said, ({ areaCode }) => areaCode)].map(([code, cells]) => {
    const known = cells.flatMap((at): [string, Cell][] =>
      at.value === null ? [] : [[keyOf(at.ethnicGroup, at.ageBand), { value: at.value, numbers: 1, at }]],
    );
    return [code, new Map(known)] as const;
  });
  return {
    words: [first?.measure, ...by].join(' '),
    by: by.map((words) => words.split(' (')[0]).join(' '),
    groups: new Set(said.map(({ ethnicGroup }) => ethnicGroup)),
    bands: [...new Set(said.map(({ ageBand }) => ageBand))],
    areas: new Map(areas),
  };
}

/** The small areas of the district added up, part by part, where each of them is there. */
function sumsOf(
  table: Table,
  [first]: readonly Said[],
  { code, codes }: Parameters<typeof disagreementsIn>[2],
): Table[] {
  const all = first === undefined ? [] : codes(first);
  if (first === undefined || all.length === 0) return [];
  const sums = new Map<string, Cell>();
  for (const part of new Set([...table.areas.values()].flatMap((cells) => [...cells.keys()]))) {
    const cells = all.flatMap((area) => table.areas.get(area)?.get(part) ?? []);
    const [cell] = cells.toSorted((a, b) => Number(b.at.row !== undefined) - Number(a.at.row !== undefined));
    if (cell === undefined || cells.length < all.length) continue;
    const value = cells.reduce((sum, one) => sum + one.value, 0);
    sums.set(part, { value, numbers: cells.length, at: cell.at });
  }
  const words = `${table.words} of its ${all.length} ${first.areaType === 'ward' ? 'wards' : `${first.areaType.toUpperCase()}s`} together`;
  return [{ ...table, words, areas: new Map([[code, sums]]) }];
}

/** Areas of one pair of tables that are named; the others are counted. */
const NAMED = 5;

function between(one: Table, other: Table, same: SamePeople): Disagreement[] {
  const parts = new Map(
    [one, other].flatMap((table) => partsOf(table).map((part) => [keyOf(...part), part] as const)),
  );
  const found = [...one.areas.keys()].flatMap((area) =>
    other.areas.has(area)
      ? [...parts.values()].flatMap(([group, band]) => differing(one, other, area, [group, band], same))
      : [],
  );
  const rest = found.length - NAMED;
  return found
    .slice(0, NAMED)
    .map((each, at) =>
      at === NAMED - 1 && rest > 0
        ? { ...each, expected: `${each.expected}; so do ${rest} other figures` }
        : each,
    );
}

/** What a table tells by itself: its groups and ages, and everybody. */
function partsOf({ groups, bands }: Table): (readonly [group: string, band: string])[] {
  const youngest = Math.min(...bands.map((band) => ageRange(band)?.from ?? 0));
  const everyAge = youngest === 0 ? 'all' : `${youngest}-plus`;
  return [
    ['all', everyAge],
    ...[...groups].map((group) => [group, everyAge] as const),
    ...bands.map((band) => ['all', band] as const),
  ];
}

function differing(
  one: Table,
  other: Table,
  area: string,
  [group, band]: readonly [string, string],
  { moved, leftOut = 0 }: SamePeople,
): Disagreement[] {
  const [a, b] = [one, other].map((table) => told(table, area, group, band));
  if (a === undefined || b === undefined) return [];
  const share = one.by === other.by ? 0 : leftOut;
  const most = moved * Math.sqrt(a.numbers + b.numbers) + share * a.value;
  if (Math.abs(a.value - b.value) <= most) return [];
  const about = [group === 'all' ? '' : group.split('/')[1], band === 'all' ? '' : `aged ${band}`].filter(
    Boolean,
  );
  const who = about.length === 0 ? '' : ` (${about.join(', ')})`;
  const within = most === 0 ? '' : `, within ${Math.floor(most)}`;
  return [
    {
      areaCode: area,
      at: a.at.row === undefined ? b.at : a.at,
      expected: `${one.words} makes ${a.value}${who} in ${area}, ${other.words} makes ${b.value}; expected as many in both${within}`,
    },
  ];
}

/** What a table tells of a part; undefined where it cannot. */
function told(table: Table, area: string, group: string, band: string): Cell | undefined {
  const cells = table.areas.get(area);
  const groups = groupsFor(group, table.groups);
  const bands = bandsCovering(band, table.bands);
  if (cells === undefined || groups === undefined || bands === undefined) return undefined;
  const found = groups.flatMap((one) => bands.flatMap((age) => cells.get(keyOf(one, age)) ?? []));
  const [first] = found.toSorted((a, b) => Number(b.at.row !== undefined) - Number(a.at.row !== undefined));
  if (first === undefined || found.length < groups.length * bands.length) return undefined;
  return {
    at: first.at,
    value: found.reduce((sum, { value }) => sum + value, 0),
    numbers: found.reduce((sum, { numbers }) => sum + numbers, 0),
  };
}

/** The groups of a table that make one; nobody need be of unknown group. */
function groupsFor(group: string, available: ReadonlySet<string>): readonly string[] | undefined {
  if (available.has(group)) return [group];
  const scheme = schemeOf([...available][0] ?? 'all');
  const nested = nestedEthnicSchemes.find(({ finer }) => finer === scheme);
  const all = ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }) => id) ?? [];
  const within = all.filter((id) => group === 'all' || `${nested?.coarser}/${nested?.groupOf[id]}` === group);
  const wanted = within
    .map((id) => `${scheme}/${id}`)
    .filter((id) => available.has(id) || !id.endsWith('/unknown'));
  return wanted.length > 0 && wanted.every((id) => available.has(id)) ? wanted : undefined;
}
