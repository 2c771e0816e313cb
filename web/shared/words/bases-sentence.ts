import { bases, labelOf } from '../../../server/contract/dimensions.ts';
import { inWords } from '../../../server/contract/phrases.ts';

/** The bases of the figures of one picture, each with its meaning. */
export function basesSentence(found: readonly string[]): string {
  if (found.length === 0) return 'no figures';
  return inWords(
    found.map(
      (id) =>
        `${labelOf(bases, id).toLowerCase()} (${bases.find((basis) => basis.id === id)?.meaning ?? id})`,
    ),
  );
}
