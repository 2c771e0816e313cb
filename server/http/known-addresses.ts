/** Which addresses there are, whatever the method: to tell an address that is none from a method it does not have. */
import type { FastifyInstance } from 'fastify';
import createRouter from 'find-my-way';
import { pagePatterns } from '../contract/pages.ts';

export class KnownAddresses {
  readonly #router = createRouter();
  readonly #pages = createRouter();

  constructor() {
    for (const pattern of pagePatterns) this.#pages.on('GET', pattern, () => undefined);
  }

  /** Learns of every route that is added from now on. */
  learn(app: FastifyInstance): void {
    app.addHook('onRoute', ({ method, url }) => {
      // Static files answer below a star: whether there is one is theirs to say.
      if (
        !url.includes('*') &&
        [method].flat().includes('GET') &&
        this.#router.findRoute('GET', url) === null
      )
        this.#router.on('GET', url, () => undefined);
    });
  }

  isPage(path: string): boolean {
    return this.#pages.find('GET', path) !== null;
  }

  /** Whether the address can be read, so that another method is at fault. */
  canBeRead(path: string): boolean {
    return this.isPage(path) || this.#router.find('GET', path) !== null;
  }
}
