/** XML as a run of tags and texts, read piece by piece: what the documents inside spreadsheets need, and no more. */

export interface XmlHandlers {
  /** @param attributes as they stand in the tag: `attributesOf` reads them where they are wanted. */
  open(tag: string, attributes: string): void;
  text(text: string): void;
  close(tag: string): void;
}

/** No tag or text between tags is longer; what seems to be is no spreadsheet, and would have to be held whole. */
const LONGEST = 4_000_000;

/** @throws Error where the text ends inside a tag, or has none for millions of characters. */
export async function readXmlTags(stream: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of stream) {
    rest = readWhole(rest + decoder.decode(chunk, { stream: true }), handlers);
    if (rest.length > LONGEST) throw new Error('it is not well-formed');
  }
  if (rest.trim() !== '') throw new Error('it ends in the middle');
}

/** Reads every whole tag with the text before it. @returns what is left. */
function readWhole(xml: string, handlers: XmlHandlers): string {
  let at = 0;
  for (;;) {
    const start = xml.indexOf('<', at);
    const end = start === -1 ? -1 : endOfTag(xml, start);
    if (end === -1) return xml.slice(at);
    if (start > at) handlers.text(decoded(xml.slice(at, start)));
    readTag(xml.slice(start, end), handlers);
    at = end;
  }
}

const RUNS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The index after the tag that starts at `start`; -1 where it does not end yet. A quoted value may hold a ">". */
function endOfTag(xml: string, start: number): number {
  const next = xml[start + 1];
  const run = next === '!' || next === '?' ? RUNS.find(([begin]) => xml.startsWith(begin, start)) : undefined;
  if (run !== undefined) {
    const end = xml.indexOf(run[1], start + run[0].length);
    return end === -1 ? -1 : end + run[1].length;
  }
  let quote = 0;
  for (let at = start + 1; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) quote = code === quote ? 0 : quote;
    else if (code === DOUBLE || code === SINGLE) quote = code;
    else if (code === CLOSE) return at + 1;
  }
  return -1;
}

const [DOUBLE, SINGLE, CLOSE] = ['"', "'", '>'].map((sign) => sign.charCodeAt(0));

function readTag(tag: string, handlers: XmlHandlers): void {
  if (tag.startsWith('<![CDATA[')) handlers.text(tag.slice(9, -3));
  if (tag[1] === '!' || tag[1] === '?') return;
  if (tag[1] === '/') {
    handlers.close(tag.slice(2, -1).trimEnd());
    return;
  }
  const isEmpty = tag.endsWith('/>');
  const inside = tag.slice(1, isEmpty ? -2 : -1);
  const space = inside.search(/\s/);
  const name = space === -1 ? inside : inside.slice(0, space);
  handlers.open(name, space === -1 ? '' : inside.slice(space));
  if (isEmpty) handlers.close(name);
}

export function attributesOf(text: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [, name = '', double, single] of text.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    found[name] = decoded(double ?? single ?? '');
  return found;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
