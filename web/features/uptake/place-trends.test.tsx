import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { TrendReply } from '../../../server/contract/replies.ts';
import { PlaceTrend } from './place-trends.tsx';

const indicator = { unit: 'percent', decimals: 1, counted: 'children' } as const;
const missing = { status: 'missing', reason: 'not-collected' } as const;
const shown = { status: 'shown', value: 79.8, interval: 'none', basis: 'published' } as const;
const replyOf = (estimate: typeof missing | typeof shown) =>
  ({
    points: [{ period: '2025-Q1', label: 'January to March 2025', estimate }],
    asOf: '2026-11-27',
  }) as unknown as TrendReply;

const textOf = (reply: TrendReply | undefined, isRefused = false) =>
  renderToStaticMarkup(
    <PlaceTrend indicator={indicator} reply={reply} isRefused={isRefused} thresholds={[]} />,
  );

describe('a vaccine of the whole place', () => {
  test('is not said to be without figures while its answer is on its way, nor where none came', () => {
    expect(textOf(undefined)).toContain('Loading…');
    expect(textOf(undefined, true)).toContain('Could not be loaded');
    for (const isRefused of [false, true]) expect(textOf(undefined, isRefused)).not.toContain('held');
  });
  test('is said to be without where the answer has none', () => {
    expect(textOf(replyOf(missing))).toContain('No figure is held.');
  });
  test('keeps its figure where asking again failed', () => {
    expect(textOf(replyOf(shown), true)).toContain('79.8%');
  });
});
