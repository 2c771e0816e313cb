import type { VaccinationChange, VaccinationSearch } from '../vaccination-search.ts';
import type { Asked } from './question.ts';

/** What every part of the page is given: the question, the rest of the URL, and how to change it. */
export interface PartProps {
  readonly asked: Asked;
  readonly search: VaccinationSearch;
  onChange(change: VaccinationChange): void;
}
