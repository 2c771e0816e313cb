import { expect, test } from 'vitest';
import type { BoroughEstimate } from '../../../server/contract/estimate.ts';
import { boroughsPlot, shownBoroughs } from './boroughs-plot.ts';

const borough = (name: string, value: number, limits?: readonly [number, number]): BoroughEstimate => ({
  code: name,
  name,
  role: name === 'Ash' ? 'place' : 'other',
  status: 'shown',
  value,
  interval: limits === undefined ? 'none' : 'published',
  ...(limits && { lower95: limits[0], upper95: limits[1] }),
  basis: 'published',
});
const missing: BoroughEstimate = {
  code: 'Oak',
  name: 'Oak',
  role: 'other',
  status: 'missing',
  reason: 'not-available',
  explanation: 'Not available.',
};

test('the highest stands first, level ones by name, and one without a figure has no mark', () => {
  const all = [borough('Elm', 5), missing, borough('Beech', 7), borough('Ash', 5)];
  expect(shownBoroughs(all).map(({ name }) => name)).toEqual(['Beech', 'Ash', 'Elm']);
  expect(boroughsPlot(all, null)?.marks.map(({ x }) => Math.round(x))).toEqual([17, 50, 83]);
});

test('every limit lies in the picture, above its figure and below it', () => {
  const plot = boroughsPlot([borough('Ash', 5, [1, 9]), borough('Elm', 6, [5, 8]), borough('Beech', 4)], 5);
  const [elm, ash, beech] = plot?.marks ?? [];
  expect(ash?.limits).toBeDefined();
  expect(beech?.limits).toBeUndefined();
  for (const { y, limits } of [elm, ash].filter((mark) => mark !== undefined)) {
    expect(limits?.top).toBeGreaterThan(0);
    expect(limits?.top).toBeLessThan(y);
    expect(limits?.bottom).toBeGreaterThan(y);
    expect(limits?.bottom).toBeLessThan(100);
  }
  expect(plot?.median).toBe(ash?.y);
  expect(plot?.ticks.map(({ value }) => value)).toEqual([2, 4, 6, 8]);
});

test('nothing is drawn where no borough has a figure', () => {
  expect(boroughsPlot([missing], null)).toBeUndefined();
});
