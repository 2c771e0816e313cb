/** Vitest global setup: the web client is built once, before tests start the product side by side. */
import { buildWebIfNeeded } from '../server/web-build.ts';

export default function setup(): Promise<void> {
  return buildWebIfNeeded((line) => process.stdout.write(`${line}\n`));
}
