import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { ReleasesReply } from '../contract/release-replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';

const { place } = testConfig;
const SITE = 'https://figures.example.org/health';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  demo = await demonstrationApp({ config: { ...testConfig, publicUrl: `${SITE}/` } });
});
afterAll(() => demo.close());

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string) =>
  text.replace(/&(\w+);/g, (_, name: string) => {
    const found = entities[name];
    if (found === undefined) throw new Error(`XML has no entity ${name}`);
    return found;
  });

/** Reads the part of XML 1.0 that a feed may use, and throws where it is not well formed. */
function readXml(text: string): Element {
  const [declaration, ...rest] = text.split(/(?<=\?>)/);
  expect(declaration).toBe('<?xml version="1.0" encoding="utf-8"?>');
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [part, end, name = '', attributes = '', empty] of rest
    .join('')
    .matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>|[^<]+|</g)) {
    const current = open.at(-1);
    if (current === undefined || part === '<') throw new Error('a mark that begins nothing');
    if (!part.startsWith('<')) {
      if (/&(?!\w+;)/.test(part)) throw new Error('an ampersand that is not written out');
      current.text += plain(part);
    } else if (end === '/') {
      if (open.pop()?.name !== name) throw new Error(`${name} ends where it did not begin`);
    } else {
      const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key, value = '']) => [
        key,
        plain(value),
      ]);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      current.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  expect(open).toEqual([root]);
  expect(root.children).toHaveLength(1);
  return root.children[0] as Element;
}

const childrenOf = ({ children }: Element, name: string) => children.filter((one) => one.name === name);
const textOf = (element: Element, name: string) => {
  const [only, ...more] = childrenOf(element, name);
  if (only === undefined || more.length > 0) throw new Error(`${element.name} has not one ${name}`);
  return only.text;
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const UUID = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** As RFC 4287 asks of a feed and of each entry. */
function readFeed(text: string) {
  const feed = readXml(text);
  expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  expect(textOf(childrenOf(feed, 'author')[0] as Element, 'name')).toMatch(/\S/);
  const entries = childrenOf(feed, 'entry');
  for (const element of [feed, ...entries]) {
    expect(textOf(element, 'id')).toMatch(UUID);
    expect(textOf(element, 'title')).toMatch(/\S/);
    expect(textOf(element, 'updated')).toMatch(INSTANT);
    const links = childrenOf(element, 'link').map(({ attributes }) => attributes);
    expect(new Set(links.map(({ rel }) => rel)).size).toBe(links.length);
    for (const { href } of links) expect(href?.startsWith(SITE)).toBe(true);
  }
  const updates = entries.map((entry) => textOf(entry, 'updated'));
  expect(updates).toEqual(updates.toSorted().reverse());
  if (updates[0] !== undefined) expect(textOf(feed, 'updated')).toBe(updates[0]);
  const ids = [feed, ...entries].map((one) => textOf(one, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
  return {
    id: textOf(feed, 'id'),
    title: textOf(feed, 'title'),
    self: childrenOf(feed, 'link').find(({ attributes }) => attributes.rel === 'self')?.attributes.href,
    entries: entries.map((entry) => ({
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      content: textOf(entry, 'content'),
    })),
  };
}

async function feedAt(path: string) {
  const reply = await demo.app.inject(`/health/api/v1${path}`);
  expect(reply.statusCode, reply.body).toBe(200);
  expect(reply.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  const feed = readFeed(reply.body);
  expect(feed.self).toBe(`${SITE}/api/v1${path}`);
  return feed;
}
const changesOf = (query = '') => demo.get<ChangesReply>(`/health/api/v1/releases/2/changes${query}`);

describe('a feed', () => {
  test('of the place has an entry for each release, in the sentences of what changed', async () => {
    const { releases } = await demo.get<ReleasesReply>('/health/api/v1/releases');
    const { summary } = await changesOf();
    const { title, entries } = await feedAt('/releases.atom');
    expect(title).toBe(`${place.name}: releases and what changed`);
    expect(entries.map((entry) => entry.title.split(',')[0])).toEqual(
      releases.map(({ id }) => `Release ${id}`),
    );
    const withoutWithdrawals = summary.filter((sentence) => !sentence.startsWith('Withdrawn'));
    for (const sentence of withoutWithdrawals) expect(entries[0]?.content).toContain(sentence);
    expect(entries.at(-1)?.content).toMatch(/^The first release/);
  });

  test('of an indicator tells of it alone, and nothing of one that stayed as it was', async () => {
    const { revisions, newPeriods } = await changesOf();
    const changed = [...revisions, ...newPeriods].find(({ basis }) => !basis.includes('synthetic'));
    if (changed === undefined) throw new Error('the demonstration changes something');
    const { entries, title } = await feedAt(`/indicators/${changed.indicator}/changes.atom`);
    expect(title).toContain(changed.title.split(',')[0]);
    expect(entries[0]?.title).toMatch(/^Release 2/);
    const others = [...revisions, ...newPeriods].filter(({ indicator }) => indicator !== changed.indicator);
    for (const { shortTitle } of others) expect(entries[0]?.content).not.toContain(shortTitle);
    const calm = await feedAt('/indicators/overcrowding/changes.atom');
    expect(calm.entries.map((entry) => entry.title).filter((one) => one.startsWith('Release 2'))).toEqual([]);
  });

  test('of a ward has an entry only where something real changed there', async () => {
    const ward = 'E05011110';
    const { summary, area } = await changesOf(`?area=${ward}`);
    expect(summary).toEqual([`No real figure of ${area.name} changed.`]);
    const { title, entries } = await feedAt(`/areas/${ward}/changes.atom`);
    expect(title).toContain(area.name);
    expect(entries.map((entry) => entry.title.split(',')[0])).toEqual(['Release 1']);
  });

  test('keeps its ids, and has others than every other feed', async () => {
    const [first, second, ward] = [
      await feedAt('/releases.atom'),
      await feedAt('/releases.atom'),
      await feedAt('/areas/E05011110/changes.atom'),
    ];
    expect(second).toEqual(first);
    const ids = [first, ward].flatMap(({ id, entries }) => [id, ...entries.map((entry) => entry.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('of what there is not is refused as every question is', async () => {
    for (const path of ['/indicators/no-such-indicator/changes.atom', '/areas/E05999999/changes.atom'])
      expect((await demo.app.inject(`/health/api/v1${path}`)).statusCode).toBe(404);
  });
});
