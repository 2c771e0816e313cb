/** Workbooks in the layouts of publishers, for tests. */
import { crc32, deflateRawSync } from 'node:zlib';
import { write } from 'hucre';

export type SheetOfTest = readonly (readonly (string | number | null)[])[];

/** The bytes of a workbook with these sheets, in this order. */
export function workbookOf(
  sheets: Readonly<Record<string, SheetOfTest>>,
  format: 'xlsx' | 'ods' = 'xlsx',
): Promise<Uint8Array> {
  return write({
    format,
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) })),
  });
}

/**
 * A zip archive of files as they are named.
 *
 * @param said what its directory says of every file, where that is not so: how long it is unpacked, its check sum.
 */
export function zipOf(
  files: Readonly<Record<string, string>>,
  said: { readonly claimed?: number; readonly crc?: number } = {},
): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(said.crc ?? crc32(text), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(said.claimed ?? Buffer.byteLength(text), 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
