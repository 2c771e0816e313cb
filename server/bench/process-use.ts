/** What a running process uses, read where Linux tells it. */
import { readFileSync } from 'node:fs';

/** A hundred to the second on every Linux that runs Node. */
const TICKS_PER_SECOND = 100;

/** Memory held, without what is shared with others; megabytes. */
export const megabytesHeld = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** Seconds of a processor used so far, its own and the system's for it. */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
