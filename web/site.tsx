import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import type { newRouter } from './router.tsx';

interface SiteProps {
  readonly queryClient: QueryClient;
  readonly router: ReturnType<typeof newRouter>;
}

/** The whole of what is drawn, the same on the server and in the browser. */
export const Site = ({ queryClient, router }: SiteProps) => (
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>
);
