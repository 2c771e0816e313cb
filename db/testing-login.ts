import { connectOwner, type DatabaseLocation } from './connect.ts';
import { addressFor, makeLogin, newPassword } from './grants.ts';
import { TEST_ROLE_PREFIX } from './testing-postgres.ts';

/** The address of a database for a login of its own that may read what is published: what a server that faces readers is given. */
export async function servingAddress(location: DatabaseLocation): Promise<string> {
  const { databaseUrl } = location;
  const owner = connectOwner(location);
  const name = `${TEST_ROLE_PREFIX}${process.pid}_${Math.random().toString(36).slice(2, 10)}`;
  const password = newPassword();
  await makeLogin(owner.kysely, name, password);
  await owner.close();
  return addressFor(databaseUrl, name, password);
}
