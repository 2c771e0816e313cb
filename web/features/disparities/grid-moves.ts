/** Where a key leads within a grid whose cells are reached by one tab stop. Pure. */
export interface CellAt {
  readonly row: number;
  readonly column: number;
}

type Move = (at: CellAt, size: CellAt) => CellAt;

const moves: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { column }) => ({ row, column: column - 1 }),
};
const farMoves: typeof moves = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { row, column }) => ({ row: row - 1, column: column - 1 }),
};

/** Undefined for a key that is not ours; at an edge the same cell. `size` counts rows and columns. */
export function nextCell(at: CellAt, key: string, isFar: boolean, size: CellAt): CellAt | undefined {
  const next = (isFar ? farMoves[key] : undefined) ?? moves[key];
  if (next === undefined) return undefined;
  const { row, column } = next(at, size);
  return { row: within(row, size.row), column: within(column, size.column) };
}

const within = (place: number, size: number) => Math.min(Math.max(place, 0), size - 1);
