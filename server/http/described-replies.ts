import { problem } from '../contract/problem.ts';

/** The contract as it is written for others: Fastify knows the shape of every reply, and this says in what form it is sent. */
interface Described {
  readonly paths?: Readonly<Record<string, object | undefined>>;
}
interface Reply {
  content?: Record<string, object>;
}

const files = [
  { ending: '.csv', type: 'text/csv' },
  { ending: '.csv-metadata.json', type: 'application/csvm+json' },
  { ending: '.atom', type: 'application/atom+xml' },
  { ending: '.zip', type: 'application/zip' },
  { ending: '.xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
];

/** For the `transformObject` of the plugin that writes the document. A reply of a fault is a problem, one at `.csv` or `.xlsx`, or below `csv/`, a file. */
export function nameMediaTypes<Document extends Described>(document: Document): Document {
  for (const [path, operations = {}] of Object.entries(document.paths ?? {})) {
    for (const { responses = {} } of Object.values(operations) as readonly {
      readonly responses?: Readonly<Record<string, Reply>>;
    }[]) {
      for (const [status, reply] of Object.entries(responses)) {
        const shape = reply.content?.['application/json'];
        if (shape === undefined) continue;
        if (/^[45]XX$/.test(status)) reply.content = { 'application/problem+json': shape };
        // Whoever is too busy to look at its health says so as a problem, as everywhere.
        else if (status === '503')
          reply.content = { 'application/json': shape, 'application/problem+json': { schema: problem } };
        else {
          const file =
            files.find(({ ending }) => path.endsWith(ending)) ??
            (path.includes('/csv/') ? files[0] : undefined);
          if (file !== undefined) reply.content = { [file.type]: shape };
        }
      }
    }
  }
  return document;
}
