import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { boardAsked, validateBoardSearch, validateChangesSearch } from './features/board/board-search.ts';
import { overviewQueryOf, validateDisparitiesSearch } from './features/disparities/disparities-search.ts';
import { validateIndicatorsSearch } from './features/indicator/indicators-search.ts';
import { PageLayout } from './features/layout/layout.tsx';
import { validateMapSearch } from './features/map/map-search.ts';
import { validateUptakeSearch } from './features/uptake/uptake-search.ts';
import { basePath } from './shared/api/base-path.ts';
import {
  allAreasQueryOptions,
  areaIndicatorsQueryOptions,
  areasQueryOptions,
  boardQueryOptions,
  boundariesQueryOptions,
  dataQueryOptions,
  disparityOverviewQueryOptions,
  documentQueryOptions,
  homeQueryOptions,
  indicatorQueryOptions,
  indicatorsQueryOptions,
  modellingQueryOptions,
  releasesQueryOptions,
} from './shared/api/queries.ts';
import { ProblemMessage } from './shared/ui/problem-message.tsx';
import {
  releaseOf,
  validateIndicatorSearch,
  validateNothing,
  validateReleaseSearch,
} from './shared/url/page-search.ts';
import { parseSearch, stringifySearch } from './shared/url/read-search.ts';

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: PageLayout,
  notFoundComponent: lazyRouteComponent(() => import('./features/layout/not-found-page.tsx'), 'NotFoundPage'),
  errorComponent: ({ error, reset }) => (
    <ProblemMessage error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
  ),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(areasQueryOptions('borough'));
  },
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: validateNothing,
  component: lazyRouteComponent(() => import('./features/home/home-page.tsx'), 'HomePage'),
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(homeQueryOptions());
  },
});

const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: validateMapSearch,
  component: lazyRouteComponent(() => import('./features/map/map-page.tsx'), 'MapPage'),
  /** Asks for what every question needs while the page's script is still on its way. */
  loaderDeps: ({ search }) => ({ indicator: search.indicator, ...releaseOf(search) }),
  loader: ({ context, deps }) => {
    const { indicator, ...release } = deps;
    void context.queryClient.prefetchQuery(indicatorsQueryOptions(release));
    void context.queryClient.prefetchQuery(boundariesQueryOptions('ward'));
    if (indicator !== undefined)
      void context.queryClient.prefetchQuery(indicatorQueryOptions(indicator, release));
  },
});

const areaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/areas/$code',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/area/area-page.tsx'), 'AreaPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps, params }) => {
    void context.queryClient.prefetchQuery(areaIndicatorsQueryOptions(params.code, deps));
  },
});

const indicatorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators',
  validateSearch: validateIndicatorsSearch,
  component: lazyRouteComponent(() => import('./features/indicator/indicators-page.tsx'), 'IndicatorsPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(indicatorsQueryOptions(deps));
  },
});

const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$id',
  validateSearch: validateIndicatorSearch,
  component: lazyRouteComponent(() => import('./features/indicator/indicator-page.tsx'), 'IndicatorPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps, params }) => {
    void context.queryClient.prefetchQuery(indicatorQueryOptions(params.id, deps));
  },
});

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board',
  validateSearch: validateBoardSearch,
  component: lazyRouteComponent(() => import('./features/board/board-page.tsx'), 'BoardPage'),
  loaderDeps: ({ search: { pins: _, ...search } }) => search,
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(boardQueryOptions(boardAsked(deps)));
    void context.queryClient.prefetchQuery(releasesQueryOptions());
  },
});

const packRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board/pack',
  validateSearch: validateBoardSearch,
  component: lazyRouteComponent(() => import('./features/board/pack-page.tsx'), 'PackPage'),
});

const changesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/changes',
  validateSearch: validateChangesSearch,
  component: lazyRouteComponent(() => import('./features/board/changes-page.tsx'), 'ChangesPage'),
});

const disparitiesPage = () => import('./features/disparities/disparities-page.tsx');
const disparitiesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/disparities',
  validateSearch: validateDisparitiesSearch,
  component: lazyRouteComponent(disparitiesPage, 'DisparitiesPage'),
  /** Asks for the overview while the page's script is still on its way. */
  loaderDeps: ({ search }) => overviewQueryOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(disparityOverviewQueryOptions(deps));
    void context.queryClient.prefetchQuery(indicatorsQueryOptions());
    void context.queryClient.prefetchQuery(allAreasQueryOptions());
  },
});

const dataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/data/data-page.tsx'), 'DataPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(dataQueryOptions(deps));
  },
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/plan/plan-page.tsx'), 'PlanPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(documentQueryOptions('plan', deps));
    void context.queryClient.prefetchQuery(documentQueryOptions('have-your-say', deps));
  },
});

const uptakeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vaccination',
  validateSearch: validateUptakeSearch,
  component: lazyRouteComponent(() => import('./features/uptake/uptake-page.tsx'), 'UptakePage'),
  loaderDeps: ({ search }) => ({ indicator: search.indicator, ...releaseOf(search) }),
  loader: ({ context, deps }) => {
    const { indicator, ...release } = deps;
    void context.queryClient.prefetchQuery(indicatorsQueryOptions(release));
    void context.queryClient.prefetchQuery(allAreasQueryOptions());
    void context.queryClient.prefetchQuery(boundariesQueryOptions('ward'));
    if (indicator !== undefined)
      void context.queryClient.prefetchQuery(indicatorQueryOptions(indicator, release));
  },
});

const factsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vaccination-facts',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/facts/facts-page.tsx'), 'FactsPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(documentQueryOptions('vaccination-facts', deps));
  },
});

const protectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/how-we-protect-people',
  validateSearch: validateNothing,
  component: lazyRouteComponent(() => import('./features/protection/protection-page.tsx'), 'ProtectionPage'),
});

const methodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/about/methods',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/methods/methods-page.tsx'), 'MethodsPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    void context.queryClient.prefetchQuery(modellingQueryOptions(deps));
  },
});

const fingertipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fingertips',
  validateSearch: validateNothing,
  component: lazyRouteComponent(() => import('./features/fingertips/fingertips-page.tsx'), 'FingertipsPage'),
});

export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: rootRoute.addChildren([
      homeRoute,
      mapRoute,
      areaRoute,
      indicatorsRoute,
      indicatorRoute,
      disparitiesRoute,
      dataRoute,
      planRoute,
      uptakeRoute,
      factsRoute,
      protectionRoute,
      methodsRoute,
      fingertipsRoute,
      boardRoute,
      packRoute,
      changesRoute,
    ]),
    basepath: basePath === '' ? '/' : basePath,
    context: { queryClient },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
