/** How a page reads its URL: every parameter by a reader of its own, what none can read kept to be spoken of. */

import { isDay } from '../../../server/contract/days.ts';

/** The value a text stands for; undefined where it can stand for none. */
export type ParameterReader<T> = (text: string) => T | undefined;
export type ParameterReaders<Search> = {
  readonly [Name in Exclude<keyof Search, 'unread'>]-?: ParameterReader<NonNullable<Search[Name]>>;
};

export interface Unread {
  /** Parameters as the URL has them that the page cannot read: it names them, and they stay in the URL. */
  readonly unread?: Readonly<Record<string, string>>;
}

/** Put on links by those who count visits; they ask nothing of a page. */
const COUNTERS = /^(utm_.*|fbclid|gclid|msclkid)$/;

/** Texts by name; those that could not be read before are read again. */
function textsOf({ unread, ...raw }: Record<string, unknown>): [string, string][] {
  const before = typeof unread === 'object' && unread !== null ? unread : {};
  return [...Object.entries(before), ...Object.entries(raw)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
}

/** Keeps what could be an answer, so that a mangled link still opens, and sets the rest apart. */
export function readSearch<Search extends object>(
  readers: ParameterReaders<Search>,
  raw: Record<string, unknown>,
): Search & Unread {
  // The router lays what is read over the texts of the URL: what is not read must be named as nothing.
  const read = new Map<string, unknown>();
  const unread = new Map<string, string>();
  for (const [name, text] of textsOf(raw)) {
    const reader: ParameterReader<unknown> | undefined = Object.hasOwn(readers, name)
      ? readers[name as keyof typeof readers]
      : undefined;
    const value = text === '' ? undefined : reader?.(text);
    read.set(name, value);
    // A form sends the choices nobody made too.
    if (value === undefined && text !== '' && !COUNTERS.test(name)) unread.set(name, text);
  }
  return {
    ...Object.fromEntries(read),
    ...(unread.size > 0 && { unread: Object.fromEntries(unread) }),
  } as Search & Unread;
}

/** A word as ids, codes and periods are written. */
export const word: ParameterReader<string> = (text) => (/^[A-Za-z0-9-]{1,80}$/.test(text) ? text : undefined);

/** Parameters that are all words. */
export const wordsOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, word])) as Record<Name, ParameterReader<string>>;

/** A number of a release. */
export const readReleaseNumber: ParameterReader<string> = (text) =>
  /^[1-9]\d{0,8}$/.test(text) ? text : undefined;

/** A release to compare with: its number, or a day on which it was public. */
export const sinceWhen: ParameterReader<string> = (text) => (isDay(text) ? text : readReleaseNumber(text));

export const oneOfTerms =
  <T extends string>(terms: readonly { readonly id: T }[]): ParameterReader<T> =>
  (text) =>
    terms.find(({ id }) => id === text)?.id;

/** A list of a form sends one text; where that stands for two parameters, it is sent by these names. */
const sentAsOne: Readonly<Record<string, (text: string) => Record<string, string>>> = {
  /** "census-2021-5/black", or "all". */
  ethnicity: (text) => {
    const [ethnicScheme = '', ethnicGroup] = text.split('/');
    return ethnicGroup === undefined ? {} : { ethnicScheme, ethnicGroup };
  },
  /** An indicator and one of its groups. */
  gap: (text) => {
    const [indicator = '', group = ''] = text.split('/');
    return { indicator, group };
  },
  /** A scheme of ethnic groups, or "deprivation". */
  groups: (text) => (text === 'deprivation' ? { by: text } : { by: 'ethnicGroup', ethnicScheme: text }),
};

/** Plain `name=value` pairs: a period such as 2021 stays text, and links stay readable. */
export const parseSearch = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(text)].flatMap(([name, value]) =>
      Object.hasOwn(sentAsOne, name) ? Object.entries(sentAsOne[name]?.(value) ?? {}) : [[name, value]],
    ),
  );

/** What a page could read of its address, as its address writes it. */
export const parametersOf = (search: Unread) => textsOf({ ...search, unread: undefined });

export function stringifySearch(search: Record<string, unknown>): string {
  const text = new URLSearchParams(textsOf(search)).toString();
  return text === '' ? '' : `?${text}`;
}

export type SearchChange<Search> = { readonly [Name in keyof Search]?: Search[Name] | undefined };

/** The search with some parts changed; a part set to undefined is left out, and so is what could not be read. */
export function changedSearch<Search extends Unread>(search: Search, change: SearchChange<Search>): Search {
  const next = { ...search, ...change };
  for (const [name, value] of Object.entries(next))
    if (name === 'unread' || value === undefined) Reflect.deleteProperty(next, name);
  return next;
}
