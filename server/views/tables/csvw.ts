/** What a CSV file holds, as CSV on the Web says it. Pure. */
import type { CsvwMetadata } from '../../contract/csvw.ts';
import { MARKS_IN_WORDS } from '../../contract/without-figure.ts';
import type { ColumnFacts, ColumnType, FileTable } from './table.ts';

const datatypes: Record<ColumnType, CsvwMetadata['tableSchema']['columns'][number]['datatype']> = {
  text: 'string',
  number: 'number',
  count: 'number',
  whole: 'integer',
  day: 'date',
  instant: 'datetime',
  'yes-or-no': { base: 'boolean', format: 'yes|no' },
};

/** "lower_95_limit": letters, digits and underscores, as templates of addresses take them. */
const nameOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll('%', ' percent ')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

const columnOf = ({ title, type, required, description }: ColumnFacts) => ({
  name: nameOf(title),
  titles: title,
  datatype: datatypes[type],
  required,
  null: '',
  'dc:description': description,
});

interface Addresses {
  /** Of the file, relative to that of its metadata. */
  readonly file: string;
  /** Of the question, with everything that decides the answer. */
  readonly question: string;
}

export function csvwOf({ about, columns, key }: FileTable, { file, question }: Addresses): CsvwMetadata {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: file,
    'dc:title': about.title,
    'dc:source': about.source,
    'dc:license': about.licence,
    'dc:temporal': about.period,
    'dc:provenance': about.basis,
    'dc:identifier': question,
    'schema:version': about.release,
    notes: [
      ...about.notes,
      ['Without a figure', `The cell is empty, and its status says why. ${ON_PAGES}`],
    ].map(([name, text]) => ({ 'schema:name': name ?? '', 'schema:text': text ?? '' })),
    dialect: { encoding: 'utf-8', header: true },
    tableSchema: {
      columns: columns.map(columnOf),
      primaryKey: key.map(nameOf),
      aboutUrl: `#${key.map((title) => `${nameOf(title)}={${nameOf(title)}}`).join('&')}`,
    },
  };
}

const ON_PAGES = `Pages and spreadsheets mark it: ${MARKS_IN_WORDS}.`;
