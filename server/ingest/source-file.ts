import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { notText } from './file-kind.ts';
import type { ProblemList } from './problems.ts';

export interface SourceFile {
  /** Name without folders: the only part of the path that messages and the database hold. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Called with the number of bytes read so far, for a progress bar. */
  readonly onBytes?: (bytes: number) => void;
}

export async function openSourceFile(path: string, onBytes?: (bytes: number) => void): Promise<SourceFile> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new Error(`${path} is not a file that can be read`);
  return { name: basename(path), path, bytes: found.size, ...(onBytes && { onBytes }) };
}

export async function sha256Of(file: SourceFile): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/**
 * The text of a UTF-8 file, a byte-order mark left out. Where it is empty, of another kind or in another
 * encoding, that is listed and what could be read so far is all there is.
 */
export async function* readText(
  file: SourceFile,
  wanted: string,
  problems: ProblemList,
): AsyncGenerator<string> {
  if (file.bytes === 0) {
    problems.add({ file: file.name, expected: `the file is empty; expected ${wanted}` });
    return;
  }
  const words = notText(await firstBytes(file.path));
  if (words !== undefined) {
    problems.add({ file: file.name, expected: `the file is ${words}; expected ${wanted} in UTF-8` });
    return;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  let lines = 1;
  const decode = (chunk: Buffer | undefined): string | undefined => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      problems.add({
        file: file.name,
        row: lines + (chunk === undefined ? 0 : goodLines(chunk)),
        expected: 'a character is not UTF-8; save the file as "CSV UTF-8" (or convert it from Windows-1252)',
      });
      return undefined;
    }
  };
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 18 })) {
    const text = decode(chunk as Buffer);
    if (text === undefined) return;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
    bytes += (chunk as Buffer).length;
    file.onBytes?.(bytes);
    yield text;
  }
  // A file that ends in the middle of a character only shows here.
  decode(undefined);
}

/** Lines of a chunk before the first byte that is not UTF-8. */
function goodLines(chunk: Buffer): number {
  const text = chunk.toString('utf8');
  return text.slice(0, text.indexOf('\ufffd')).split('\n').length - 1;
}

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
