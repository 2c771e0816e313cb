import { bases, labelOf } from '../../../server/contract/dimensions.ts';
import { inWords } from '../../../server/contract/phrases.ts';

/** The bases of the figures of one picture; a page of several says once what each means, and links to it from the others. */
export const basesNamed = (found: readonly string[]): string =>
  found.length === 0 ? 'no figures' : inWords(found.map((id) => labelOf(bases, id).toLowerCase()));

/** The same, each with its meaning: for a picture, which goes where no page stands around it. */
export function basesSentence(found: readonly string[]): string {
  if (found.length === 0) return 'no figures';
  return inWords(
    found.map(
      (id) =>
        `${labelOf(bases, id).toLowerCase()} (${bases.find((basis) => basis.id === id)?.meaning ?? id})`,
    ),
  );
}
