import { type Static, Type } from 'typebox';
import { areaTypes } from './dimensions.ts';
import { idsOf } from './literals.ts';

const area = {
  code: Type.String({ pattern: '^[EWSN]\\d{8}$', description: 'ONS code.' }),
  name: Type.String({ minLength: 1, description: 'Name.' }),
  type: idsOf(areaTypes, 'The type of area.'),
};

/** The borough this installation serves, and the areas it lies in, smallest first. */
export const place = Type.Object({
  ...area,
  parents: Type.Array(Type.Object(area), { description: 'The areas it lies in, smallest first.' }),
  programme: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'The programme against ethnic disparities that its readers belong to, by its own name.',
    }),
  ),
});
export type Place = Static<typeof place>;
