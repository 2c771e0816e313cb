/** Which source reads a file: told by trying, since only its reader knows what a layout may look like. */
import type { Place } from '../contract/place.ts';
import type { LiveAreas } from './known-areas.ts';
import type { ProblemList } from './problems.ts';
import { FileReading } from './reading.ts';
import type { AnySource } from './source.ts';
import type { SourceFile } from './source-file.ts';

export type Recognised =
  | { readonly kind: 'read'; readonly source: AnySource }
  /** Several could be meant: whoever knows the file has to say which. */
  | { readonly kind: 'several'; readonly sources: readonly AnySource[] }
  /** It has the layout of a source, and can be read once areas are loaded. */
  | { readonly kind: 'waiting'; readonly source: AnySource; readonly why: string }
  /** It has the layout of a source, which finds something wrong with it. */
  | { readonly kind: 'faulty'; readonly source: AnySource; readonly problems: ProblemList }
  | { readonly kind: 'unknown' };

/** @param areas that are known so far; they stay as they are. */
export async function recognise(
  file: SourceFile,
  sources: readonly AnySource[],
  place: Place,
  areas: LiveAreas,
): Promise<Recognised> {
  const read: AnySource[] = [];
  let waiting: { source: AnySource; why: string } | undefined;
  let closest: { source: AnySource; problems: ProblemList } | undefined;
  for (const source of sources) {
    const reading = new FileReading({ source, files: [file] }, place, areas.copy());
    await readThrough(reading);
    const { problems, tally, kept } = reading;
    const waits = problems.listed.find((problem) => problem.waits);
    if (problems.count === 0 && kept > 0) read.push(source);
    else if (waits !== undefined) waiting ??= { source, why: waits.expected };
    // A reader that came as far as a row knew the header.
    else if (tally.read > 0 && (closest === undefined || problems.count < closest.problems.count))
      closest = { source, problems };
  }
  const [first, ...others] = read;
  if (first === undefined) {
    if (waiting !== undefined) return { kind: 'waiting', ...waiting };
    return closest === undefined ? { kind: 'unknown' } : { kind: 'faulty', ...closest };
  }
  return others.length === 0 ? { kind: 'read', source: first } : { kind: 'several', sources: read };
}

async function readThrough(reading: FileReading): Promise<void> {
  try {
    for await (const _ of reading.observations());
  } catch (error) {
    // A reader that fails on a file of another kind does not read it.
    reading.problems.add({ file: '', expected: (error as Error).message });
  }
}
