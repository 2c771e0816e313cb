/** What pages other than the map keep in their URL. */
import { QUESTION_PARTS, type Question } from './question.ts';
import {
  type ParameterReaders,
  readSearch,
  releaseNumber,
  type Unread,
  word,
  wordsOf,
} from './read-search.ts';

export interface ReleaseSearch extends Unread {
  /** Number of the release to answer from; left out, the newest. */
  release?: string;
}
export interface IndicatorSearch extends Question, ReleaseSearch {
  area?: string;
}

export const releaseReaders: ParameterReaders<ReleaseSearch> = { release: releaseNumber };

export const validateReleaseSearch = (raw: Record<string, unknown>): ReleaseSearch =>
  readSearch(releaseReaders, raw);

/** A page that asks nothing of its URL. */
export const validateNothing = (raw: Record<string, unknown>): Unread => readSearch<Unread>({}, raw);

/** The indicator is named by the path. */
const { indicator: _, ...questionReaders } = wordsOf(QUESTION_PARTS);

export const validateIndicatorSearch = (raw: Record<string, unknown>): IndicatorSearch =>
  readSearch<Omit<IndicatorSearch, 'indicator'>>({ ...questionReaders, area: word, ...releaseReaders }, raw);

/** As queries write it. */
export const releaseOf = ({ release }: ReleaseSearch): { release?: number } =>
  release === undefined ? {} : { release: Number(release) };
