/** The way in, and pages of words. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { validateFindSearch } from './features/find/find-search.ts';
import { rootRoute } from './root-route.tsx';
import {
  allAreasQueryOptions,
  askAhead,
  dataQueryOptions,
  documentQueryOptions,
  homeQueryOptions,
  indicatorsQueryOptions,
  modellingQueryOptions,
} from './shared/api/queries.ts';
import { releaseOf, validateNothing, validateReleaseSearch } from './shared/url/page-search.ts';

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: validateNothing,
  component: lazyRouteComponent(() => import('./features/home/home-page.tsx'), 'HomePage'),
  loader: ({ context }) => {
    askAhead(context.queryClient, homeQueryOptions());
  },
});

const dataRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/data',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/data/data-page.tsx'), 'DataPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, dataQueryOptions(deps));
  },
});

const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/plan/plan-page.tsx'), 'PlanPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, documentQueryOptions('plan', deps));
    askAhead(context.queryClient, documentQueryOptions('have-your-say', deps));
  },
});

const factsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vaccination-facts',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/facts/facts-page.tsx'), 'FactsPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, documentQueryOptions('vaccination-facts', deps));
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
    askAhead(context.queryClient, modellingQueryOptions(deps));
  },
});

const aboutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/about',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/about/about-page.tsx'), 'AboutPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, documentQueryOptions('about-this-site', deps));
  },
});

const fingertipsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/fingertips',
  validateSearch: validateNothing,
  component: lazyRouteComponent(() => import('./features/fingertips/fingertips-page.tsx'), 'FingertipsPage'),
});

const findRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/find',
  validateSearch: validateFindSearch,
  component: lazyRouteComponent(() => import('./features/find/find-page.tsx'), 'FindPage'),
  loader: ({ context }) => {
    askAhead(context.queryClient, allAreasQueryOptions());
    askAhead(context.queryClient, indicatorsQueryOptions());
  },
});

export const wordRoutes = [
  findRoute,
  fingertipsRoute,
  aboutRoute,
  homeRoute,
  dataRoute,
  planRoute,
  factsRoute,
  protectionRoute,
  methodsRoute,
] as const;
