/** A share of the trials that `npm run bench -- long` runs whole. */
import { expect, test } from 'vitest';
import { measurePromise, promises } from './verdict-promises.ts';

const [SEED, TRIALS] = [14, 100];

test.each(promises.map((promise) => [promise.of.map(({ words }) => words).join('; '), promise] as const))(
  '%s',
  (_, promise) => {
    for (const { words, share, isKept } of measurePromise(promise, SEED, TRIALS))
      expect({ words, share, isKept }).toEqual({ words, share, isKept: true });
  },
);
