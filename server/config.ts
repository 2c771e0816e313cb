/** The environment, read once: every setting has a default, and a bad value stops start-up and names itself. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Value } from 'typebox/value';
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
  /** Requests one address may make in a minute. */
  readonly requestsPerMinute: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROJECT = resolve(import.meta.dirname, '..');

export function readConfig(environment: Environment): Config {
  return Object.freeze({
    port: wholeNumber(environment, 'PORT', 3000, 0, 65_535),
    host: pattern(
      environment,
      'HOST',
      '127.0.0.1',
      /^[A-Za-z0-9.:-]+$/,
      'a host name or an address to listen on',
    ),
    dataFolder: resolve(environment.DATA_FOLDER || join(PROJECT, 'data')),
    databaseUrl: databaseUrl(environment, 'DATABASE_URL'),
    readerDatabaseUrl: databaseUrl(environment, 'READER_DATABASE_URL'),
    placeConfigured: Boolean(environment.PLACE_FILE),
    place: readPlace(environment.PLACE_FILE || join(PROJECT, 'server', 'place.json')),
    loginPassword: environment.LOGIN_PASSWORD || undefined,
    production: environment.NODE_ENV === 'production',
    requestsPerMinute: wholeNumber(environment, 'REQUESTS_PER_MINUTE', 1200, 1, 1_000_000_000),
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

function databaseUrl(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  // The value may hold a password, so the message must not repeat it.
  if (!/^postgres(ql)?:\/\/\S+$/.test(text) || !URL.canParse(text)) {
    throw new Error(`${name} must be an address such as postgres://user:password@host:5432/database`);
  }
  return text;
}

function readPlace(file: string): Place {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
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
