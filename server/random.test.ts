import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalDraws, seededChoices, seededRandom } from './random.ts';

test('draws are the same from the same seed, above 0 and below 1', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const [once, again] = [seededRandom(seed), seededRandom(seed)];
      const normal = normalDraws(seededRandom(seed));
      for (let draw = 0; draw < 20; draw++) {
        const number = once();
        expect(number).toBe(again());
        expect(number > 0 && number < 1).toBe(true);
        expect(Math.abs(normal())).toBeLessThan(10);
      }
    }),
  );
});

test('choices are the same from the same seed, and lie below their limit', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000 }), (seed, below) => {
      const [once, again] = [seededChoices(seed), seededChoices(seed)];
      for (let draw = 0; draw < 20; draw++) {
        const choice = once(below);
        expect(choice).toBe(again(below));
        expect(Number.isInteger(choice) && choice >= 0 && choice < below).toBe(true);
      }
    }),
  );
});

test('the sequences stay what they are: figures and withheld cells rest on them', () => {
  expect(seededRandom(2025)()).toBeCloseTo(0.7207, 4);
  expect(normalDraws(seededRandom(1))()).toBeCloseTo(1.8484, 4);
  const choose = seededChoices(1);
  expect([choose(1_000), choose(1_000), choose(1_000)]).toEqual([954, 63, 911]);
});

test('half a seed is refused', () => {
  expect(() => seededRandom(0.5)).toThrow('seededRandom requires a whole number as seed');
});
