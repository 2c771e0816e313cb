/** The table of contents of a zip archive, and one of its files as a stream that is checked and bounded as it is unpacked. */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';

export interface ZippedFile {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly crc: number;
  /** Where its own header begins in the archive. */
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The end of an archive with the longest comment it can have. */
const LONGEST_END = 22 + 0xffff;

/** @throws Error where the file is no zip archive, or its end is missing. */
export async function zipDirectory(path: string): Promise<ZippedFile[]> {
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    const tail = await bytesAt(handle, Math.max(0, size - LONGEST_END), Math.min(size, LONGEST_END));
    const end = lastIndexOf(tail, END);
    if (end === -1 || end + 20 > tail.length) throw new Error('the end of the archive is missing');
    const [count, length, offset] = [
      tail.readUInt16LE(end + 10),
      tail.readUInt32LE(end + 12),
      tail.readUInt32LE(end + 16),
    ];
    if (offset + length > size) throw new Error('the directory of the archive is damaged');
    return entriesOf(await bytesAt(handle, offset, length), count);
  } finally {
    await handle.close();
  }
}

type Handle = Awaited<ReturnType<typeof open>>;

async function bytesAt(handle: Handle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function lastIndexOf(bytes: Buffer, signature: number): number {
  for (let at = bytes.length - 4; at >= 0; at--) if (bytes.readUInt32LE(at) === signature) return at;
  return -1;
}

function entriesOf(bytes: Buffer, count: number): ZippedFile[] {
  const files: ZippedFile[] = [];
  for (let at = 0; files.length < count; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY)
      throw new Error('the directory of the archive is damaged');
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    files.push({
      name: bytes.toString('utf8', at + 46, at + 46 + (name ?? 0)),
      isDeflated: bytes.readUInt16LE(at + 10) === 8,
      crc: bytes.readUInt32LE(at + 16),
      packedBytes: bytes.readUInt32LE(at + 20),
      unpackedBytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/**
 * Unpacks one file piece by piece into `take`.
 *
 * @param most bytes it may come to, whatever the directory says.
 * @throws Error where the file is damaged, cut short or longer than that.
 */
export async function unpack(
  path: string,
  file: ZippedFile,
  most: number,
  take: (stream: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const handle = await open(path);
  const header = await bytesAt(handle, file.offset, 30).finally(() => handle.close());
  if (header.length < 30 || header.readUInt32LE(0) !== LOCAL) throw new Error(`${file.name} is damaged`);
  const start = file.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = createReadStream(path, { start, end: start + Math.max(0, file.packedBytes - 1) });
  const checked = checkedBytes(file, most);
  const stages = file.isDeflated ? [packed, createInflateRaw(), checked] : [packed, checked];
  await Promise.all([pipeline(stages), take(checked)]);
}

function checkedBytes(file: ZippedFile, most: number): Transform {
  let bytes = 0;
  let crc = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      done(bytes > most ? new Error(tooLong(most)) : null, chunk);
    },
    flush(done) {
      done(crc === file.crc ? null : new Error(`${file.name} is damaged: its check sum differs`));
    },
  });
}

export const tooLong = (most: number): string =>
  `unpacked it is more than ${Math.round(most / 1_000_000)} million bytes, which is more than a workbook of figures comes to`;
