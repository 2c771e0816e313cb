import { useCallback, useEffect, useState } from 'react';
import type { PeriodTerm } from '../../../server/contract/over-time-replies.ts';
import { sliderPlace } from './moments.ts';

/** The map has come to rest: only then does the URL follow, so that a step costs a repaint and no more. */
const RESTED = 600;

/** Where the slider stands: its own while it moves, the URL's once it rests. */
export function useMoment(
  periods: readonly PeriodTerm[],
  named: string | undefined,
  onRest: (period: string) => void,
) {
  const [moved, setMoved] = useState<string>();
  const [heard, setHeard] = useState(named);
  // The URL changed by other means: a link, or the way back.
  if (named !== heard) {
    setHeard(named);
    setMoved(undefined);
  }
  const at = sliderPlace(periods, moved ?? named);
  useEffect(() => {
    if (moved === undefined || moved === named) return;
    const timer = setTimeout(() => onRest(moved), RESTED);
    return () => clearTimeout(timer);
  }, [moved, named, onRest]);
  const step = useCallback((next: number) => setMoved(periods[next]?.period), [periods]);
  return { at, step };
}
