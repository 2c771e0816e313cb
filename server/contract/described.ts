/** Fields of replies: each with what it means in words, which the documentation of the API shows. */
import { Type } from 'typebox';

export const text = (description: string) => Type.String({ description });
export const number = (description: string) => Type.Number({ description });
export const count = (description: string) => Type.Integer({ description });

/** One of a few words that stand in this field alone; what several fields share is a closed list. */
export const oneOf = <const Word extends string>(words: readonly Word[], description: string) =>
  Type.Unsafe<Word>(Type.String({ enum: [...words], description }));

export const releaseNumber = count('Number of the release this reply was answered from.');
