import { type RefObject, useEffect, useState } from 'react';

/** How far outside the window counts as in sight, so that nothing is seen to change late. */
const MARGIN = '200px';

/** Whether an element is in sight, or nearly; true until it is known. */
export function useInSight(element: RefObject<Element | null>): boolean {
  const [inSight, setInSight] = useState(true);
  useEffect(() => {
    if (element.current === null) return;
    const watch = new IntersectionObserver((seen) => setInSight(seen.at(-1)?.isIntersecting ?? true), {
      rootMargin: MARGIN,
    });
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return inSight;
}
