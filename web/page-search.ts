/** What pages other than the map keep in their URL. */
import { QUESTION_PARTS, type Question } from './map-search.ts';

export interface ReleaseSearch {
  /** Number of the release to answer from; left out, the newest. */
  release?: string;
}
export interface IndicatorSearch extends Question, ReleaseSearch {
  area?: string;
}

const isWord = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9-]{1,80}$/.test(value);

/** Keeps what could be an answer and drops the rest, so that a mangled link still opens. */
export function validateReleaseSearch(raw: Record<string, unknown>): ReleaseSearch {
  return typeof raw.release === 'string' && /^[1-9]\d{0,8}$/.test(raw.release)
    ? { release: raw.release }
    : {};
}

export function validateIndicatorSearch(raw: Record<string, unknown>): IndicatorSearch {
  const search: IndicatorSearch = validateReleaseSearch(raw);
  for (const part of QUESTION_PARTS) {
    const value = raw[part];
    if (part !== 'indicator' && isWord(value)) search[part] = value;
  }
  if (isWord(raw.area)) search.area = raw.area;
  return search;
}

/** As queries write it. */
export const releaseOf = ({ release }: ReleaseSearch): { release?: number } =>
  release === undefined ? {} : { release: Number(release) };
