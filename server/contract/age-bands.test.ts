import { describe, expect, test } from 'vitest';
import { ageBandLabel, ageRange, bandsCovering, narrowestBands } from './age-bands.ts';

test('a band is two ages, an age and over, one year, or all', () => {
  expect(ageRange('0-15')).toEqual({ from: 0, to: 15 });
  expect(ageRange('80-plus')).toEqual({ from: 80, to: Infinity });
  expect(ageRange('7')).toEqual({ from: 7, to: 7 });
  expect(ageRange('all')).toEqual({ from: 0, to: Infinity });
});

test('text that is no band, or ends before it starts, is refused', () => {
  for (const text of ['', '16+', '24-16', 'plus', '16-plus-24']) expect(ageRange(text)).toBeUndefined();
});

test('bands are said in words', () => {
  expect(['all', '0-15', '16-24', '65-plus', '7'].map(ageBandLabel)).toEqual([
    'All ages',
    'Under 16',
    '16 to 24',
    '65 and over',
    '7',
  ]);
});

describe('bands that cover a wider one', () => {
  const census = ['0-15', '16-24', '25-34', '35-49', '50-64', '65-plus'];
  test('fit end to end, whatever their order', () => {
    expect(bandsCovering('16-64', [...census].reverse())).toEqual(['16-24', '25-34', '35-49', '50-64']);
    expect(bandsCovering('all', census)).toEqual(census);
    expect(bandsCovering('16-plus', census)).toEqual(census.slice(1));
  });
  test('are none where they overlap an end or leave a hole', () => {
    expect(bandsCovering('25-29', census)).toBeUndefined();
    expect(bandsCovering('60-plus', census)).toBeUndefined();
    expect(bandsCovering('16-34', ['16-24', '30-34'])).toBeUndefined();
  });
  test('are the band itself where it is there', () => {
    expect(bandsCovering('65-plus', ['65-69', '70-plus', '65-plus'])).toEqual(['65-plus']);
  });
  test('are as few as possible', () => {
    expect(bandsCovering('all', ['0-17', '16-17', '18-24', '25-plus'])).toEqual(['0-17', '18-24', '25-plus']);
  });
});

test('the narrowest bands cover the ages, a wider one only where they must', () => {
  const bands = ['16-64', '65-plus', '16-24', '25-34', '35-64', '70-74', '75-plus', '65-69', '80-plus'];
  expect(narrowestBands('16-plus', bands)).toEqual(['16-24', '25-34', '35-64', '65-69', '70-74', '75-plus']);
  expect(narrowestBands('16-plus', ['16-64', '16-24', '65-plus'])).toEqual(['16-64', '65-plus']);
  expect(narrowestBands('0-15', bands)).toBeUndefined();
});
