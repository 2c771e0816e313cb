/** The environment, read once: every setting has a default, and a bad value stops start-up and names itself. */

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Value } from 'typebox/value';
import {
  contact,
  databaseUrl,
  type Environment,
  host,
  pattern,
  publicUrl,
  trustedProxies,
} from './config-addresses.ts';
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
