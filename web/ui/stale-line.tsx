import { useSyncExternalStore } from 'react';
import { listenToStaleness, secondsStale } from '../api/staleness.ts';

/** Says that figures come from memory while the database is away; they are those published, so they may be read. */
export function StaleLine() {
  const seconds = useSyncExternalStore(listenToStaleness, secondsStale);
  if (seconds === undefined) return null;
  return (
    <p className="stale-line" role="status">
      The database does not answer just now. You see the figures as they were published last; what has not
      been asked for before may be missing.
    </p>
  );
}
