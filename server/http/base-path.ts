/** A site below a path of a host that is others' too: what it is asked, and what it answers, with and without that path. */

/** The path readers know before each of ours, such as `/health`; empty where the site is all of its host. */
export const basePathOf = (publicUrl: string | undefined): string =>
  publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');

/** A proxy may take the path away or leave it: both arrive at the same address of ours. */
export function withoutBase(url: string, base: string): string {
  if (base === '' || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
