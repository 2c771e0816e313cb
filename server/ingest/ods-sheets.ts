/** OpenDocument spreadsheets as sheets of text cells, read as they are unpacked: one of 44 MB takes no more memory than its cells. */
import type { Sheet, UnreadCell } from './sheet.ts';
import { attributesOf, readXmlTags } from './xml-tags.ts';
import { unpack, type ZippedFile } from './zip-directory.ts';

/** Bytes of a sheet's own file once it is unpacked. */
const MOST_BYTES = 256_000_000;
/** Cells with something in them, all sheets together. */
const MOST_CELLS = 8_000_000;
const MOST_ROWS = 1_200_000;

/** @throws Error where the file is damaged or has more cells than a workbook of figures. */
export async function readOdsSheets(path: string, content: ZippedFile): Promise<Sheet[]> {
  const reader = new OdsReader();
  await unpack(path, content, MOST_BYTES, (stream) =>
    readXmlTags(stream, {
      open: (tag, attributes) => reader.open(localName(tag), attributes),
      text: (text) => reader.text(text),
      close: (tag) => reader.close(localName(tag)),
    }),
  );
  return reader.sheets;
}

const localName = (tag: string): string => tag.slice(tag.indexOf(':') + 1);

type Attributes = Readonly<Record<string, string>>;

interface OpenCell {
  readonly attributes: Attributes;
  readonly isCovered: boolean;
  paragraphs: string[];
}

class OdsReader {
  readonly sheets: { name: string; rows: string[][]; unread: Map<string, UnreadCell> }[] = [];
  #cell: OpenCell | undefined;
  #row: string[] | undefined;
  #rowRepeats = 1;
  /** Of the sheet, since its last row with something in it. */
  #emptyRows = 0;
  /** Notes beside cells hold paragraphs of their own. */
  #annotations = 0;
  #inParagraph = false;
  #cells = 0;
  #rows = 0;
  readonly #texts = new Map<string, string>();

  /** @param text its attributes, read only where they are wanted: of a million cells most tags are of no weight. */
  open(tag: string, text: string): void {
    if (tag === 'table') {
      this.#emptyRows = 0;
      this.sheets.push({ name: attributesOf(text)['table:name'] ?? '', rows: [], unread: new Map() });
    } else if (tag === 'table-row' && this.sheets.length > 0) {
      this.#row = [];
      this.#rowRepeats = repeats(attributesOf(text)['table:number-rows-repeated']);
    } else if ((tag === 'table-cell' || tag === 'covered-table-cell') && this.#row !== undefined) {
      const isCovered = tag === 'covered-table-cell';
      this.#cell = { attributes: attributesOf(text), isCovered, paragraphs: [] };
    } else if (tag === 'annotation') this.#annotations++;
    else if (this.#cell !== undefined && this.#annotations === 0) this.#openInCell(tag, this.#cell);
  }

  #openInCell(tag: string, cell: OpenCell): void {
    if (tag === 'p') {
      this.#inParagraph = true;
      cell.paragraphs.push('');
    } else if (tag === 's' || tag === 'line-break' || tag === 'tab') this.text(' ');
  }

  text(text: string): void {
    const paragraphs = this.#cell?.paragraphs;
    if (!this.#inParagraph || paragraphs === undefined || this.#annotations > 0) return;
    paragraphs[paragraphs.length - 1] += text;
  }

  close(tag: string): void {
    if (tag === 'annotation') this.#annotations--;
    else if (tag === 'p' && this.#annotations === 0) this.#inParagraph = false;
    else if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell();
    else if (tag === 'table-row') this.#closeRow();
  }

  #closeCell(): void {
    const [cell, row, sheet] = [this.#cell, this.#row, this.sheets.at(-1)];
    this.#cell = undefined;
    if (cell === undefined || row === undefined || sheet === undefined) return;
    const text = cell.isCovered ? '' : this.#kept(textOf(cell));
    const unread = unreadOf(cell, text);
    const times = repeats(cell.attributes['table:number-columns-repeated']);
    // Of a row of nothing to the sheet's edge nothing is kept; a merged cell there covers nothing that is read either.
    const filled = text === '' && unread === undefined ? 0 : times;
    this.#count(filled);
    if (unread !== undefined)
      for (let i = 0; i < times; i++)
        sheet.unread.set(`${sheet.rows.length + this.#emptyRows},${row.length + i}`, unread);
    if (times > MOST_CELLS) throw new Error(TOO_MANY);
    for (let i = 0; i < times; i++) row.push(text);
  }

  #closeRow(): void {
    const [row, sheet] = [this.#row, this.sheets.at(-1)];
    this.#row = undefined;
    if (row === undefined || sheet === undefined) return;
    const kept = row.slice(0, 1 + row.findLastIndex((cell) => cell !== ''));
    this.#count(kept.length * this.#rowRepeats - kept.length);
    // Empty rows keep the numbers of those below them; to the sheet's edge there are none below.
    if (kept.length === 0) this.#emptyRows += this.#rowRepeats;
    else {
      this.#rows += this.#emptyRows + this.#rowRepeats;
      if (this.#rows > MOST_ROWS) throw new Error(TOO_MANY);
      for (; this.#emptyRows > 0; this.#emptyRows--) sheet.rows.push([]);
      for (let i = 0; i < this.#rowRepeats; i++) sheet.rows.push(kept);
    }
  }

  #count(cells: number): void {
    this.#cells += cells;
    if (this.#cells > MOST_CELLS) throw new Error(TOO_MANY);
  }

  /** One copy of each text, which does not hold on to the piece of the file it was cut from. */
  #kept(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text, 'utf8').toString('utf8');
    if (this.#texts.size < 200_000) this.#texts.set(copy, copy);
    return copy;
  }
}

const TOO_MANY = `it has more than ${MOST_CELLS.toLocaleString('en-GB')} cells or ${MOST_ROWS.toLocaleString('en-GB')} rows, which is more than a workbook of figures has`;

const repeats = (times: string | undefined): number => Math.max(1, Math.trunc(Number(times ?? '1')) || 1);

/** What a cell holds as text: the number itself, not as it is shown; a day without its time. */
function textOf({ attributes, paragraphs }: OpenCell): string {
  const type = attributes['office:value-type'] ?? attributes['calcext:value-type'];
  const value = attributes['office:value'];
  if (value !== undefined && type !== 'string') return String(Number(value));
  if (type === 'date') return (attributes['office:date-value'] ?? '').slice(0, 10);
  if (type === 'boolean') return attributes['office:boolean-value'] ?? '';
  return paragraphs.join(' ').replaceAll(/\s+/g, ' ').trim();
}

function unreadOf({ attributes, isCovered }: OpenCell, text: string): UnreadCell | undefined {
  if (isCovered) return 'merged';
  return attributes['table:formula'] !== undefined && text === '' ? 'formula' : undefined;
}
