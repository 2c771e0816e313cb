/** The environment, read once: every setting has a default, and a bad value stops start-up and names itself. */
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { Value } from 'typebox/value';
import { pagePatterns } from './contract/pages.ts';
import { type Place, place } from './contract/place.ts';

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where the embedded database lies when there is no `databaseUrl`. */
  readonly dataFolder: string;
  readonly databaseUrl: string | undefined;
  /** The login that serves readers, where the database is not the embedded one; it may read what is published and no more. */
  readonly readerDatabaseUrl: string | undefined;
  readonly place: Place;
  /** Whether somebody said which place it is; otherwise it is that of the demonstration. */
  readonly placeConfigured: boolean;
  /** The password that `npm run grants` gives the login that serves; left out, it makes one up. */
  readonly loginPassword: string | undefined;
  /** Whether what was built is served as it lies, and nothing is written but in the data folder. */
  readonly production: boolean;
  /** Replies made anew that one address may ask for in a minute; of those from memory fifty times as many. */
  readonly requestsPerMinute: number;
  /** The proxies whose word about a reader's address is taken: their addresses, or how many stand in a row. */
  readonly trustedProxies: string | number | undefined;
  /** The address readers know the site by, where a proxy stands in front. */
  readonly publicUrl: string | undefined;
  /** How long browsers are to insist on TLS; undefined where they are told nothing. */
  readonly hstsSeconds: number | undefined;
  /** Where a weakness is reported: a mail address or a page. */
  readonly contact: string | undefined;
  readonly logLevel: string;
  /** Whether `/metrics` is answered. */
  readonly metrics: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROJECT = resolve(import.meta.dirname, '..');

export function readConfig(environment: Environment): Config {
  return Object.freeze({
    port: wholeNumber(environment, 'PORT', 3000, 0, 65_535),
    host: host(environment),
    dataFolder: resolve(environment.DATA_FOLDER || join(PROJECT, 'data')),
    databaseUrl: databaseUrl(environment, 'DATABASE_URL'),
    readerDatabaseUrl: databaseUrl(environment, 'READER_DATABASE_URL'),
    placeConfigured: Boolean(environment.PLACE_FILE),
    place: readPlace(environment.PLACE_FILE || join(PROJECT, 'server', 'place.json')),
    loginPassword: environment.LOGIN_PASSWORD || undefined,
    production: environment.NODE_ENV === 'production',
    requestsPerMinute: wholeNumber(environment, 'REQUESTS_PER_MINUTE', 1200, 1, 1_000_000_000),
    trustedProxies: trustedProxies(environment.TRUSTED_PROXIES),
    publicUrl: publicUrl(environment.PUBLIC_URL),
    hstsSeconds: wholeNumber(environment, 'HSTS_SECONDS', 0, 0, 63_072_000) || undefined,
    contact: contact(environment.CONTACT),
    metrics: pattern(environment, 'METRICS', 'on', /^(on|off)$/, 'on or off') === 'on',
    logLevel: pattern(
      environment,
      'LOG_LEVEL',
      'warn',
      /^(fatal|error|warn|info|debug|trace|silent)$/,
      'fatal, error, warn, info, debug, trace or silent',
    ),
  });
}

function wholeNumber(
  environment: Environment,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = environment[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max) {
    throw new Error(`${name} is "${text}"; it must be a whole number from ${min} to ${max}`);
  }
  return value;
}

function pattern(
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

function host(environment: Environment): string {
  const words = 'a host name or an address to listen on';
  const found = pattern(environment, 'HOST', '127.0.0.1', /^[A-Za-z0-9.:-]+$/, words);
  // Of digits and points alone no host has a name.
  if (/^[\d.]+$/.test(found) && isIP(found) === 0)
    throw new Error(`HOST is "${found}"; it must be ${words}, such as 0.0.0.0`);
  return found;
}

function databaseUrl(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  // The value may hold a password, so the message must not repeat it.
  if (!/^postgres(ql)?:\/\/\S+$/.test(text) || !URL.canParse(text)) {
    throw new Error(`${name} must be an address such as postgres://user:password@host:5432/database`);
  }
  return text;
}

/** Never all of them: whoever asks could then call himself anything. */
function trustedProxies(text: string | undefined): string | number | undefined {
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

function publicUrl(text: string | undefined): string | undefined {
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

function contact(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (!/^(mailto:\S+@\S+|https:\/\/\S+)$/.test(text))
    throw new Error(
      `CONTACT is "${text}"; it must be such as mailto:security@example.gov.uk or https://example.gov.uk/contact`,
    );
  return text;
}

function readPlace(file: string): Place {
  let read: unknown;
  try {
    // Windows' editors put a byte-order mark first.
    read = JSON.parse(readFileSync(file, 'utf8').replace(/^\ufeff/, ''));
  } catch (cause) {
    throw new Error(`PLACE_FILE ${file} cannot be read as JSON: ${(cause as Error).message}`, { cause });
  }
  if (!Value.Check(place, read)) {
    const first = [...Value.Errors(place, read)][0];
    throw new Error(
      `PLACE_FILE ${file}: ${first?.instancePath || 'the whole'} ${first?.message ?? 'is not a place'}`,
    );
  }
  return Object.freeze(read);
}
