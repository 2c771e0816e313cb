/** The contract as it is written for others: Fastify knows the shape of every reply, and this says in what form it is sent. */
interface Described {
  readonly paths?: Readonly<Record<string, object | undefined>>;
}
interface Reply {
  content?: Record<string, object>;
}

/** For the `transformObject` of the plugin that writes the document. A reply of a fault is a problem, one at `.csv` or below `csv/` a file. */
export function nameMediaTypes<Document extends Described>(document: Document): Document {
  for (const [path, operations = {}] of Object.entries(document.paths ?? {})) {
    for (const { responses = {} } of Object.values(operations) as readonly {
      readonly responses?: Readonly<Record<string, Reply>>;
    }[]) {
      for (const [status, reply] of Object.entries(responses)) {
        const shape = reply.content?.['application/json'];
        if (shape === undefined) continue;
        if (/^[45]XX$/.test(status)) reply.content = { 'application/problem+json': shape };
        else if (/\.csv$|\/csv\//.test(path)) reply.content = { 'text/csv': shape };
      }
    }
  }
  return document;
}
