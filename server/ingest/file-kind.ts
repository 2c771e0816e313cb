/** Why a file can be read by no source, whatever it is about: told from its bytes, so that whoever saved it knows what to do. */
import { EncryptedFileError, read } from 'hucre';

const ZIP = 'a workbook or zip archive';

/** What files begin with; with what to do instead where they are no files of figures. */
const KINDS: readonly {
  readonly starts: readonly number[];
  readonly words: string;
  readonly instead?: string;
}[] = [
  { starts: [0x50, 0x4b, 0x03, 0x04], words: ZIP },
  { starts: [0x50, 0x4b, 0x05, 0x06], words: ZIP },
  { starts: [0xd0, 0xcf, 0x11, 0xe0], words: 'an old Excel workbook (.xls)' },
  { starts: [0x25, 0x50, 0x44, 0x46], words: 'a PDF', instead: 'ask for its figures as CSV or a workbook' },
  { starts: [0x1f, 0x8b], words: 'a gzip archive', instead: 'unpack it' },
  { starts: [0x37, 0x7a, 0xbc, 0xaf], words: 'a 7z archive', instead: 'unpack it' },
  { starts: [0xff, 0xfe], words: 'text in UTF-16', instead: 'save it as "CSV UTF-8"' },
  { starts: [0xfe, 0xff], words: 'text in UTF-16', instead: 'save it as "CSV UTF-8"' },
];

const kindOf = (head: Buffer) => KINDS.find(({ starts }) => starts.every((byte, i) => head[i] === byte));

/** What a file is that should be text; undefined where it may be. */
export function notText(head: Buffer): string | undefined {
  return kindOf(head)?.words ?? (head.includes(0) ? 'not text' : undefined);
}

/** Names within a zip archive that is a workbook: of xlsx, of ods. */
const PARTS = ['[Content_Types].xml', 'opendocument.spreadsheet'];

/** Why no source can read these bytes, and what to do; undefined where one may. */
export async function unreadable(bytes: Buffer): Promise<string | undefined> {
  if (bytes.length === 0) return 'the file is empty';
  const kind = kindOf(bytes);
  if (kind === undefined) return bytes.subarray(0, 512).includes(0) ? 'it is not text' : undefined;
  if (kind.instead !== undefined) return `it is ${kind.words}: ${kind.instead}`;
  if (kind.words === ZIP && !PARTS.some((part) => bytes.includes(part)))
    return 'it is a zip archive: unpack it into the folder';
  return whyNoWorkbook(bytes);
}

async function whyNoWorkbook(bytes: Buffer): Promise<string | undefined> {
  try {
    await read(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof EncryptedFileError) return 'it is a workbook with a password: save it without one';
    if (/, over the \d+ limit\b/.test((error as Error).message))
      return 'it is a workbook with a sheet of more than 20 million cells, empty ones among them: delete its empty rows and columns, or save the sheet as CSV';
    // In OpenDocument each part is locked by itself, which looks like damage.
    return 'it is a workbook that is damaged, cut short or locked with a password: save it anew without one';
  }
}
