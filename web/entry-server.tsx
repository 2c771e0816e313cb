/** Draws a page of the site on the server, with what it asks answered inside the process. */
import { Writable } from 'node:stream';
import type { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import type { PageAsked, RenderedPage } from '../server/contract/rendered-page.ts';
import { pageParts } from './page-parts.ts';
import { pageWordsOf } from './page-words.ts';
import { newRouter } from './router.tsx';
import { setBasePath } from './shared/api/base-path.ts';
import { carriedReplies } from './shared/api/carried-replies.ts';
import { newQueryClient } from './shared/api/queries.ts';
import { type PageHead, PageHeadContext } from './shared/ui/page-head.ts';
import { changedSearch, stringifySearch, type Unread } from './shared/url/read-search.ts';
import { Site } from './site.tsx';

/** A page that still asks after so many drawings would ask for ever. */
const MOST_DRAWINGS = 10;

/** One for what could not be read, which is written first, and one more. */
const MOST_SPELLINGS = 3;

/** @throws Error where a part of the page cannot be drawn. */
export async function renderPage({ url, base, ask }: PageAsked): Promise<RenderedPage> {
  setBasePath(base);
  const queryClient = newQueryClient({ meta: { ask }, retry: false, gcTime: Number.POSITIVE_INFINITY });
  const router = await loadedAt(`${base}${url}`, queryClient);
  for (let drawings = 0; drawings < MOST_DRAWINGS; drawings++) {
    await Promise.allSettled(pendingIn(queryClient).map((query) => query.fetch()));
    const head: PageHead = {};
    const body = await drawn(
      <PageHeadContext value={head}>
        <Site queryClient={queryClient} router={router} />
      </PageHeadContext>,
    );
    if (pendingIn(queryClient).length > 0) continue;
    const replies = carriedReplies(queryClient);
    return {
      // What failed and may pass is not for this page alone to say: it is no answer to its address.
      status: head.status || (replies === undefined ? 503 : 200),
      title: head.title ?? '',
      ...pageWordsOf(router, queryClient),
      address: addressOf(router),
      body,
      ...(replies && { replies }),
      parts: partsOf(router),
    };
  }
  throw new Error(`The page ${url.split('?')[0]} asks for more at each drawing`);
}

/**
 * The router has a spelling of its own for each address (the order of parameters, how signs are written), and draws nothing at
 * another one but asks to be sent there. Readers keep the address they came by: the page is drawn at the router's spelling.
 */
async function loadedAt(href: string, queryClient: QueryClient) {
  let spelling = href;
  for (let spellings = 0; spellings < MOST_SPELLINGS; spellings++) {
    const router = newRouter(queryClient, createMemoryHistory({ initialEntries: [spelling] }));
    await router.load();
    const result = router._serverResult;
    if (result?.type !== 'redirect') return router;
    spelling = result.redirect.headers.get('location') ?? spelling;
  }
  throw new Error(`The router knows no spelling of ${href.split('?')[0]} it would stay with`);
}

/** An address without a page shows what the layout says of it. */
function partsOf({ state }: ReturnType<typeof newRouter>): readonly string[] {
  const parts = state.matches.flatMap(({ routeId }) => pageParts[routeId] ?? []);
  return parts.length === 0 ? ['layout'] : parts;
}

/** The address a page is known by: without what it could not read. */
function addressOf({ state }: ReturnType<typeof newRouter>): string {
  const [path = ''] = state.location.publicHref.split('?');
  const read: Unread = state.matches.at(-1)?.search ?? {};
  return path + stringifySearch({ ...changedSearch(read, {}) });
}

/** What the page wants to know and has not asked for: nothing is asked by drawing alone. */
const pendingIn = (client: QueryClient) =>
  client
    .getQueryCache()
    .getAll()
    .filter(
      ({ state, options }) =>
        state.status === 'pending' && (options as { enabled?: unknown }).enabled !== false && options.queryFn,
    );

/** The HTML once all of it is there, with no script within it. */
function drawn(page: ReactNode): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const whole = new Writable({
      write(part: Buffer, _encoding, next) {
        parts.push(part);
        next();
      },
      final(done) {
        resolve(Buffer.concat(parts).toString());
        done();
      },
    });
    const { pipe } = renderToPipeableStream(page, {
      // In pieces, a page would come with scripts that put them together.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onAllReady: () => pipe(whole),
      onError: reject,
    });
  });
}
