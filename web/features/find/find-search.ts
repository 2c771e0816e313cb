/** What somebody looks for, as the address holds it. */
import { type ParameterReaders, readSearch, type Unread } from '../../shared/url/read-search.ts';

export interface FindSearch extends Unread {
  /** Words of a name, or a code. */
  q?: string;
}

/** Longer than any name. */
const LONGEST = 80;

const readers: ParameterReaders<FindSearch> = { q: (text) => text.slice(0, LONGEST) };

export const validateFindSearch = (raw: Record<string, unknown>): FindSearch => readSearch(readers, raw);
