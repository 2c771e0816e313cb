import { type ReactNode, Suspense, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** True on the server, and at the first drawing of a page that came from there, which must be the same. */
export const useWholePage = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );

/** Draws what only a browser can; on the server, and until its script is there, its space is kept. */
export const InBrowser = ({ className, children }: { className: string; children: ReactNode }) => {
  const space = <div className={className} />;
  return useWholePage() ? space : <Suspense fallback={space}>{children}</Suspense>;
};
