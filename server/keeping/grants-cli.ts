import { connectOwner } from '../../db/connect.ts';
import {
  addressFor,
  GRANTS,
  grantReading,
  loginStatements,
  makeLogin,
  newPassword,
} from '../../db/grants.ts';
import { migrate } from '../../db/migrate.ts';
import { withDatabase } from '../../db/reach.ts';
import { runCommand } from '../command-line.ts';
import { readConfig } from '../config.ts';
import { recordEarlier } from '../publish/definitions.ts';

const DEFAULT_LOGIN = 'dashboard_reader';

await runCommand({
  usage: `Prepares the database of DATABASE_URL: its schema, and who may read what. Safe to run again; needed once after
each update of the code, and after a dump was restored on another server.

  npm run grants                     schema and rights
  npm run grants -- --login <name>   the same, and the login that serves readers; prints READER_DATABASE_URL with a new password
  LOGIN_PASSWORD=... npm run grants -- --login <name>   with this password, and prints none
  npm run grants -- --print          prints the statements for an administrator to read and run, and changes nothing

Needs the right to make roles (CREATEROLE) only where a role is missing; a login that is there keeps its password then.`,
  options: { login: { type: 'string' }, print: { type: 'boolean', default: false } },
  run: async ({ values: { login, print } }) => {
    if (print) return printStatements(login ?? DEFAULT_LOGIN);
    const { loginPassword, ...settings } = readConfig(process.env);
    if (settings.databaseUrl === undefined)
      throw new Error(
        'DATABASE_URL is missing: the embedded database prepares itself, and its address lasts only while it runs',
      );
    await withDatabase(settings, async (location) => {
      const owner = connectOwner(location);
      try {
        await migrate(owner.kysely);
        await recordEarlier(owner.kysely);
        await grantReading(owner.kysely);
        process.stdout.write('schema and rights are as this code needs them\n');
        if (login === undefined) return;
        const password = loginPassword ?? newPassword();
        if (!(await makeLogin(owner.kysely, login, password))) {
          process.stdout.write(
            `the login ${login} is there and reads what is published; its password stays as it was, since this user may not change it\n`,
          );
          return;
        }
        // A password that was given is known already, and has no business in a log.
        if (loginPassword === undefined)
          process.stdout.write(`READER_DATABASE_URL=${addressFor(location.databaseUrl, login, password)}\n`);
      } finally {
        await owner.close();
      }
    });
  },
});

function printStatements(login: string): void {
  const [role = '', ...rights] = GRANTS;
  const lines = [
    '-- 1. Once on the server, by a user who may make roles. Choose the password.',
    role,
    ...loginStatements(login, 'choose a password'),
    '-- 2. In the database, by the owner of its schemas (the user of DATABASE_URL), after npm run grants has made them.',
    ...rights,
  ];
  process.stdout.write(`${lines.map((line) => (line.startsWith('--') ? line : `${line};`)).join('\n')}\n`);
}
