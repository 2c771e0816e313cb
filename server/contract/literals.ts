import { Type } from 'typebox';

/** A schema that accepts exactly the ids of one closed list. */
export function idsOf<const T extends readonly { readonly id: string }[]>(terms: T, description: string) {
  return Type.Unsafe<T[number]['id']>(Type.String({ enum: terms.map((term) => term.id), description }));
}
