import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { isOfficial } from '../../shared/words/meaning.ts';
import type { UptakeSearch } from './uptake-search.ts';

/** What the page offers, as data: it draws any proportion that has areas or groups over time. */
export interface Vaccine {
  readonly indicator: string;
  /** As the sentence begins: "Second doses". */
  readonly phrase: string;
  /** Those with this dose among people who had the one before. */
  readonly completion?: string;
  /** The same doses by ethnic group, where this indicator has none. */
  readonly byEthnicGroup?: string;
}

/** In the order offered, official figures first; one that is not held is left out. */
export const vaccines: readonly Vaccine[] = [
  {
    indicator: 'covid-19-dose-2',
    phrase: 'second COVID-19 doses',
    byEthnicGroup: 'covid-19-dose-2-from-records',
  },
  {
    indicator: 'covid-19-dose-1',
    phrase: 'first COVID-19 doses',
    byEthnicGroup: 'covid-19-dose-1-from-records',
  },
  {
    indicator: 'covid-19-dose-2-from-records',
    phrase: 'second COVID-19 doses by ethnic group',
    completion: 'covid-19-dose-2-of-dose-1-from-records',
  },
  {
    indicator: 'covid-19-dose-1-from-records',
    phrase: 'first COVID-19 doses by ethnic group',
    completion: 'covid-19-dose-2-of-dose-1-from-records',
  },
  { indicator: 'covid-19-booster-from-records', phrase: 'COVID-19 boosters' },
  { indicator: 'covid-19-seasonal-from-records', phrase: 'seasonal COVID-19 doses' },
  { indicator: 'flu-vaccination-65-plus', phrase: 'flu vaccines (65 and over)' },
  { indicator: 'flu-vaccination-at-risk', phrase: 'flu vaccines (under 65 at risk)' },
];

type Held = Pick<IndicatorSummary, 'id' | 'basis' | 'ethnicGroups'>;

/**
 * What the page opens with where its link names no vaccine: the first with official figures; where the link asks for an
 * ethnic group, the first that has any. Made-up figures are shown to whoever asks for what only they have.
 */
export function firstVaccine(
  held: readonly Held[],
  { ethnicGroup, ethnicScheme }: Pick<UptakeSearch, 'ethnicGroup' | 'ethnicScheme'>,
): string | undefined {
  const offered = vaccines.flatMap(({ indicator }) => held.find(({ id }) => id === indicator) ?? []);
  const asksForGroups = ethnicGroup !== undefined || ethnicScheme !== undefined;
  const withGroups = asksForGroups ? offered.find((one) => one.ethnicGroups.length > 0) : undefined;
  return (withGroups ?? offered.find((one) => isOfficial(one)) ?? offered[0])?.id;
}

/** Published for the whole place, in a section of their own. */
export const careHomeIndicators = [
  'covid-19-dose-1-care-home-residents',
  'covid-19-dose-1-care-home-staff',
  'covid-19-dose-1-home-care-staff',
] as const;

/** MMR first: what measles comes back through. */
export const childhoodIndicators = [
  'mmr-1-at-2-years',
  'mmr-2-at-5-years',
  '6-in-1-at-1-year',
  'pcv-booster-at-2-years',
  'rotavirus-at-1-year',
  '4-in-1-booster-at-5-years',
] as const;

export const fluIndicators = [
  'flu-vaccination-65-plus',
  'flu-vaccination-at-risk',
  'care-home-staff-flu-vaccination',
] as const;
