/** Which figures may be called better or worse; asked by the judge, by views and by pages. Pure. */
import type { Polarity } from './dimensions.ts';
import type { Meaning } from './meaning.ts';

type Judgeable = Pick<Meaning, 'kind' | 'ageAdjusted' | 'isOfAreas'> & { readonly polarity: Polarity };

/**
 * Whether figures may be called better or worse, and added up as such: outcomes and services where one way is better,
 * and age alone does not make them high or low.
 */
export const isGoodOrBad = ({ kind, polarity, ageAdjusted, isOfAreas }: Judgeable): boolean =>
  (kind === 'outcome' || kind === 'service') && polarity !== 'neutral' && ageAdjusted !== false && !isOfAreas;

/** Which way is better, where figures may be called that; else neither is. */
export const spokenPolarity = (judgeable: Judgeable): Polarity =>
  isGoodOrBad(judgeable) ? judgeable.polarity : 'neutral';

/** What every sentence about a figure ends with that depends on age and is not adjusted for it. */
export const NOT_ADJUSTED = 'not adjusted for age';
/** What those of an age-standardised figure say. */
export const ADJUSTED = 'adjusted for age';

/** What says of a definition whether its figures are adjusted for age. */
export interface ReadByAge {
  readonly ageAdjusted: boolean | null;
  readonly unadjustedAges?: readonly string[] | undefined;
}

/** A definition as it reads at one age band: among ages too far apart it counts as not adjusted for age. */
export function atAges<Definition extends ReadByAge>(definition: Definition, ageBand: string): Definition {
  const isTooWide = definition.ageAdjusted === null && definition.unadjustedAges?.includes(ageBand) === true;
  return isTooWide ? { ...definition, ageAdjusted: false } : definition;
}
