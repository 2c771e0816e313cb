import type { FastifySchema } from 'fastify';
import { type Static, type TSchema, Type } from 'typebox';
import { MARKS_IN_WORDS } from '../contract/without-figure.ts';
import { problems, type TypedInstance } from './context.ts';

const csvReply = Type.String({
  description: `CSV (RFC 4180, UTF-8 with a byte order mark): lines naming what it holds, an empty line, then the figures. ${MARKS_IN_WORDS}.`,
});

/** A question of the API that is answered as JSON at its address, and as a file at the same address ending in `.csv`. */
interface Question<Params extends TSchema, Query extends TSchema, Reply extends TSchema, Found> {
  readonly summary: string;
  readonly params?: Params;
  readonly query: Query;
  readonly reply: Reply;
  /** @throws ProblemError where it cannot be answered. */
  answer(params: Static<Params>, query: Static<Query>): Promise<Found>;
  /** Name of the file, without release and ending, and its text. */
  file(found: Found): { readonly name: string; readonly text: string };
}

/** Registers both addresses of a question. */
export function answerAsJsonAndCsv<
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

  app.get(path, { schema: schemaOf(summary, schema) }, async (request) => (await found(request)).reply);

  app.get(`${path}.csv`, { schema: schemaOf('The same as a CSV file', csvReply) }, async (request, reply) => {
    const answered = await found(request);
    const { name, text } = file(answered);
    reply
      .type('text/csv; charset=utf-8; header=present')
      // The release is in the name, so that files of two meetings do not overwrite each other.
      .header('content-disposition', `attachment; filename="${name}-release-${answered.reply.release}.csv"`);
    return text;
  });
}

/** Breakdowns as names of files say them. */
export const breakdownInFileName = { ethnicGroup: 'ethnic-group', deprivation: 'deprivation' } as const;
