/** The question of the map page, as its URL holds it. Every part may be left out; none is trusted. */
export const QUESTION_PARTS = [
  'indicator',
  'populationGroup',
  'ageBand',
  'sex',
  'ethnicScheme',
  'ethnicGroup',
  'deprivation',
  'denominator',
  'areaType',
  'period',
] as const;
export type QuestionPart = (typeof QUESTION_PARTS)[number];

export const views = ['value', 'verdict'] as const;
export type View = (typeof views)[number];
export const displays = ['map', 'table'] as const;
export type Display = (typeof displays)[number];

export type Question = Partial<Record<QuestionPart, string>>;
export interface MapSearch extends Question {
  view?: View;
  display?: Display;
  area?: string;
  /** Number of the release to answer from; left out, the newest. */
  release?: string;
}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9-]{1,80}$/.test(value);

const oneOf = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((item) => item === value);

/** Keeps what could be an answer and drops the rest, so that a mangled link still opens. */
export function validateMapSearch(raw: Record<string, unknown>): MapSearch {
  const search: MapSearch = {};
  for (const part of QUESTION_PARTS) {
    const value = raw[part];
    if (isWord(value)) search[part] = value;
  }
  const view = oneOf(views, raw.view);
  const display = oneOf(displays, raw.display);
  if (view !== undefined) search.view = view;
  if (display !== undefined) search.display = display;
  if (isWord(raw.area)) search.area = raw.area;
  if (typeof raw.release === 'string' && /^[1-9]\d{0,8}$/.test(raw.release)) search.release = raw.release;
  return search;
}

/** Plain `name=value` pairs: a period such as 2021 stays text, and links stay readable. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Record<string, unknown>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const text = new URLSearchParams(given).toString();
  return text === '' ? '' : `?${text}`;
}

export type SearchChange = { readonly [Part in keyof MapSearch]?: MapSearch[Part] | undefined };

/** The search with some parts changed; a part set to undefined is left out. */
export const changed = (search: MapSearch, change: SearchChange): MapSearch =>
  Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined));

/** The search asking another question, seen the same way and as reported at the same time. */
export function withQuestion(search: MapSearch, question: Question): MapSearch {
  const { view, display, area, release } = search;
  return changed({ ...question }, { view, display, area, release });
}

/** True where every part of the question the search names is answered as named. */
export const asAnswered = (search: MapSearch, question: Question) =>
  QUESTION_PARTS.every((part) => search[part] === undefined || search[part] === question[part]);
