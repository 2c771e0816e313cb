/** Every source a steward can load, in the order a new place loads them. */
import type { AnySource } from './source.ts';
import { adultSocialCareSource } from './sources/adult-social-care.ts';
import { documents } from './sources/documents.ts';
import { doseCounts } from './sources/dose-counts.ts';
import { dwpAreaTables } from './sources/dwp-area-tables.ts';
import { fingertips } from './sources/fingertips.ts';
import { indicesOfDeprivation2019 } from './sources/indices-of-deprivation-2019.ts';
import { indicesOfDeprivation2025 } from './sources/indices-of-deprivation-2025.ts';
import { indicesOfDeprivation2025Indicators } from './sources/indices-of-deprivation-2025-indicators.ts';
import { nhsEnglandCovid19 } from './sources/nhs-england-covid-19.ts';
import { nhsEnglandCovid19Weekly } from './sources/nhs-england-covid-19-weekly.ts';
import { nhsServices } from './sources/nhs-services.ts';
import { nhsStaffSurvey } from './sources/nhs-staff-survey.ts';
import { nomisSingleYears } from './sources/nomis-single-years.ts';
import { onsBoroughIndicatorsSource } from './sources/ons-borough-indicators.ts';
import { onsBoundaries } from './sources/ons-boundaries.ts';
import { onsCensus2021 } from './sources/ons-census-2021.ts';
import { onsCensus2021ByEthnicGroup } from './sources/ons-census-2021-by-ethnic-group.ts';
import { onsCensus2021ByMsoa } from './sources/ons-census-2021-by-msoa.ts';
import { onsCensus2021EthnicGroups } from './sources/ons-census-2021-ethnic-groups.ts';
import { onsCensus2021Shares } from './sources/ons-census-2021-shares.ts';
import { onsLocalStatistics } from './sources/ons-local-statistics.ts';
import { onsLookups } from './sources/ons-lookups.ts';
import { onsPopulationEstimates } from './sources/ons-population-estimates.ts';
import { outlines } from './sources/outlines.ts';
import { peopleCounts } from './sources/people-counts.ts';
import { plain } from './sources/plain.ts';
import { publicHealthOutcomesSource } from './sources/public-health-outcomes.ts';
import { qofPrevalence } from './sources/qof-prevalence.ts';
import { qofRegisters } from './sources/qof-registers.ts';
import { ukhsaCover } from './sources/ukhsa-cover.ts';

export const sources: readonly AnySource[] = [
  onsBoundaries,
  onsLookups,
  onsCensus2021,
  onsCensus2021Shares,
  onsCensus2021ByMsoa,
  onsCensus2021EthnicGroups,
  onsCensus2021ByEthnicGroup,
  nomisSingleYears,
  onsPopulationEstimates,
  indicesOfDeprivation2025,
  indicesOfDeprivation2025Indicators,
  indicesOfDeprivation2019,
  nhsEnglandCovid19,
  nhsEnglandCovid19Weekly,
  ukhsaCover,
  publicHealthOutcomesSource,
  fingertips,
  adultSocialCareSource,
  onsBoroughIndicatorsSource,
  onsLocalStatistics,
  dwpAreaTables,
  qofPrevalence,
  qofRegisters,
  nhsStaffSurvey,
  nhsServices,
  peopleCounts,
  doseCounts,
  plain,
  outlines,
  documents,
];

export function sourceOf(id: string): AnySource {
  const source = sources.find((candidate) => candidate.id === id);
  if (source !== undefined) return source;
  throw new Error(`there is no source "${id}"; there are: ${sources.map((known) => known.id).join(', ')}`);
}
