import { useEffect, useState, useSyncExternalStore } from 'react';

/** Long enough to read a date and to see what changed. */
const STEP = 700;

/** Steps forward until the end; stops there, and when asked. */
export function usePlaying(at: number, last: number, onStep: (next: number) => void) {
  const [playing, setPlaying] = useState(false);
  const running = playing && at < last;
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => onStep(at + 1), STEP);
    return () => clearTimeout(timer);
  }, [running, at, onStep]);
  return {
    playing: running,
    /** From the end it begins anew. */
    play: () => {
      if (at >= last) onStep(0);
      setPlaying(true);
    },
    pause: () => setPlaying(false),
  };
}

const wish = () => window.matchMedia('(prefers-reduced-motion: reduce)');

/** Whether the reader asked their device for less motion: then nothing moves by itself. */
export const useLessMotion = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = wish();
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => wish().matches,
    // Where the page is drawn by the server nobody can say; nothing moves there either.
    () => false,
  );
