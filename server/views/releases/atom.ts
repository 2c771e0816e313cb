/** A feed as Atom has it (RFC 4287). Pure. */
import { createHash } from 'node:crypto';

export interface AtomEntry {
  /** What makes it this entry and no other, for ever: a reader who has it is not shown it again. */
  readonly name: string;
  readonly title: string;
  /** When it became public, ISO 8601. */
  readonly updated: string;
  /** Address of a page that says more. */
  readonly page: string;
  readonly sentences: readonly string[];
}

export interface AtomFeed extends Omit<AtomEntry, 'sentences'> {
  readonly author: string;
  /** Where it is served. */
  readonly address: string;
  /** Newest first. */
  readonly entries: readonly AtomEntry[];
}

export const atomOf = ({ name, title, updated, author, address, page, entries }: AtomFeed): string =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    element('id', idOf(name)),
    element('title', title),
    element('updated', instantOf(updated)),
    `<author>${element('name', author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(address)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');

const entryOf = ({ name, title, updated, page, sentences }: AtomEntry): string =>
  [
    '<entry>',
    element('id', idOf(name)),
    element('title', title),
    element('published', instantOf(updated)),
    element('updated', instantOf(updated)),
    `<link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    element('content', sentences.join('\n'), ' type="text"'),
    '</entry>',
  ].join('\n');

const element = (name: string, text: string, attributes = '') =>
  `<${name}${attributes}>${escaped(text)}</${name}>`;

/** As XML 1.0 can carry it: marks of its own are written out, and characters it has no way to write are left out. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML cannot carry.
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const instantOf = (instant: string) => new Date(instant).toISOString();

/** Of the names of this product; itself made up once. */
const NAMESPACE = Buffer.from('3f2b7c5a9d0e4c1b8a6f5e4d3c2b1a09', 'hex');

/** A UUID by name (RFC 9562, version 5): the same wherever the site is served, and after it has moved. */
function idOf(name: string): string {
  const bytes = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`;
}
