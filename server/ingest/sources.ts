/** Every source a steward can load, in the order a new place loads them. */
import type { Source } from './source.ts';
import { indicesOfDeprivation2025 } from './sources/indices-of-deprivation-2025.ts';
import { nhsEnglandCovid19 } from './sources/nhs-england-covid-19.ts';
import { onsBoundaries } from './sources/ons-boundaries.ts';
import { onsCensus2021 } from './sources/ons-census-2021.ts';
import { onsLookups } from './sources/ons-lookups.ts';
import { onsPopulationEstimates } from './sources/ons-population-estimates.ts';
import { outlines } from './sources/outlines.ts';
import { plain } from './sources/plain.ts';

export const sources: readonly Source[] = [
  onsBoundaries,
  onsLookups,
  onsCensus2021,
  onsPopulationEstimates,
  indicesOfDeprivation2025,
  nhsEnglandCovid19,
  plain,
  outlines,
];

export function sourceOf(id: string): Source {
  const source = sources.find((candidate) => candidate.id === id);
  if (source !== undefined) return source;
  throw new Error(`there is no source "${id}"; there are: ${sources.map((known) => known.id).join(', ')}`);
}
