/** What pages other than the map keep in their URL. */
import { figuresAsked } from '../../../server/contract/dimensions.ts';
import { QUESTION_PARTS, type Question } from './question.ts';
import {
  oneOfTerms,
  type ParameterReaders,
  readReleaseNumber,
  readSearch,
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

export const releaseReaders: ParameterReaders<ReleaseSearch> = { release: readReleaseNumber };

export const validateReleaseSearch = (raw: Record<string, unknown>): ReleaseSearch =>
  readSearch(releaseReaders, raw);

export interface FiguresSearch extends Unread {
  /** Left out, all figures; those made for demonstration are marked. */
  figures?: (typeof figuresAsked)[number]['id'];
}

export const figuresReaders: ParameterReaders<FiguresSearch> = { figures: oneOfTerms(figuresAsked) };

/** What a link to another page with the switch takes along, whatever page it stands on. */
export const keptFigures = (search: object): FiguresSearch =>
  'figures' in search && search.figures === 'real' ? { figures: 'real' } : {};

/** A page that asks nothing of its URL. */
export const validateNothing = (raw: Record<string, unknown>): Unread => readSearch<Unread>({}, raw);

/** The indicator is named by the path; another that a form names is another page. */
const questionReaders = wordsOf(QUESTION_PARTS);

export const validateIndicatorSearch = (raw: Record<string, unknown>): IndicatorSearch =>
  readSearch<IndicatorSearch>({ ...questionReaders, area: word, ...releaseReaders }, raw);

/** As queries write it. */
export const releaseOf = ({ release }: ReleaseSearch): { release?: number } =>
  release === undefined ? {} : { release: Number(release) };
