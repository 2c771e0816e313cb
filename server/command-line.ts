/** What every command shares: strict options, `--help`, and one line for whatever goes wrong. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

interface Command<Options extends ParseArgsOptionsConfig> {
  /** What it does, how it is called, and its options. */
  readonly usage: string;
  readonly options: Options;
  /** @throws Error in words for whoever called it. */
  run(given: Given<Options>): Promise<void>;
}

interface Given<Options extends ParseArgsOptionsConfig> {
  readonly values: ReturnType<typeof parseArgs<{ options: Options }>>['values'];
  readonly positionals: readonly string[];
}

/** Thrown for a call that is not understood: the usage follows its message. */
export class BadCall extends Error {}

export async function runCommand<Options extends ParseArgsOptionsConfig>(
  { usage, options, run }: Command<Options>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> {
  try {
    if (args.includes('--help')) process.stdout.write(`${usage}\n`);
    else await run(read(args, options));
  } catch (error) {
    const { message } = error as Error;
    process.stderr.write(error instanceof BadCall ? `${message}\n\n${usage}\n` : `${message}\n`);
    process.exitCode = 1;
  }
}

function read<Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: Options,
): Given<Options> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    return { values, positionals };
  } catch (error) {
    // Node's advice on positionals that look like options helps nobody here.
    throw new BadCall((error as Error).message.split('. ')[0]);
  }
}
