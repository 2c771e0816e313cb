/** Reads the text of an archive in order, table by table, without holding a table in memory. */

/** What a database holds of one table; a digest is of its rows in the order of its key. */
export interface TableDigest {
  readonly rows: number;
  readonly sha256: string;
}
export type Digests = Readonly<Record<string, TableDigest>>;

export interface ArchiveTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Its rows as COPY wrote them; to be read to the end before the next table. */
  readonly rows: AsyncIterable<Buffer>;
}

export interface Archive {
  readonly migration: string;
  tables(): AsyncGenerator<ArchiveTable>;
  /** What its writer found of each table; known once all tables are read. */
  digests(): Digests;
}

const LINE_END = 10;
const END_OF_TABLE = Buffer.from('\\.\n');

/** @throws Error where the content is no archive, or ends before its end. */
export async function readArchive(content: AsyncIterable<Buffer>): Promise<Archive> {
  const text = new Lines(content[Symbol.asyncIterator]());
  const head = await text.object();
  if (head.archive !== 'population-health' || typeof head.migration !== 'string')
    throw new Error('the file is no archive of this product');
  let digests: Digests = {};
  async function* tables(): AsyncGenerator<ArchiveTable> {
    for (;;) {
      const next = await text.object();
      if (typeof next.table !== 'string') {
        digests = next.digests as typeof digests;
        return;
      }
      yield { name: next.table, columns: next.columns as string[], rows: text.untilEndOfTable() };
    }
  }
  return { migration: head.migration, tables, digests: () => digests };
}

class Lines {
  #rest: Buffer = Buffer.alloc(0);
  readonly #content: AsyncIterator<Buffer>;

  constructor(content: AsyncIterator<Buffer>) {
    this.#content = content;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#content.next();
    if (done === true) throw new Error('the archive is cut short');
    this.#rest = this.#rest.length === 0 ? value : Buffer.concat([this.#rest, value]);
  }

  /** The next line, as the object it holds. */
  async object(): Promise<Readonly<Record<string, unknown>>> {
    let end = this.#rest.indexOf(LINE_END);
    while (end === -1) {
      await this.#more();
      end = this.#rest.indexOf(LINE_END);
    }
    const line = this.#rest.subarray(0, end).toString('utf8');
    this.#rest = this.#rest.subarray(end + 1);
    try {
      return JSON.parse(line) as Readonly<Record<string, unknown>>;
    } catch (cause) {
      throw new Error('the archive is damaged', { cause });
    }
  }

  /** Whole lines until the one that ends a table; COPY escapes backslashes, so no row looks like it. */
  async *untilEndOfTable(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#endOfTable();
      if (end !== -1) {
        if (end > 0) yield this.#rest.subarray(0, end);
        this.#rest = this.#rest.subarray(end + END_OF_TABLE.length);
        return;
      }
      const whole = this.#rest.lastIndexOf(LINE_END) + 1;
      if (whole > 0) yield this.#rest.subarray(0, whole);
      this.#rest = this.#rest.subarray(whole);
      await this.#more();
    }
  }

  #endOfTable(): number {
    if (this.#rest.subarray(0, END_OF_TABLE.length).equals(END_OF_TABLE)) return 0;
    const at = this.#rest.indexOf(`\n${END_OF_TABLE}`);
    return at === -1 ? -1 : at + 1;
  }
}
