/** The question of the map page, as its URL holds it. Every part may be left out; none is trusted. */
import {
  changedSearch,
  oneOf,
  type Readers,
  readSearch,
  releaseNumber,
  type Unread,
  word,
  wordsOf,
} from '../../shared/url/read-search.ts';

export const QUESTION_PARTS = [
  'indicator',
  'populationGroup',
  'ageBand',
  'sex',
  'ethnicScheme',
  'ethnicGroup',
  'deprivation',
  'denominator',
  'areaType',
  'period',
] as const;
export type QuestionPart = (typeof QUESTION_PARTS)[number];

const views = [{ id: 'value' }, { id: 'verdict' }] as const;
export type View = (typeof views)[number]['id'];
const displays = [{ id: 'map' }, { id: 'table' }] as const;
export type Display = (typeof displays)[number]['id'];

export type Question = Partial<Record<QuestionPart, string>>;
export interface MapSearch extends Question, Unread {
  view?: View;
  display?: Display;
  area?: string;
  /** Number of the release to answer from; left out, the newest. */
  release?: string;
}

const readers: Readers<MapSearch> = {
  ...wordsOf(QUESTION_PARTS),
  view: oneOf(views),
  display: oneOf(displays),
  area: word,
  release: releaseNumber,
};

export const validateMapSearch = (raw: Record<string, unknown>): MapSearch => readSearch(readers, raw);

/** The search asking another question, seen the same way and as reported at the same time. */
export function withQuestion(search: MapSearch, question: Question): MapSearch {
  const { view, display, area, release } = search;
  return changedSearch<MapSearch>({ ...question }, { view, display, area, release });
}
