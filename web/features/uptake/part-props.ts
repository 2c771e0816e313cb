import type { Asked } from './question.ts';
import type { UptakeChange, UptakeSearch } from './uptake-search.ts';

/** What every part of the page is given: the question, the rest of the URL, and how to change it. */
export interface PartProps {
  readonly asked: Asked;
  readonly search: UptakeSearch;
  onChange(change: UptakeChange): void;
}
