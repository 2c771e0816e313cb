/**
 * Readers who ask one server over connections of their own, as a process of their own, so that what asking costs is not taken for
 * what answering costs: `node server/bench/readers.ts '<JSON of Asking>'` prints one line of JSON, the `Answered`.
 */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface ReadersAsking {
  readonly port: number;
  readonly paths: readonly string[];
  readonly readers: number;
  readonly seconds: number;
  /** How often each asks; left out, again as soon as it is answered. */
  readonly perSecond?: number;
  readonly encoding: 'br' | 'identity';
}

export interface Answered {
  readonly replies: number;
  /** Replies other than 200, and connections that ended: how many, and of which kinds. */
  readonly faults: number;
  readonly kinds: readonly string[];
  /** Milliseconds from when a question was due, whether or not it could be asked by then. */
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** One connection that is kept: a question, then the whole of its reply. */
class Reader {
  readonly #socket;
  #wait: { answered: (status: number) => void; failed: (fault: Error) => void } | undefined;
  #held: Buffer[] = [];
  #heldBytes = 0;
  #expected: { readonly bytes: number; readonly status: number } | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (data) => this.#hear(data));
    this.#socket.on('error', (fault) => this.#wait?.failed(fault));
    this.#socket.on('close', () => this.#wait?.failed(new Error('the connection ended')));
  }

  ask(request: Buffer): Promise<number> {
    return new Promise((answered, failed) => {
      this.#wait = { answered, failed };
      this.#socket.write(request);
    });
  }

  leave(): void {
    this.#wait = undefined;
    this.#socket.destroy();
  }

  #hear(data: Buffer): void {
    this.#held.push(data);
    this.#heldBytes += data.length;
    this.#expected ??= this.#readHead();
    if (this.#expected === undefined || this.#heldBytes < this.#expected.bytes) return;
    const { status } = this.#expected;
    this.#expected = undefined;
    this.#held = [];
    this.#heldBytes = 0;
    const wait = this.#wait;
    this.#wait = undefined;
    wait?.answered(status);
  }

  #readHead(): { bytes: number; status: number } | undefined {
    const begun = Buffer.concat(this.#held);
    const end = begun.indexOf(HEAD_END);
    if (end < 0) return undefined;
    const head = begun.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (length === undefined) throw new Error(`a reply without its length: ${head}`);
    return { bytes: end + HEAD_END.length + Number(length), status: Number(head.slice(9, 12)) };
  }
}

async function askAll({
  port,
  paths,
  readers,
  seconds,
  perSecond,
  encoding,
}: ReadersAsking): Promise<Answered> {
  const requests = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept-encoding: ${encoding}\r\n\r\n`),
  );
  const times: number[] = [];
  const faults: string[] = [];
  const begin = performance.now();
  const end = begin + 1000 * seconds;
  const read = async (_: unknown, number: number) => {
    const every = perSecond === undefined ? 0 : 1000 / perSecond;
    let due = begin + (every * number) / readers;
    const reader = new Reader(port);
    for (let turn = number; due < end && performance.now() < end + 5000; turn++) {
      const early = due - performance.now();
      if (every > 0 && early > 0) await pause(early);
      if (every === 0) due = performance.now();
      try {
        const status = await reader.ask(requests[turn % requests.length] ?? Buffer.alloc(0));
        if (status !== 200) faults.push(`${paths[turn % paths.length]}: ${status}`);
      } catch (fault) {
        faults.push((fault as Error).message);
        return;
      }
      times.push(performance.now() - due);
      due = every === 0 ? performance.now() : due + every;
    }
    reader.leave();
  };
  await Promise.all(Array.from({ length: readers }, read));
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    replies: times.length,
    faults: faults.length,
    kinds: [...new Set(faults)].slice(0, 5),
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: at(1),
  };
}

if (process.argv[1] === import.meta.filename) {
  const answered = await askAll(JSON.parse(process.argv[2] ?? '{}'));
  process.stdout.write(`${JSON.stringify(answered)}\n`);
}
