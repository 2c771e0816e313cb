/** What stands beside a CSV file: metadata as CSV on the Web has it (W3C recommendations of 17 December 2015). */
import { type Static, Type } from 'typebox';
import { number, text } from './described.ts';

const column = Type.Object({
  name: text('Name of the column, as the addresses of rows use it.'),
  titles: text('The header of the column.'),
  datatype: Type.Union(
    [
      Type.String(),
      Type.Object({ base: text('The type.'), format: text('How its two values are written.') }),
    ],
    { description: 'What its cells are.' },
  ),
  required: Type.Boolean({ description: 'Whether no cell of it is empty.' }),
  null: text('What stands where there is no value.'),
  'dc:description': text('What it holds, with its unit.'),
});

export const csvwMetadata = Type.Object({
  '@context': Type.Array(
    Type.Union([
      Type.String(),
      Type.Object({
        '@language': Type.String({ description: 'Language of titles and descriptions.' }),
      }),
    ]),
    {
      description: 'The vocabulary, and the language of titles and descriptions.',
    },
  ),
  url: text('The file, relative to this address.'),
  'dc:title': text('What the file holds.'),
  'dc:source': text('Who published the figures it is made of, and where.'),
  'dc:license': text('The licence they may be used under.'),
  'dc:temporal': text('The period of the figures.'),
  'dc:provenance': text('The basis of the figures: published, modelled or synthetic, with what that means.'),
  'dc:identifier': text('The full address of the question the file answers, its release included.'),
  'schema:version': number('Number of the release.'),
  notes: Type.Array(Type.Object({ 'schema:name': text('What is said.'), 'schema:text': text('In words.') }), {
    description: 'What must be read beside the figures.',
  }),
  dialect: Type.Object({
    encoding: text('Encoding of the file; it begins with a byte order mark.'),
    header: Type.Boolean({ description: 'Line one is the header.' }),
  }),
  tableSchema: Type.Object({
    columns: Type.Array(column, { description: 'The columns, in their order.' }),
    primaryKey: Type.Array(Type.String(), {
      description: 'The columns that tell a row from every other.',
    }),
    aboutUrl: text('The address of what a row is about, made of its key.'),
  }),
});
export type CsvwMetadata = Static<typeof csvwMetadata>;
