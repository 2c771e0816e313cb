import type { Out } from './out.ts';
import { measurePromise, promises } from './verdict-promises.ts';

const [SEED, TRIALS] = [2026, 1000];

/**
 * Prints how often verdicts keep what they promise.
 *
 * @throws Error where that is not often enough.
 */
export async function benchVerdictTrials(out: Out): Promise<void> {
  out(`\nverdict trials, seed ${SEED}, ${TRIALS} of each`);
  const broken: string[] = [];
  for (const promise of promises) {
    for (const { words, share, bound, isKept } of measurePromise(promise, SEED, TRIALS)) {
      if (!isKept) broken.push(words);
      const limit =
        'atMost' in bound ? `at most ${percent(bound.atMost)}` : `at least ${percent(bound.atLeast)}`;
      out(`${isKept ? 'kept  ' : 'BROKEN'} ${percent(share).padStart(6)} (${limit}) ${words}`);
    }
  }
  if (broken.length > 0) throw new Error(`not kept: ${broken.join('; ')}`);
}

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
