/** The process as a whole: started, asked, stopped. */
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { engines, newPostgresDatabase } from '../db/testing.ts';
import { demonstrationFolder } from './testing.ts';
import { type Environment, printed, runProgram, startProgram } from './testing-process.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'data-folder-'));
const MAIN = ['server/main.ts', '--no-web'];

async function withServer(
  environment: Environment,
  use: (address: string) => Promise<void>,
): Promise<number | null> {
  const child = startProgram(MAIN, { PORT: '0', ...environment });
  const ended = once(child, 'exit');
  try {
    const [address] = await printed(child, /http:\/\/\S+/);
    await use(address);
  } finally {
    child.kill('SIGINT');
  }
  const [code] = await ended;
  return code;
}

/** A first start loads the demonstration, which may take minutes. */
describe.each(engines)('npm start on %s', { timeout: 900_000 }, (engine) => {
  test('shows the demonstration, ends cleanly, and finds its figures again', async () => {
    const environment: Environment =
      engine === 'postgres' ? { DATABASE_URL: await newPostgresDatabase() } : { DATA_FOLDER: newFolder() };
    const releases = async (address: string) => (await fetch(`${address}/api/v1/releases`)).json();
    let first: unknown;
    const code = await withServer(environment, async (address) => {
      expect(await (await fetch(`${address}/api/v1/health`)).json()).toEqual({
        status: 'ok',
        release: 1,
        database: 'up',
      });
      first = await releases(address);
    });
    expect(code).toBe(0);
    await withServer(environment, async (address) => {
      expect(await releases(address)).toEqual(first);
    });
  });
});

test('a second process on one data folder is refused, and the first goes on', async () => {
  const environment = { DATA_FOLDER: await demonstrationFolder() };
  await withServer(environment, async (address) => {
    const second = await runProgram(MAIN, { ...environment, PORT: '0' });
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/data folder in use by process \d+: stop it, or use DATABASE_URL/);
    expect((await fetch(`${address}/api/v1/health`)).status).toBe(200);
  });
});

test.each([
  ['PORT', 'eighty', 'PORT is "eighty"; it must be a whole number from 0 to 65535'],
  ['PORT', '70000', 'PORT is "70000"'],
  ['HOST', 'http://x', 'HOST is "http://x"'],
  ['DATABASE_URL', 'mysql://user:secret@host/db', 'DATABASE_URL must be an address such as'],
  ['PLACE_FILE', '/nowhere.json', 'PLACE_FILE /nowhere.json cannot be read'],
])('a bad %s (%s) names itself and stops', async (name, value, words) => {
  const { code, err } = await runProgram(MAIN, { DATA_FOLDER: newFolder(), [name]: value });
  expect(code).toBe(1);
  expect(err).toContain(words);
  expect(err).not.toContain('secret');
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('a place file that is no place is refused with the part at fault', async () => {
  const file = join(newFolder(), 'place.json');
  writeFileSync(file, JSON.stringify({ code: 'X1', name: 'Nowhere', type: 'borough', parents: [] }));
  const { code, err } = await runProgram(MAIN, { DATA_FOLDER: newFolder(), PLACE_FILE: file });
  expect(code).toBe(1);
  expect(err).toContain('/code');
});
