import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

/** Whoever reads by ear or by keyboard is led to the heading of a page they went to, as a browser does with a new document. */
export function useFocusOnPage(main: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    let watch: MutationObserver | undefined;
    const stop = router.subscribe('onResolved', ({ pathChanged, fromLocation, toLocation }) => {
      watch?.disconnect();
      // A link to a part of a page leads there.
      if (!pathChanged || fromLocation === undefined || toLocation.hash !== '') return;
      if (toHeading(main.current)) return;
      main.current?.focus({ preventScroll: true });
      // Its figures may still be on their way.
      watch = new MutationObserver(() => toHeading(main.current) && watch?.disconnect());
      if (main.current !== null) watch.observe(main.current, { childList: true, subtree: true });
    });
    return () => {
      stop();
      watch?.disconnect();
    };
  }, [router, main]);
}

function toHeading(main: HTMLElement | null): boolean {
  const heading = main?.querySelector('h1');
  if (!heading) return false;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  return true;
}
