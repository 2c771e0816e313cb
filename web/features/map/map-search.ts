/** The question of the map page, as its URL holds it. Every part may be left out; none is trusted. */

import { orderText } from '../../shared/url/order.ts';
import { type ReleaseSearch, releaseReaders } from '../../shared/url/page-search.ts';
import { QUESTION_PARTS, type Question, type View, views } from '../../shared/url/question.ts';
import {
  changedSearch,
  oneOfTerms,
  type ParameterReaders,
  readSearch,
  word,
  wordsOf,
} from '../../shared/url/read-search.ts';

const displays = [{ id: 'map' }, { id: 'table' }] as const;
export type Display = (typeof displays)[number]['id'];

export interface MapSearch extends Question, ReleaseSearch {
  view?: View;
  display?: Display;
  area?: string;
  /** Of the rows of the table. */
  order?: string;
}

const readers: ParameterReaders<MapSearch> = {
  ...wordsOf(QUESTION_PARTS),
  view: oneOfTerms(views),
  display: oneOfTerms(displays),
  area: word,
  order: orderText,
  ...releaseReaders,
};

export const validateMapSearch = (raw: Record<string, unknown>): MapSearch => readSearch(readers, raw);

/** The search asking another question, seen the same way and as reported at the same time. */
export function withQuestion(search: MapSearch, question: Question): MapSearch {
  const { view, display, area, order, release } = search;
  return changedSearch<MapSearch>({ ...question }, { view, display, area, order, release });
}
