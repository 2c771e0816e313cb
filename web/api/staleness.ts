/** Whether the last reply came from the server's memory because its database is away. */

let seconds: number | undefined;
const listeners = new Set<() => void>();

export const secondsStale = (): number | undefined => seconds;

export function listenToStaleness(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Reads it from the headers of a reply. */
export function noteStaleness(headers: Headers): void {
  const age = headers.has('warning') ? Number(headers.get('age') ?? 0) : undefined;
  if (age === seconds) return;
  seconds = age;
  for (const listener of listeners) listener();
}
