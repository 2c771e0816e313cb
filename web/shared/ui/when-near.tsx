import { useIsFetching } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';

/** How far below the window something is made ready. */
const AHEAD = '600px';

interface WhenNearProps {
  readonly className: string;
  /** Drawn unseen too, once nothing else is waited for, so that it is there when the page is printed. */
  readonly onPaper?: boolean;
  readonly children: ReactNode;
}

/** Draws what is heavy only once it is nearly in sight; until then its space is kept. */
export function WhenNear({ className, onPaper = false, children }: WhenNearProps) {
  const space = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const isQuiet = useIsFetching() === 0;
  useEffect(() => {
    if (ready || space.current === null) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setReady(true),
      {
        rootMargin: AHEAD,
      },
    );
    watch.observe(space.current);
    return () => watch.disconnect();
  }, [ready]);
  useEffect(() => {
    if (ready || !onPaper || !isQuiet) return;
    const wait = setTimeout(() => setReady(true), QUIET);
    return () => clearTimeout(wait);
  }, [ready, onPaper, isQuiet]);
  return ready ? (
    <Suspense fallback={<div className={className} />}>{children}</Suspense>
  ) : (
    <div ref={space} className={className} />
  );
}
/** Milliseconds without a request under way before what is far below is asked for. */
const QUIET = 2000;
