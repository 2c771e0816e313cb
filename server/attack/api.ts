/** Asks the public API, as often and as fast as it allows. */
import { setTimeout as pause } from 'node:timers/promises';

/** Requests under way at once. */
const AT_ONCE = 4;
/** How long to wait where a refusal does not say. */
const SECONDS = 5;

export interface Api {
  /** The body of a reply; undefined where there is no such thing (404) or the question does not apply (422). */
  readonly json: <T>(path: string) => Promise<T | undefined>;
  readonly text: (path: string) => Promise<string | undefined>;
  readonly requests: () => number;
}

/** @throws Error naming the address, where it does not answer or answers with a fault. */
export function createApi(base: string): Api {
  let requests = 0;
  const ask = async (path: string): Promise<Response | undefined> => {
    for (;;) {
      requests++;
      const reply = await fetch(new URL(path, base)).catch((error: Error) => {
        throw new Error(`${new URL(path, base)} does not answer: ${error.message}`);
      });
      if (reply.status === 429 || reply.status === 503) {
        await reply.body?.cancel();
        await pause(1000 * Number(reply.headers.get('retry-after') ?? SECONDS));
        continue;
      }
      if (reply.ok) return reply;
      await reply.body?.cancel();
      if (reply.status === 404 || reply.status === 422) return undefined;
      throw new Error(`${new URL(path, base)} answers ${reply.status}`);
    }
  };
  return {
    json: async <T>(path: string) => (await ask(path))?.json() as Promise<T | undefined>,
    text: async (path) => (await ask(path))?.text(),
    requests: () => requests,
  };
}

/** Does the same for each of a list, a few at once. */
export async function forEach<T>(list: Iterable<T>, work: (one: T) => Promise<void>): Promise<void> {
  const left = list[Symbol.iterator]();
  const worker = async () => {
    for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
