/** The rows of the board put together for what stands at its end. Pure. */
import type { BoardReply, BoardRow } from '../../../server/contract/board-reply.ts';
import { rowName } from '../../shared/words/row-name.ts';

export const boardRows = (board: BoardReply): BoardRow[] => board.aims.flatMap(({ rows }) => rows);

/** Publications behind the figures, each once. */
export const sourcesOf = (board: BoardReply) => [
  ...new Map(boardRows(board).map(({ source }) => [`${source.publisher} ${source.title}`, source])).values(),
];

export interface NoteOfRows {
  readonly text: string;
  /** Names of the rows it belongs to. */
  readonly names: readonly string[];
}

/** What stands beside figures: the notes they carry, or why there is none; each once. */
export const notesOf = (board: BoardReply): NoteOfRows[] =>
  grouped(board, ({ latest }) => (latest.status === 'shown' ? (latest.notes ?? []) : [latest.explanation]));

/** Why changes were not tested, each reason once. */
export const untestedOf = (board: BoardReply): NoteOfRows[] =>
  grouped(board, ({ change }) => (change.verdict === 'cannot-be-tested' ? [change.test] : []));

function grouped(board: BoardReply, textsOf: (row: BoardRow) => readonly string[]): NoteOfRows[] {
  const pairs = boardRows(board).flatMap((row) => textsOf(row).map((text) => ({ text, name: rowName(row) })));
  return [...Map.groupBy(pairs, ({ text }) => text)].map(([text, all]) => ({
    text,
    names: [...new Set(all.map(({ name }) => name))],
  }));
}
