/**
 * Who uses the embedded server: whoever holds the writing end of a named pipe open.
 *
 * The operating system closes it with the process, however that ends, so nobody can be left on the list. A small script
 * reads the other end and stops the server when the last writer has gone.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { giveToOwner } from './account.ts';

const pipeOf = (home: string) => join(home, 'members');

/** Becomes a member of the server that runs; undefined where no server waits for its members to go. */
export function enter(home: string): number | undefined {
  if (!existsSync(pipeOf(home))) return undefined;
  try {
    return openSync(pipeOf(home), constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    // Nobody reads the pipe.
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return undefined;
    throw error;
  }
}

/** Both ends of the pipe, for the process that starts a server: it is the first member. */
export function openPipe(home: string): { reading: number; membership: number } {
  if (!existsSync(pipeOf(home))) {
    execFileSync('mkfifo', ['-m', '600', pipeOf(home)]);
    giveToOwner(pipeOf(home), home);
  }
  const waiting = openSync(pipeOf(home), constants.O_RDONLY | constants.O_NONBLOCK);
  const membership = openSync(pipeOf(home), constants.O_WRONLY | constants.O_NONBLOCK);
  // Opened again, now that there is a writer, so that whoever reads it waits.
  const reading = openSync(pipeOf(home), constants.O_RDONLY);
  closeSync(waiting);
  return { reading, membership };
}

/**
 * Runs the server and ends it once the pipe (3) has no writer left. The reader stands aside so that the shell can wait for the
 * server itself: while it has not, the server's number cannot become another process's.
 */
export const KEEPER = `
"$@" 3<&- &
server=$!
{ while read -r _ <&3; do :; done; kill -INT "$server"; } &
reader=$!
exec 3<&-
wait "$server"
kill "$reader" 2>/dev/null
`;
