/** The sources a document cites, numbered in the order they are first met. Pure. */
import type { AnyDocument } from '../../../server/contract/documents/schemas.ts';
import { formatDay } from '../words/format.ts';

export type CitedSource = AnyDocument['sources'][number];

/** What an entry cites, and whether anybody asserts it. */
export interface Provenance {
  readonly source: string;
  readonly synthetic: boolean;
}

export interface NumberedSource {
  readonly number: number;
  readonly source: CitedSource;
}

export function numbered(sources: readonly CitedSource[], cited: readonly Provenance[]): NumberedSource[] {
  const order = [...new Set(cited.filter(({ synthetic }) => !synthetic).map(({ source }) => source))];
  return order.flatMap((id, index) => {
    const source = sources.find((one) => one.id === id);
    return source === undefined ? [] : [{ number: index + 1, source }];
  });
}

/** "published 17 June 2014", or when it was read; nothing where neither is known. */
export function dayWords({ date, read }: CitedSource): string {
  if (date !== undefined) return `published ${formatDay(date)}`;
  return read === undefined ? '' : `read on ${formatDay(read)}`;
}
