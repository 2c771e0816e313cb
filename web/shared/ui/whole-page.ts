import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** True on the server, and at the first drawing of a page that came from there, which must be the same. */
export const useWholePage = () =>
  useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
