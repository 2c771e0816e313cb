import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { figureRoutes } from './figure-routes.tsx';
import { rootRoute } from './root-route.tsx';
import { basePath } from './shared/api/base-path.ts';
import { parseSearch, stringifySearch } from './shared/url/read-search.ts';
import { wordRoutes } from './word-routes.tsx';

/** @param history of a page drawn on the server, where restoring the scroll would be a script within it. */
export function newRouter(queryClient: QueryClient, history?: RouterHistory) {
  return createRouter({
    routeTree: rootRoute.addChildren([...wordRoutes, ...figureRoutes]),
    basepath: basePath === '' ? '/' : basePath,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: history === undefined,
    ...(history && { history }),
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
