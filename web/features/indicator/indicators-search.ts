/** What the list of indicators is asked for, as its URL holds it. Every part may be left out; none is trusted. */
import {
  type Aim,
  type AreaType,
  aims,
  areaTypes,
  type Basis,
  bases,
  type Kind,
  kinds,
  type PopulationGroup,
  populationGroups,
} from '../../../server/contract/dimensions.ts';
import {
  type FiguresSearch,
  figuresReaders,
  type ReleaseSearch,
  releaseReaders,
} from '../../shared/url/page-search.ts';
import { oneOfTerms, type ParameterReaders, readSearch } from '../../shared/url/read-search.ts';

export const figureAges = [
  { id: 'recent', label: 'Less than three years old' },
  { id: 'old', label: 'Three or more years old' },
] as const;
export type FigureAge = (typeof figureAges)[number]['id'];

export interface IndicatorsSearch extends ReleaseSearch, FiguresSearch {
  /** Words of its name, in any order. */
  q?: string;
  kind?: Kind;
  aim?: Aim;
  populationGroup?: PopulationGroup;
  areaType?: AreaType;
  basis?: Basis;
  /** Of the newest figure. */
  age?: FigureAge;
}

/** Longer than any name. */
const LONGEST = 80;

const readers: ParameterReaders<IndicatorsSearch> = {
  q: (text) => text.slice(0, LONGEST),
  kind: oneOfTerms(kinds),
  aim: oneOfTerms(aims),
  populationGroup: oneOfTerms(populationGroups),
  areaType: oneOfTerms(areaTypes),
  basis: oneOfTerms(bases),
  age: oneOfTerms(figureAges),
  ...figuresReaders,
  ...releaseReaders,
};

export const validateIndicatorsSearch = (raw: Record<string, unknown>): IndicatorsSearch =>
  readSearch(readers, raw);
