/** Starts the whole product and a browser for tests; nothing of it is stood in for. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
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

/** On Linux the browser that came with the packages, elsewhere the installed Chrome. */
export async function launchBrowser(extra: readonly string[] = []): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args: [...extra] });
  return chromium.launch({
    executablePath: await bundledChromium.executablePath(),
    // In a single process the first page that closes would take the browser with it.
    args: [...bundledChromium.args.filter((arg) => arg !== '--single-process'), ...extra],
  });
}
