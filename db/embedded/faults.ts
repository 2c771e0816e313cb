/** What went wrong, in one line that names the setting to look at. */

import { READER_ROLE } from '../reader-role.ts';

/** A fault that is said to whoever runs the product as it stands. */
export class OwnFault extends Error {}

export const ownFault = (line: string): OwnFault => new OwnFault(line);

const addressOf = ({ hostname, port }: URL) => `${hostname}:${port || 5432}`;

/** What stops work with a PostgreSQL server, by the code of the system or of PostgreSQL; the password is in none of them. */
const SERVER_FAULTS: Readonly<Record<string, (url: URL) => string>> = {
  ECONNREFUSED: (url) => `nothing answers at ${addressOf(url)}`,
  ENOTFOUND: (url) => `there is no host ${url.hostname}`,
  EAI_AGAIN: (url) => `the host ${url.hostname} cannot be looked up`,
  EHOSTUNREACH: (url) => `the host ${url.hostname} cannot be reached`,
  ENETUNREACH: (url) => `the host ${url.hostname} cannot be reached`,
  ETIMEDOUT: (url) => `${addressOf(url)} does not answer in time`,
  ECONNRESET: (url) => `${addressOf(url)} closed the connection`,
  '28P01': (url) => `the server at ${addressOf(url)} refuses the password of user ${url.username}`,
  '28000': (url) => `the server at ${addressOf(url)} lets no user ${url.username} in from here`,
  '3D000': (url) => `the server at ${addressOf(url)} has no database ${url.pathname.slice(1)}`,
  '42501': (url) =>
    `user ${url.username} may not do what is needed; it must own the database, and the role ${READER_ROLE} must exist or it have CREATEROLE (npm run grants -- --print shows what an administrator runs)`,
  '53300': (url) => `the server at ${addressOf(url)} has no connection left`,
  '57P03': (url) => `the server at ${addressOf(url)} is starting or stopping`,
  '53100': () => 'the disk of the database is full',
};

/**
 * One true line for whatever a database answered.
 *
 * @param always names the setting also where the fault is none that we know: nothing but it can be at fault.
 */
export function databaseFault(
  error: unknown,
  databaseUrl: string,
  setting: string,
  { always = false } = {},
): Error {
  if (error instanceof OwnFault || !(error instanceof Error)) return error as Error;
  const [first] = error instanceof AggregateError ? error.errors : [error];
  const code = (first as NodeJS.ErrnoException).code ?? (/timeout/i.test(first.message) ? 'ETIMEDOUT' : '');
  const say = SERVER_FAULTS[code];
  if (say !== undefined) return new OwnFault(`${setting}: ${say(new URL(databaseUrl))}`);
  return always ? new OwnFault(`${setting}: ${first.message}`) : error;
}

/** Why the embedded server did not start, from its log. */
export function startFault(dataFolder: string, logFile: string, log: string): OwnFault {
  if (/No space left on device/.test(log)) return ownFault(`DATA_FOLDER ${dataFolder}: the disk is full`);
  const last = [...log.matchAll(/(?:FATAL|PANIC): +(.*)/g)].at(-1)?.[1];
  const said = last ?? log.trim().replaceAll(/\s+/g, ' ').slice(0, 300);
  return ownFault(`DATA_FOLDER ${dataFolder}: its database does not start: ${said} (more in ${logFile})`);
}
