import type { Meaning } from '../../../server/contract/meaning.ts';

/** What must be read beside every sentence about a figure, or the sentence misleads; nothing for most. */
export const Caution = ({ meaning: { caution } }: { meaning: Pick<Meaning, 'caution'> }) =>
  caution === null ? null : <p className="notice notice--caution">{caution}</p>;
