import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClientOptions } from './shared/api/queries.ts';
import './nhsuk.scss';
import './styles.css';
import './shared/ui/ruled-table.css';
import './features/home/home-page.css';
import './forced-colours.css';
import { newRouter } from './router.tsx';

const queryClient = newQueryClientOptions();
const router = newRouter(queryClient);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id root');

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
