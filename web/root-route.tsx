import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, lazyRouteComponent } from '@tanstack/react-router';
import { PageLayout } from './features/layout/layout.tsx';
import { areasQueryOptions, askAhead } from './shared/api/queries.ts';
import { ProblemMessage } from './shared/ui/problem-message.tsx';

/** What stands around every page. */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: PageLayout,
  notFoundComponent: lazyRouteComponent(() => import('./features/layout/not-found-page.tsx'), 'NotFoundPage'),
  errorComponent: ({ error, reset }) => (
    <ProblemMessage isPage error={error instanceof Error ? error : Error(String(error))} onRetry={reset} />
  ),
  loader: ({ context }) => {
    askAhead(context.queryClient, areasQueryOptions('borough'));
  },
});
