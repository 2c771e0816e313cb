import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { protectionRules, unprotected } from '../../../server/contract/protection-words.ts';
import { Rules, Unprotected } from './rules.tsx';

const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&#x27;', "'")
    .replaceAll('&quot;', '"');

test('the page says every rule, and all that is not protected', () => {
  const rules = textOf(renderToStaticMarkup(<Rules />));
  for (const { text } of protectionRules()) expect(rules).toContain(text);
  const open = textOf(
    renderToStaticMarkup(<Unprotected told={['Ash, aged 80 and over: people awaiting a dose']} />),
  );
  for (const { text } of unprotected()) expect(open).toContain(text);
  expect(open).toContain('Ash, aged 80 and over: people awaiting a dose');
  expect(renderToStaticMarkup(<Unprotected told={[]} />)).not.toContain('official totals alone, in what');
});
