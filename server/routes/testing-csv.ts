/** A file as a spreadsheet would have it: the facts above the empty line, the rows below by heading. For tests. */
import { parse } from 'csv-parse/sync';

export function readCsv(text: string) {
  const lines = parse(text, { bom: true }) as string[][];
  const gap = lines.findIndex((line) => line.every((cell) => cell === ''));
  const [header = [], ...rows] = lines.slice(gap + 1);
  return {
    facts: Object.fromEntries(lines.slice(0, gap).map(([name, value]) => [name, value])),
    rows: rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at]]))),
  };
}
