/** Pieces - where a small official area and a ward meet - are the same at every crossed date. */
import { areaTypes, labelOf } from '../contract/dimensions.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import type { FileDoseDate } from './dose-dates.ts';
import type { LoadContext } from './source.ts';
import type { SourceFile } from './source-file.ts';

export type DosePiece = readonly [area: string, part: string];

/** The pieces of the first crossed date of a load. Lists areas without any, and pieces of this file that are not among them. */
export function checkedPieces(
  table: DoseTable,
  dates: readonly FileDoseDate[],
  file: SourceFile,
  context: LoadContext,
): readonly DosePiece[] {
  const crossed = dates.filter((date) => date.isCrossed && date.table === table);
  const [first] = crossed;
  if (first === undefined) return [];
  const pieces = new Map<string, DosePiece>();
  for (const { codes } of first.rows.values()) pieces.set(...pieceOf(codes));
  const all = [...pieces.values()];
  if (first.file === file.name) requireEveryArea(first, all, context);
  for (const date of crossed) if (date.file === file.name) refuseOthers(date, first, pieces, context);
  return all;
}

/** The codes of a row: ward, ethnic group, age band, small area. */
const pieceOf = ([area = '', , , part = '']: readonly string[]): readonly [string, DosePiece] => [
  `${area} ${part}`,
  [area, part],
];

function requireEveryArea(
  { table, file }: FileDoseDate,
  pieces: readonly DosePiece[],
  { areas, place, problems }: LoadContext,
): void {
  for (const [at, { type, edition }] of ([table.areas, table.parts] as const).entries()) {
    const without = areas.codes(type, edition).filter((code) => pieces.every((piece) => piece[at] !== code));
    if (without.length === 0) continue;
    const name = labelOf(areaTypes, type).toLowerCase();
    const expected = `no row is about ${without.join(', ')}; expected every ${name} of ${place.name}, with 0 where there is nobody`;
    problems.add({ file, expected });
  }
}

function refuseOthers(
  { table, file, rows }: FileDoseDate,
  first: FileDoseDate,
  pieces: ReadonlyMap<string, DosePiece>,
  { problems }: LoadContext,
): void {
  for (const { row, codes } of rows.values()) {
    if (pieces.has(pieceOf(codes)[0])) continue;
    const expected = `expected an area that meets the one in "area_code" in ${first.file} (${first.period}) too: the pieces are the same at every date`;
    problems.add({ file, row, column: `${table.parts.type}_code`, unsaid: true, expected });
  }
}
