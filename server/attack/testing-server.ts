/** Servers to attack, and a clock that does not depend on the machine. */
import { connectReader, type Database } from '../../db/connect.ts';
import type { AllTables } from '../../db/desk-schema.ts';
import { emptyDatabase } from '../../db/testing.ts';
import { buildApp } from '../app.ts';
import { testPlace } from '../ingest/testing.ts';
import { testConfig } from '../testing.ts';

/** A server on which only what `publish` publishes is public, in the made-up place. */
export async function serving(publish: (owner: Database<AllTables>) => Promise<void>) {
  const { location, owner } = await emptyDatabase();
  await publish(owner);
  await owner.close();
  const reader = connectReader(location);
  const app = await buildApp({
    db: reader.kysely,
    config: { ...testConfig, place: testPlace },
    now: () => new Date(),
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    address,
    close: async () => {
      await app.close();
      await reader.close();
    },
  };
}

/** A clock that a linear program moves on by a second: so many seconds are so many programs, on any machine. */
export function clock(): () => number {
  let seconds = 0;
  return () => 1000 * seconds++;
}
