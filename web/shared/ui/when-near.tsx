import './when-near.css';
import { useIsFetching } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useWholePage } from './whole-page.ts';

/** How far below the window something is made ready: further than a flick of the wheel or the Page Down key goes. */
const AHEAD = '1500px';
/** Milliseconds without a request under way before what is far below is asked for. */
const QUIET = 1000;

interface WhenNearProps {
  readonly className: string;
  readonly children: ReactNode;
}

/**
 * Draws what is far below only once it is nearly in sight; until then its space is kept. It comes with a page that the server
 * draws, and is drawn unseen once nothing else is waited for, so that it is there when the page is printed.
 */
export function WhenNear({ className, children }: WhenNearProps) {
  const space = useRef<HTMLDivElement>(null);
  const isWhole = useWholePage();
  const [ready, setReady] = useState(isWhole);
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
    if (ready) return;
    // Paper does not wait: what is here by now is drawn before the browser takes its picture.
    const draw = () => flushSync(() => setReady(true));
    addEventListener('beforeprint', draw);
    const wait = isQuiet ? setTimeout(() => setReady(true), QUIET) : undefined;
    return () => {
      removeEventListener('beforeprint', draw);
      clearTimeout(wait);
    };
  }, [ready, isQuiet]);
  const kept = `${className} when-near`;
  return ready ? (
    <Suspense fallback={<div className={kept} />}>{children}</Suspense>
  ) : (
    <div ref={space} className={kept} />
  );
}
