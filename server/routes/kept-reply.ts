import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';

type Encoding = 'br' | 'gzip' | 'identity';
/** In the order we prefer them. */
const ENCODINGS: Encoding[] = ['br', 'gzip', 'identity'];
/** Shorter ones gain nothing. */
const SMALLEST_COMPRESSED = 1024;
/** A spreadsheet is a packed archive already. */
const PACKED = /openxmlformats/;
/** Made once and sent often, but somebody waits for the first: what level 5 saves over 4 is worth it, what 11 saves is not. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** One reply, compressed once in each way somebody asks for. */
export class KeptReply {
  /** Of what is served: the release, and what was withdrawn since. */
  readonly edition: string;
  /** The day it was made: what is due and how old a figure is change overnight. */
  readonly day: string;
  readonly type: string;
  /** Sent with the body whenever it is: the name of a file to be saved, what describes it. */
  readonly headers: Readonly<Record<string, string>>;
  readonly #digest: string;
  readonly #plain: Buffer;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();
  bytes: number;

  constructor(body: string | Buffer, made: Pick<KeptReply, 'edition' | 'day' | 'type' | 'headers'>) {
    const bytes = typeof body === 'string' ? Buffer.from(body) : body;
    this.edition = made.edition;
    this.day = made.day;
    this.type = made.type;
    this.headers = made.headers;
    this.#digest = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    this.#plain = bytes;
    this.bytes = bytes.length;
  }

  /** Strong, so one for each way of compressing. */
  etag(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${encoding}"`;
  }

  encodingFor(accepted: string | undefined): Encoding {
    if (accepted === undefined || this.bytes < SMALLEST_COMPRESSED || PACKED.test(this.type))
      return 'identity';
    return (negotiate(accepted, ENCODINGS) as Encoding | null) ?? 'identity';
  }

  /** @param grown told once when there is one body more. */
  async body(encoding: Encoding, grown: () => void): Promise<Buffer> {
    if (encoding === 'identity') return this.#plain;
    const known = this.#compressed.get(encoding);
    if (known !== undefined) return known;
    const making = encoding === 'br' ? brotli(this.#plain, BROTLI) : gzipped(this.#plain);
    this.#compressed.set(encoding, making);
    const made = await making;
    this.bytes += made.length;
    grown();
    return made;
  }
}
