/** The path readers know before each address of the site, such as `/health`; empty where the site is all of its host. */
export let basePath: string =
  (typeof document === 'undefined'
    ? undefined
    : document.querySelector('meta[name="base-path"]')?.getAttribute('content')) ?? '';

/** The server has no document to read it from. It is the same for every page that one process draws. */
export function setBasePath(path: string): void {
  basePath = path;
}

/** An address of ours as a browser has to ask for it. */
export const belowBase = (path: string): string => `${basePath}${path}`;
