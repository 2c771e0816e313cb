import type { Meaning } from '../../server/contract/meaning.ts';
import { adjustmentWords } from '../meaning.ts';

type Told = Pick<Meaning, 'scaleNote' | 'ageAdjusted' | 'caution'>;

/** What a row must say of its figures, after its period: the scale, that age is not allowed for, and whom they tell of. */
export const MeaningWords = ({ meaning }: { meaning: Told }) => (
  <>
    {adjustmentWords(meaning)}
    {meaning.scaleNote !== null &&
      `; ${meaning.scaleNote.charAt(0).toLowerCase()}${meaning.scaleNote.slice(1)}`}
    {meaning.caution !== null && `. ${meaning.caution}`}
  </>
);
