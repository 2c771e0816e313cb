import { isIP } from 'node:net';
import { pagePatterns } from './contract/pages.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export function host(environment: Environment): string {
  const words = 'a host name or an address to listen on';
  const found = pattern(environment, 'HOST', '127.0.0.1', /^[A-Za-z0-9.:-]+$/, words);
  // Of digits and points alone no host has a name.
  if (/^[\d.]+$/.test(found) && isIP(found) === 0)
    throw new Error(`HOST is "${found}"; it must be ${words}, such as 0.0.0.0`);
  return found;
}

export function databaseUrl(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  // The value may hold a password, so the message must not repeat it.
  if (!/^postgres(ql)?:\/\/\S+$/.test(text) || !URL.canParse(text)) {
    throw new Error(`${name} must be an address such as postgres://user:password@host:5432/database`);
  }
  return text;
}

/** Never all of them: whoever asks could then call himself anything. */
export function trustedProxies(text: string | undefined): string | number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = text.split(',').map((one) => one.trim());
  const isAddress = (one: string) => {
    const [address = '', bits = '32', ...more] = one.split('/');
    const most = isIP(address) === 6 ? 128 : 32;
    return (
      isIP(address) !== 0 &&
      more.length === 0 &&
      /^\d+$/.test(bits) &&
      Number(bits) >= 1 &&
      Number(bits) <= most
    );
  };
  if (!addresses.every(isAddress))
    throw new Error(
      `TRUSTED_PROXIES is "${text}"; it must be addresses such as 10.0.0.5 or 10.0.0.0/8, or how many proxies stand in a row (1 to 9)`,
    );
  return addresses.join(',');
}

/** What the site's own addresses begin with. */
const OWN_PATHS: ReadonlySet<string> = new Set(
  [...pagePatterns, '/api', '/assets', '/docs', '/metrics']
    .map((pattern) => pattern.split('/')[1] ?? '')
    .filter((begin) => begin !== ''),
);

export function publicUrl(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  const url = /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^(\/[\w.~-]+)*\/?$/.test(url.pathname) || url.search || url.hash || url.username)
    throw new Error(
      `PUBLIC_URL is "${text}"; it must be an address such as https://health.example.gov.uk or https://www.example.gov.uk/health`,
    );
  const path = url.pathname.replace(/\/$/, '');
  // Where a proxy takes the path away, nobody could tell it from an address of the site.
  if (OWN_PATHS.has(path.split('/')[1] ?? ''))
    throw new Error(
      `PUBLIC_URL is "${text}"; its path must not begin as an address of the site does (${[...OWN_PATHS].join(', ')})`,
    );
  return `${url.origin}${path}`;
}

export function contact(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^(mailto:\S+@\S+|https:\/\/\S+)$/.test(text))
    throw new Error(
      `CONTACT is "${text}"; it must be such as mailto:security@example.gov.uk or https://example.gov.uk/contact`,
    );
  return text;
}

export function pattern(
  environment: Environment,
  name: string,
  fallback: string,
  accepted: RegExp,
  words: string,
): string {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  if (!accepted.test(text)) throw new Error(`${name} is "${text}"; it must be ${words}`);
  return text;
}
