import { type Static, Type } from 'typebox';
import { documentKinds } from './dimensions.ts';
import { idsOf } from './literals.ts';
import { place } from './place.ts';

/** Whose installation it is, and which pages have something to show. */
export const placeReply = Type.Object({
  release: Type.Integer({ description: 'Release the reply was answered from.' }),
  place,
  documents: Type.Array(idsOf(documentKinds, 'A kind of document.'), {
    description: 'The kinds of words kept as data that the release holds.',
  }),
  contact: Type.Union([Type.String({ format: 'email' }), Type.Null()], {
    description: 'Where problems with a page are reported to; null where the place names nobody.',
  }),
  covid19Vaccination: Type.Boolean({ description: 'Whether the release holds doses of COVID-19 vaccines.' }),
});
export type PlaceReply = Static<typeof placeReply>;
