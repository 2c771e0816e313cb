/** Why a cell that seems empty is not: it lies under a merged one, or its formula was saved without a result. */
export type UnreadCell = 'merged' | 'formula';

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  /** By "row,column", both from 0. */
  readonly unread: ReadonlyMap<string, UnreadCell>;
}
