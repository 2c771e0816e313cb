/** The same sentences wherever protection is explained, with the policy's own numbers. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PROTECT } from './policies.ts';
import { disclosureRuleOf, protectionRules, rangeOf, unprotected } from './protection-words.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ');

test('the page on methods says every sentence', () => {
  const page = plain(readFileSync(resolve('server/docs/methods.md'), 'utf8'));
  for (const { text } of [...protectionRules(), ...unprotected()]) expect(page).toContain(text);
});

test('the rule of an indicator is made of them: those of doses where it is about doses', () => {
  const sentences = [...protectionRules(), ...unprotected()];
  for (const { of, text } of sentences) {
    expect(disclosureRuleOf('doses')).toContain(text);
    expect(disclosureRuleOf('all').includes(text)).toBe(of === 'all');
  }
});

test('numbers are those of the policy', () => {
  const other = { largestSmall: 5, roundedTo: 3, notBelow: 3, edition: 9 };
  const said = [...protectionRules(other), ...unprotected(other)].map(({ text }) => text).join(' ');
  expect(said).toContain('1 to 5 people');
  expect(said).toContain('nearest 3;');
  expect(said).toContain('below three');
  expect(said).toContain('“fewer than six”');
  expect(said).not.toMatch(/1 to 7|nearest 5|four|eight/);
  expect(rangeOf(6, other)).toEqual({ lowest: 6, highest: 7 });
  expect(rangeOf(2 * PROTECT.roundedTo)).toEqual({ lowest: 8, highest: 12 });
});
