/** Pages of figures: each reads its question from its address, and asks for what it needs before it is drawn. */
import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { boardAsked, validateBoardSearch, validateChangesSearch } from './features/board/board-search.ts';
import { overviewQueryOf, validateDisparitiesSearch } from './features/disparities/disparities-search.ts';
import { validateIndicatorsSearch } from './features/indicator/indicators-search.ts';
import { validateMapSearch } from './features/map/map-search.ts';
import { validateUptakeSearch } from './features/uptake/uptake-search.ts';
import { rootRoute } from './root-route.tsx';
import {
  allAreasQueryOptions,
  areaIndicatorsQueryOptions,
  askAhead,
  boardQueryOptions,
  boundariesQueryOptions,
  disparityOverviewQueryOptions,
  indicatorQueryOptions,
  indicatorsQueryOptions,
  releasesQueryOptions,
} from './shared/api/queries.ts';
import { releaseOf, validateIndicatorSearch, validateReleaseSearch } from './shared/url/page-search.ts';

const mapRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/map',
  validateSearch: validateMapSearch,
  component: lazyRouteComponent(() => import('./features/map/map-page.tsx'), 'MapPage'),
  loaderDeps: ({ search }) => ({ indicator: search.indicator, ...releaseOf(search) }),
  loader: ({ context, deps }) => {
    const { indicator, ...release } = deps;
    askAhead(context.queryClient, indicatorsQueryOptions(release));
    askAhead(context.queryClient, boundariesQueryOptions('ward'));
    if (indicator !== undefined) askAhead(context.queryClient, indicatorQueryOptions(indicator, release));
  },
});

const areaRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/areas/$code',
  validateSearch: validateReleaseSearch,
  component: lazyRouteComponent(() => import('./features/area/area-page.tsx'), 'AreaPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps, params }) => {
    askAhead(context.queryClient, areaIndicatorsQueryOptions(params.code, deps));
  },
});

const indicatorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators',
  validateSearch: validateIndicatorsSearch,
  component: lazyRouteComponent(() => import('./features/indicator/indicators-page.tsx'), 'IndicatorsPage'),
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, indicatorsQueryOptions(deps));
  },
});

const indicatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/indicators/$id',
  validateSearch: validateIndicatorSearch,
  component: lazyRouteComponent(() => import('./features/indicator/indicator-page.tsx'), 'IndicatorPage'),
  beforeLoad: ({ search: { indicator: id, release } }) => {
    if (id !== undefined)
      throw redirect({
        to: '/indicators/$id',
        params: { id },
        search: release === undefined ? {} : { release },
      });
  },
  loaderDeps: ({ search }) => releaseOf(search),
  loader: ({ context, deps, params }) => {
    askAhead(context.queryClient, indicatorQueryOptions(params.id, deps));
  },
});

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/board',
  validateSearch: validateBoardSearch,
  component: lazyRouteComponent(() => import('./features/board/board-page.tsx'), 'BoardPage'),
  loaderDeps: ({ search: { pins: _, ...search } }) => search,
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, boardQueryOptions(boardAsked(deps)));
    askAhead(context.queryClient, releasesQueryOptions());
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
  loaderDeps: ({ search }) => overviewQueryOf(search),
  loader: ({ context, deps }) => {
    askAhead(context.queryClient, disparityOverviewQueryOptions(deps));
    askAhead(context.queryClient, indicatorsQueryOptions());
    askAhead(context.queryClient, allAreasQueryOptions());
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
    askAhead(context.queryClient, indicatorsQueryOptions(release));
    askAhead(context.queryClient, allAreasQueryOptions());
    askAhead(context.queryClient, boundariesQueryOptions('ward'));
    if (indicator !== undefined) askAhead(context.queryClient, indicatorQueryOptions(indicator, release));
  },
});

export const figureRoutes = [
  mapRoute,
  areaRoute,
  indicatorsRoute,
  indicatorRoute,
  boardRoute,
  packRoute,
  changesRoute,
  disparitiesRoute,
  uptakeRoute,
] as const;
