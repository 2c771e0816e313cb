/** The order of a table as the URL holds it: "value-down". */
import type { ParameterReader } from './read-search.ts';

export interface Order<Column extends string = string> {
  readonly column: Column;
  readonly descending: boolean;
}

export const writeOrder = ({ column, descending }: Order): string =>
  `${column}-${descending ? 'down' : 'up'}`;

/** Undefined where the text names no order, or not one of the columns. */
export function readOrder<Column extends string>(
  text: string | undefined,
  columns: readonly Column[],
): Order<Column> | undefined {
  const [, name, way] = /^(.+)-(up|down)$/.exec(text ?? '') ?? [];
  const column = columns.find((one) => one === name);
  return column === undefined ? undefined : { column, descending: way === 'down' };
}

/** Any order, of whatever columns the table will have. */
export const orderText: ParameterReader<string> = (text) =>
  /^[A-Za-z0-9-]{1,80}-(up|down)$/.test(text) ? text : undefined;
