import { type ReactNode, useEffect, useRef, useState } from 'react';

/** How far below the window something is made ready. */
const AHEAD = '600px';

/** Draws what is heavy only once it is nearly in sight; until then its space is kept. */
export function WhenNear({ className, children }: { className: string; children: ReactNode }) {
  const space = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || space.current === null) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && setNear(true),
      {
        rootMargin: AHEAD,
      },
    );
    watch.observe(space.current);
    return () => watch.disconnect();
  }, [near]);
  return near ? children : <div ref={space} className={className} />;
}
