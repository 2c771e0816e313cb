/** Runs the product's own programs as processes, for tests and benches. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const PROJECT = resolve(import.meta.dirname, '..');

export type Environment = Readonly<Record<string, string>>;

const SETTINGS = new Set([
  'DATABASE_URL',
  'READER_DATABASE_URL',
  'DATA_FOLDER',
  'PORT',
  'HOST',
  'PLACE_FILE',
  'REQUESTS_PER_MINUTE',
]);

/** The environment without settings of our own that the caller's shell may hold. */
function cleanEnvironment(own: Environment): Record<string, string | undefined> {
  const rest = Object.entries(process.env).filter(([name]) => !SETTINGS.has(name));
  return { ...Object.fromEntries(rest), ...own };
}

/** @param detached in a group of its own, as the processes of a terminal are. */
export function startProgram(
  args: readonly string[],
  environment: Environment,
  { detached = false } = {},
): ChildProcess {
  return spawn(process.execPath, [...args], {
    cwd: PROJECT,
    env: cleanEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
}

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end. */
export async function runProgram(args: readonly string[], environment: Environment): Promise<Outcome> {
  const child = startProgram(args, environment);
  let out = '';
  let err = '';
  child.stdout?.on('data', (data) => {
    out += data;
  });
  child.stderr?.on('data', (data) => {
    err += data;
  });
  const [code] = await once(child, 'close');
  return { code, out, err };
}

/** Waits until the program has printed what is looked for, and returns the match. */
export async function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data;
      const match = pattern.exec(said);
      if (match !== null) found(match);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => failed(new Error(`it ended with code ${code}: ${said}`)));
  });
}

/**
 * Waits until a server that has just started does not turn anybody away any more: on a busy machine its first seconds are spent
 * on loading itself, and it says so to whoever asks.
 */
export async function untilFree(address: string): Promise<void> {
  while ((await (await fetch(`${address}/api/v1/health`)).text()).includes('The server is busy'))
    await pause(200);
}

/** @throws Error where the program could not be started. */
export function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('the program could not be started, so it has no process');
  return pid;
}
