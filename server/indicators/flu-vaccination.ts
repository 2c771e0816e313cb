/** Flu vaccination by season: published for GP practices and large areas, so the figures of wards are synthetic. */
import type { Indicator } from './indicator.ts';
import { syntheticProportion } from './synthetic-indicator.ts';

const after = {
  title: 'Seasonal influenza vaccine uptake in GP patients in England: winter season',
  publisher: 'UK Health Security Agency',
  url: 'https://www.gov.uk/government/collections/vaccine-uptake',
};

const common = {
  kind: 'service',
  counted: 'people',
  aim: 'outcomes',
  polarity: 'higher-is-better',
  after,
  byWard: true,
  caveats: [
    'A season is counted from 1 September to the end of February.',
    'The published figures are of patients registered with practices; here they are of people who live in the area.',
  ],
} as const;

export const fluVaccinations: readonly Indicator[] = [
  syntheticProportion({
    ...common,
    id: 'flu-vaccination-65-plus',
    ageAdjusted: null,
    title: 'Flu vaccination of people aged 65 and over',
    shortTitle: 'Flu vaccination, 65 and over',
    group: 'frailty',
    membership:
      'People aged 65 and over; stands in for frailty because no small-area frailty count is published.',
    numerator: 'People aged 65 and over who had a flu vaccine in the season.',
    denominator: 'People aged 65 and over.',
    among: 'People aged 65 and over',
  }),
  syntheticProportion({
    ...common,
    id: 'flu-vaccination-at-risk',
    ageAdjusted: false,
    title: 'Flu vaccination of people under 65 at risk',
    shortTitle: 'Flu vaccination, under 65 at risk',
    group: 'working-age',
    membership:
      'People aged 6 months to 64 years in a clinical risk group (asthma that needs treatment, diabetes, heart, kidney or liver disease and others); most are of working age.',
    numerator:
      'People aged 6 months to 64 years in a clinical risk group who had a flu vaccine in the season.',
    denominator: 'People aged 6 months to 64 years in a clinical risk group.',
    among: 'People aged 6 months to 64 years at risk',
  }),
];
