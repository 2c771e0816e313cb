import { useSyncExternalStore } from 'react';
import { listenToStaleness, secondsStale } from '../../shared/api/staleness.ts';

/** Says that figures come from memory while the database is away; they are those published, so they may be read. */
export function StaleLine() {
  const seconds = useSyncExternalStore(listenToStaleness, secondsStale, () => undefined);
  if (seconds === undefined) return null;
  return (
    <p className="stale-line" role="status">
      The database is not answering at the moment. The figures you see are the newest published; a page that
      nobody has opened before may not load until it is back.
    </p>
  );
}
