/** What a page says of itself beside its body: the server writes it into the head and the first line of its answer. */
import { createContext, use } from 'react';

export interface PageHead {
  title?: string;
  /** The status of the answer; the highest that any part of the page tells of. */
  status?: number;
}

/** Filled while a page is drawn on the server; in a browser there is none. */
export const PageHeadContext = createContext<PageHead | undefined>(undefined);

export function usePageHead({ title, status }: PageHead): void {
  const head = use(PageHeadContext);
  if (head === undefined) return;
  if (title !== undefined) head.title = title;
  if (status !== undefined) head.status = Math.max(status, head.status ?? 0);
}
