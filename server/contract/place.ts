import { type Static, Type } from 'typebox';
import { areaTypes, serviceAreaTypes } from './dimensions.ts';
import { idsOf } from './literals.ts';

const area = {
  code: Type.String({ pattern: '^[EWSN]\\d{8}$', description: 'ONS code.' }),
  name: Type.String({ minLength: 1, description: 'Name.' }),
  type: idsOf(areaTypes, 'The type of area.'),
};

const servingArea = {
  code: Type.String({ pattern: '^[A-Z0-9]{3,6}$', description: 'Code of the Organisation Data Service.' }),
  name: Type.String({ minLength: 1, description: 'Name.' }),
  type: idsOf(serviceAreaTypes, 'The type of area of service.'),
  alsoCoded: Type.Optional(
    Type.Array(Type.String({ minLength: 1 }), { description: 'Codes that files use for it too.' }),
  ),
};

/** The boroughs that the place is set beside. */
const comparators = Type.Object(
  {
    plural: Type.String({
      minLength: 1,
      description: 'What the place and they are together: "London boroughs".',
    }),
    others: Type.Array(Type.Object({ code: area.code, name: area.name }), {
      minItems: 1,
      description: 'All of them but the place.',
    }),
    peers: Type.Optional(
      Type.Object(
        {
          codes: Type.Array(area.code, { minItems: 1, description: 'Some of the others.' }),
          chosen: Type.String({ minLength: 1, description: 'How they were chosen, in a sentence.' }),
          url: Type.Optional(Type.String({ pattern: '^https://', description: 'Who says so.' })),
        },
        { description: 'Those most like the place.' },
      ),
    ),
  },
  { description: 'Boroughs it is compared with. They have no pages, no place in a menu and none on a map.' },
);

/** The borough this installation serves, and the areas it lies in, smallest first. */
export const place = Type.Object({
  ...area,
  parents: Type.Array(Type.Object(area), { description: 'The areas it lies in, smallest first.' }),
  servedBy: Type.Optional(
    Type.Array(Type.Object(servingArea), {
      description: 'Networks, trusts and the system that serve it, as areas of service.',
    }),
  ),
  programme: Type.Optional(
    Type.String({
      minLength: 1,
      description: 'The programme against ethnic disparities that its readers belong to, by its own name.',
    }),
  ),
  comparators: Type.Optional(comparators),
});
export type Place = Static<typeof place>;
