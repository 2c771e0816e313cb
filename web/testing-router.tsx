/** Draws parts of a page that read its address, without a server. */
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** @returns the HTML of the part at an address that asks nothing. */
export async function drawnAlone(part: ReactNode): Promise<string> {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => part }),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  // The router of the site is another type.
  return renderToStaticMarkup(<RouterProvider router={router as never} />);
}
