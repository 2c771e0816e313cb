/** The page on methods can be handed to another partnership as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { countWords } from '../contract/phrases.ts';
import { PROTECT } from '../contract/policies.ts';

const page = readFileSync(join(import.meta.dirname, 'methods.md'), 'utf8');

test('names no place and types none of its figures', () => {
  const { name, parents } = JSON.parse(
    readFileSync(join(import.meta.dirname, '..', 'place.json'), 'utf8'),
  ) as {
    readonly name: string;
    readonly parents: readonly { readonly name: string; readonly type: string }[];
  };
  const local = [name, ...parents.filter(({ type }) => type === 'region').map((parent) => parent.name)];
  for (const one of local) expect(page).not.toContain(one);
});

test('every link within it leads to one of its sections', () => {
  const sections = [...page.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) =>
    words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  );
  const links = [...page.matchAll(/\]\(#([^)]*)\)/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(0);
  for (const id of links) expect(sections).toContain(id);
});

test('every source it cites is among its references, and every reference is cited', () => {
  const [text = '', references = ''] = page.split('## References');
  const listed = references.split('\n').filter((line) => line.startsWith('- '));
  const cited = [...text.matchAll(/\b([A-Z][A-Za-z]+)(?: & [A-Z][A-Za-z]+| et al)? (\d{4})\b/g)]
    .map(([, name = '', year = '']) => ({ name, year }))
    .filter(({ name }) => !['Census', 'Population'].includes(name));
  expect(cited.length).toBeGreaterThanOrEqual(30);
  const isOf = (line: string, { name, year }: (typeof cited)[number]) =>
    line.startsWith(`- ${name} `) && line.includes(`(${year})`);
  for (const one of cited) expect([one, listed.some((line) => isOf(line, one))]).toEqual([one, true]);
  for (const line of listed) expect([line, cited.some((one) => isOf(line, one))]).toEqual([line, true]);
});

test('says the numbers that people are protected by', () => {
  const plain = page.replaceAll(/\s+/g, ' ');
  for (const words of [
    `A count of 1 to ${PROTECT.largestSmall} people`,
    `to the nearest ${PROTECT.roundedTo};`,
    `nor to be below ${countWords(PROTECT.notBelow)}.`,
  ])
    expect(plain).toContain(words);
});
