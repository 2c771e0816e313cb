/** Starts the whole product and a browser for tests; nothing of it is stood in for. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import bundledChromium from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { servingAddress } from '../db/testing-login.ts';

export interface RunningApp {
  readonly address: string;
  stop(): Promise<void>;
}

const PROJECT = resolve(import.meta.dirname, '..');

/** Resolves with the address the process prints; rejects with its words where it ends instead. */
function addressOf(app: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part;
      const address = /http:\/\/\S+/.exec(said)?.[0];
      if (address !== undefined) found(address);
    };
    app.stdout?.on('data', hear);
    app.stderr?.on('data', hear);
    app.once('exit', (code) => failed(new Error(`the app ended with code ${code}: ${said}`)));
  });
}

/** @param database one to serve, for this app alone. */
export async function startApp(location: { readonly databaseUrl: string }): Promise<RunningApp> {
  const readerDatabaseUrl = await servingAddress(location);
  const app = spawn(process.execPath, ['server/main.ts'], {
    cwd: PROJECT,
    // A test turns pages faster than any reader.
    env: {
      ...process.env,
      PORT: '0',
      HOST: '127.0.0.1',
      READER_DATABASE_URL: readerDatabaseUrl,
      REQUESTS_PER_MINUTE: '1000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(app, 'exit');
  const stop = async () => {
    app.kill('SIGTERM');
    await ended;
  };
  return { address: await addressOf(app), stop };
}

/**
 * The browser that came with the packages, unpacked once for each user and version: the package itself unpacks it where another
 * user of the machine may have put theirs, and takes a file that is still being written for the whole.
 */
async function unpackedChromium(): Promise<string> {
  const manifest = readFileSync(join(PROJECT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(tmpdir(), `chromium-${version}-of-${userInfo().uid}`);
  if (!existsSync(folder)) {
    const making = await mkdtemp(`${folder}-`);
    const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    // In a process of its own, since the package unpacks into the folder for temporary files and no other.
    await promisify(execFile)(process.execPath, ['--eval', unpack], {
      cwd: PROJECT,
      env: { ...process.env, TMPDIR: making },
    });
    // Whoever was first has put it there whole.
    await rename(making, folder).catch(async (fault) => {
      await rm(making, { recursive: true });
      if (!existsSync(folder)) throw fault;
    });
  }
  return join(folder, 'chromium');
}

/** On Linux the browser that came with the packages, elsewhere the installed Chrome. */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: [...extra] });
  return chromium.launch({
    executablePath: await unpackedChromium(),
    // In a single process the first page that closes would take the browser with it.
    args: [...bundledChromium.args.filter((arg) => arg !== '--single-process'), ...extra],
  });
}
