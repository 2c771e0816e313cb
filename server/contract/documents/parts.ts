/** What the layouts of documents share: a field of one name means the same in every kind. */
import { type TProperties, Type } from 'typebox';
import { areaTypes, type DocumentKind, ethnicSchemes } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { stratum as wholeStratum } from '../queries.ts';

export const strict = { additionalProperties: false };

export const words = (description: string) => Type.String({ minLength: 1, description });
export const day = (description: string) =>
  Type.String({ format: 'date', description: `${description} As 2026-11-22.` });
export const address = (description: string) => Type.String({ pattern: '^https?://\\S+$', description });
export const id = (description: string) =>
  Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 80, description });

export const indicator = id('Id of the indicator it is about.');
export const indicatorIds = Type.Array(id('Id of an indicator.'), {
  description: 'Indicators it is about, most telling first; may be empty.',
});
export const area = Type.Object(
  {
    type: idsOf(areaTypes, 'The type of area.'),
    code: Type.String({ pattern: '^[A-Za-z0-9-]{1,20}$', description: 'Code of the area.' }),
  },
  { ...strict, description: 'An area of the place, or one it lies in.' },
);
export const ethnicGroup = Type.Object(
  {
    scheme: idsOf(ethnicSchemes, 'The list the group belongs to.'),
    group: id('A group of that list.'),
  },
  { ...strict, description: 'An ethnic group with its scheme.' },
);
/** A part left out takes the default stratum of the indicator. */
export const partialStratum = Type.Partial(wholeStratum, {
  ...strict,
  description: 'Who the figure is about; a part left out takes the default of the indicator.',
});

/** What every entry of every document says of itself. */
export const provenance = {
  source: id('Which of the sources of the document says so.'),
  synthetic: Type.Boolean({
    description: 'True where it is made for demonstration: illustrative, and asserted by nobody.',
  }),
};

const source = Type.Object(
  {
    id: id('What entries name it by.'),
    publisher: words('Who published it.'),
    title: words('Its title.'),
    url: Type.Optional(address('Where it can be read.')),
    date: Type.Optional(day('When it was published.')),
    read: Type.Optional(day('When it was read, where it bears no date.')),
  },
  strict,
);

/** The frame of every document, and the fields of its kind. */
export function documentOf<const Kind extends DocumentKind, Fields extends TProperties>(
  kind: Kind,
  description: string,
  fields: Fields,
) {
  return Type.Object(
    {
      kind: Type.Literal(kind, { description: 'The kind of document.' }),
      synthetic: Type.Boolean({
        description: 'True where any of it is made for demonstration; each entry says for itself.',
      }),
      date: day('When the words were last reviewed.'),
      sources: Type.Array(source, { description: 'What its entries cite.' }),
      ...fields,
    },
    { ...strict, description },
  );
}
