import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { widestGapsFirst } from './area-order.ts';
import { GapMapLegend } from './gap-map-legend.tsx';
import { gapMapTitle, spokenGap } from './gap-map-words.ts';
import { classOfGap, gapClasses, gapEdgesOf, paintOfGap } from './gap-paint.ts';
import { areaOf, gapOf, gapsOf, nothingCompared, shownFigure } from './testing-gaps.ts';

const worse = areaOf('Ash', shownFigure(29), gapOf(9, 'worse'));
const better = areaOf('Elm', shownFigure(15), gapOf(-5, 'better'));
const level = areaOf('Oak', shownFigure(21), gapOf(1, 'similar'));
const hidden = areaOf(
  'Yew',
  { status: 'withheld', reason: 'small-counts', explanation: 'Small.' },
  nothingCompared,
);
const alone = areaOf('Box', shownFigure(20), nothingCompared);
const reply = gapsOf([hidden, level, worse, better, alone], { breaks: [2.5, 8.3] });
const classes = gapClasses(reply);

test('no gap is always an edge, and the hues change there', () => {
  expect(gapEdgesOf(reply)).toEqual([0, 2.5, 8.3]);
  expect(classes.map(({ side }) => side)).toEqual(['better', 'worse', 'worse', 'worse']);
  expect(gapClasses({ ...reply, polarity: 'higher-is-better' }).map(({ side }) => side)).toEqual([
    'worse',
    'better',
    'better',
    'better',
  ]);
  expect(new Set(classes.map(({ fill }) => fill)).size).toBe(4);
  expect(classes.map(({ label }) => label)).toEqual([
    'under 0.0',
    '0.0 to +2.4',
    '+2.5 to +8.2',
    '+8.3 and over',
  ]);
});

test('ratios turn at one', () => {
  expect(gapEdgesOf({ ...reply, breaks: [1.2], query: { ...reply.query, measure: 'ratio' } })).toEqual([
    1, 1.2,
  ]);
});

test('only a proven gap has a colour; not proven, withheld and not compared have a pattern each', () => {
  expect(paintOfGap(worse, reply, classes).fill).toBe(classes[3]?.fill);
  expect(paintOfGap(better, reply, classes).fill).toBe(classes[0]?.fill);
  expect(paintOfGap(level, reply, classes).pattern).toBe('not-distinguishable');
  expect(paintOfGap(hidden, reply, classes).pattern).toBe('withheld');
  expect(paintOfGap(alone, reply, classes).pattern).toBe('missing');
  expect([hidden, level, alone].map((area) => classOfGap(area, reply))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('the written gap decides its class, and the legend says worse only of areas that were found so', () => {
  const edge = areaOf('Fir', shownFigure(29), gapOf(8.26, 'worse'));
  expect(classes[classOfGap(edge, reply) ?? 0]?.label).toBe('+8.3 and over');
  const legend = (areas: ReturnType<typeof areaOf>[]) =>
    renderToStaticMarkup(GapMapLegend({ reply: { ...reply, areas }, classes })).replaceAll(/<[^>]*>/g, ' ');
  expect(legend([worse, edge])).toMatch(/\+8\.3 and over\s+\( ?worse ?\)/);
  const higher = areaOf('Bay', shownFigure(29), { ...gapOf(9, 'worse'), verdict: 'higher' });
  expect(legend([worse, higher])).toMatch(/\+8\.3 and over\s+\( ?higher ?\)/);
});

test('areas are listed by the gap the wrong way, those without one last and in order of name', () => {
  expect(widestGapsFirst(reply).map(({ name }) => name)).toEqual(['Ash', 'Oak', 'Elm', 'Box', 'Yew']);
});

test('the title counts what is proven, of real figures only', () => {
  expect(gapMapTitle(reply, 'Outcome')).toBe(
    'Outcome, Black residents: worse than everyone else in the same area in 1 ward, better in 1',
  );
  expect(gapMapTitle(gapsOf([level]), 'Outcome')).toBe(
    'Outcome, Black residents: not beyond chance in any ward',
  );
  const madeUp = areaOf('Ash', shownFigure(29, 'synthetic'), gapOf(9, 'worse', 'synthetic'));
  expect(gapMapTitle(gapsOf([madeUp]), 'Outcome')).toBe(reply.title);
});

test('an area is read out with its gap, its people and the doubt', () => {
  expect(spokenGap(worse, reply)).toBe(
    'Ash. 29.0%: 9.0 points higher (8.0 to 10.0) than everyone else in the same area. 900 more (800 to 1,000) people than if level',
  );
  const made = areaOf('Fir', shownFigure(29, 'synthetic'), gapOf(9, 'worse', 'synthetic'));
  expect(spokenGap(made, reply)).toBe(
    'Fir. 29.0%. Gap +9.0 (+8.0 to +10.0) points. Behind the gap: 900 more (800 to 1,000) people',
  );
  expect(spokenGap(level, reply)).toMatch(/Not beyond chance$/);
  expect(spokenGap(hidden, reply)).toBe('Yew. Withheld');
});
