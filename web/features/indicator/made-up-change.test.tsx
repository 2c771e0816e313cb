import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { answer } from '../../testing-answer.ts';
import { ChangeWords } from '../area/change-words.tsx';
import { MadeUpChange } from './trend-figure.tsx';

type Change = NonNullable<TrendReply['change']>;

const replyOf = (basis: 'published' | 'synthetic', verdict: Change['verdict'] = 'worse') => {
  const estimate = { status: 'shown', value: 80, interval: 'none', basis } as const;
  const change: Change = { ...answer, verdict, since: '2024', sinceLabel: '2024', from: estimate, test: '' };
  return { change, points: ['2024', '2025'].map((period) => ({ period, label: period, estimate })) };
};

test('a change of synthetic figures stands by its mark on the page of its indicator and of an area, and is marked so', () => {
  const made = replyOf('synthetic');
  for (const drawn of [<MadeUpChange reply={made} />, <ChangeWords change={made.change} />]) {
    const markup = renderToStaticMarkup(drawn);
    expect(markup).toMatch(/data-verdict="worse"/);
    expect(markup).toMatch(/Synthetic/);
  }
  const real = replyOf('published');
  expect(renderToStaticMarkup(<ChangeWords change={real.change} />)).not.toMatch(/Synthetic/);
});

test('of real figures the title tells the change, and what was not tested has no mark', () => {
  expect(renderToStaticMarkup(<MadeUpChange reply={replyOf('published')} />)).toBe('');
  expect(renderToStaticMarkup(<MadeUpChange reply={replyOf('synthetic', 'cannot-be-tested')} />)).toBe('');
});
