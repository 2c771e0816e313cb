import type { FastifyRequest, FastifySchema } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { csvwMetadata } from '../contract/csvw.ts';
import { MARKS_IN_WORDS } from '../contract/without-figure.ts';
import { csvOf } from '../views/tables/csv.ts';
import { csvwOf } from '../views/tables/csvw.ts';
import type { FileTable } from '../views/tables/table.ts';
import { workbookOf } from '../views/tables/workbook.ts';
import { problems, type TypedInstance } from './context.ts';

const csvReply = Type.String({
  description:
    'CSV (RFC 4180, UTF-8 with a byte order mark): line one is the header, every further line a row. A figure that is not shown is an empty cell, whose status stands beside it. The link "describedby" leads to what each column holds.',
});
const workbookReply = Type.Unsafe<Buffer>(
  Type.String({
    contentMediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    description: `Spreadsheet (XLSX): a cover, notes, what each column holds, and one table. ${MARKS_IN_WORDS}.`,
  }),
);

const CSV = 'text/csv; charset=utf-8; header=present';
const CSVW = 'application/csvm+json';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A question of the API that is answered as JSON at its address, and as a table at the same address ending in `.csv` (with metadata
 * at that ending in `.csv-metadata.json`) and `.xlsx`.
 */
interface Question<Params extends TSchema, Query extends TSchema, Reply extends TSchema, Found> {
  readonly summary: string;
  readonly params?: Params;
  readonly query: Query;
  readonly reply: Reply;
  /** @throws ProblemError where it cannot be answered. */
  answer(params: Static<Params>, query: Static<Query>): Promise<Found>;
  /** Name of the file, without release and ending, and the table in it. */
  file(found: Found): { readonly name: string; readonly table: FileTable };
}

/** Registers the four addresses of a question. */
export function answerAsJsonAndFiles<
  Query extends TSchema,
  Reply extends TSchema,
  Found extends { readonly reply: Static<Reply> & { readonly release: number } },
  Params extends TSchema = TSchema,
>(
  app: TypedInstance,
  path: string,
  { summary, params, query, reply: schema, answer, file }: Question<Params, Query, Reply, Found>,
): void {
  // Fastify checks both by these schemas before; its types cannot follow that into a function of any schema.
  const found = ({ params, query }: { readonly params: unknown; readonly query: unknown }) =>
    answer(params as Static<Params>, query as Static<Query>);
  const schemaOf = (words: string, reply: TSchema): FastifySchema => ({
    summary: words,
    ...(params !== undefined && { params }),
    querystring: query,
    response: { 200: reply, ...problems },
  });
  const asked = (request: FastifyRequest) => new Asked(request, path, takesRelease(query));

  app.get(path, { schema: schemaOf(summary, schema) }, async (request) => (await found(request)).reply);

  app.get(`${path}.csv`, { schema: schemaOf('The same as a CSV file', csvReply) }, async (request, reply) => {
    const { name, table } = file(await found(request));
    reply
      .type(CSV)
      .header('content-disposition', attachment(name, table, 'csv'))
      .header('link', `<${asked(request).beside('.csv-metadata.json')}>; rel="describedby"; type="${CSVW}"`);
    return csvOf(table);
  });

  app.get(
    `${path}.csv-metadata.json`,
    { schema: schemaOf('What the columns of the CSV file hold (CSV on the Web)', csvwMetadata) },
    async (request, reply) => {
      const { table } = file(await found(request));
      reply.type(CSVW);
      const { release } = table.about;
      return csvwOf(table, { file: asked(request).beside('.csv'), question: asked(request).inFull(release) });
    },
  );

  app.get(
    `${path}.xlsx`,
    { schema: schemaOf('The same as a spreadsheet', workbookReply) },
    async (request, reply) => {
      const { name, table } = file(await found(request));
      reply.type(XLSX).header('content-disposition', attachment(name, table, 'xlsx'));
      return workbookOf(table, asked(request).inFull(table.about.release));
    },
  );
}

const takesRelease = (query: TSchema) =>
  Object.hasOwn((query as { readonly properties?: object }).properties ?? {}, 'release');

// The release is in the name, so that files of two meetings do not overwrite each other.
const attachment = (name: string, { about }: FileTable, ending: string) =>
  `attachment; filename="${name}-release-${about.release}.${ending}"`;

/** The addresses that belong to the question a request asks. */
class Asked {
  readonly #url: URL;
  /** The last part of the path, of which every file of the question has its name. */
  readonly #last: string;
  readonly #publicUrl: string;
  readonly #takesRelease: boolean;

  constructor({ url, server }: FastifyRequest, path: string, takesRelease: boolean) {
    this.#url = new URL(url, 'http://localhost');
    this.#last = path.slice(path.lastIndexOf('/') + 1);
    this.#publicUrl = server.publicUrl;
    this.#takesRelease = takesRelease;
  }

  /** Of another file of the same question, relative to this one: it holds below whatever path the site lies. */
  beside(ending: string): string {
    return `${this.#last}${ending}${this.#url.search}`;
  }

  /** Of the question itself, with its release, so that it gives the same answer for ever. */
  inFull(release: number): string {
    const { pathname, searchParams } = this.#url;
    const parameters = new URLSearchParams(searchParams);
    if (this.#takesRelease) parameters.set('release', String(release));
    parameters.sort();
    const folder = pathname.slice(0, pathname.lastIndexOf('/') + 1);
    return `${this.#publicUrl}${folder}${this.#last}${parameters.size === 0 ? '' : `?${parameters}`}`;
  }
}

/** Breakdowns as names of files say them. */
export const breakdownInFileName = { ethnicGroup: 'ethnic-group', deprivation: 'deprivation' } as const;
