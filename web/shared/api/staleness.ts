/** Whether the last reply came from the server's memory because its database is away. */

let seconds: number | undefined;
const listeners = new Set<() => void>();

export const secondsStale = (): number | undefined => seconds;

export function listenToStaleness(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Reads it from the answer that brought the document. */
export function noteStalenessOfDocument(): void {
  const [answer] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  // Browsers tell it only where the connection is secure.
  const stale = answer?.serverTiming?.find(({ name }) => name === 'stale');
  if (stale === undefined) return;
  noteStaleness({ status: 200, headers: new Headers({ warning: '110', age: String(stale.duration) }) });
}

/** Reads it from a reply; one that was refused for want of the database says nothing of whether it is back. */
export function noteStaleness({ status, headers }: Pick<Response, 'status' | 'headers'>): void {
  if (status >= 500) return;
  const age = headers.has('warning') ? Number(headers.get('age') ?? 0) : undefined;
  if (age === seconds) return;
  seconds = age;
  for (const listener of listeners) listener();
}
