/** The path readers know before each address of the site, such as `/health`; empty where the site is all of its host. */
export const basePath: string =
  (typeof document === 'undefined'
    ? undefined
    : document.querySelector('meta[name="base-path"]')?.getAttribute('content')) ?? '';

/** An address of ours as a browser has to ask for it. */
export const belowBase = (path: string): string => `${basePath}${path}`;
