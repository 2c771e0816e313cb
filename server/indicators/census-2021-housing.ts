/** Tenure and dwellings in Census 2021, by small area; tenure of the place by ethnic group too. */
import { ethnicSchemes } from '../contract/dimensions.ts';
import { bestFit, common, lockdown } from './census-2021.ts';
import { TABLES_DIFFER } from './census-words.ts';
import type { Indicator } from './indicator.ts';

const households = [
  { id: 'all', membership: 'Every household, whoever lives in it.', ageBands: ['all'] },
] as const;

const tenure = {
  ...common,
  kind: 'determinant',
  counted: 'households',
  ageAdjusted: null,
  polarity: 'neutral',
  populationGroups: households,
  denominator: 'All households.',
  denominators: [{ id: '', title: 'Households', measure: 'households-asked-tenure' }],
  // The place is published by another table too, that of ethnic groups.
  notes: [{ areaType: 'borough', text: TABLES_DIFFER }, ...common.notes],
} as const;

const fiveGroups = ethnicSchemes[0].groups
  .filter(({ id }) => id !== 'unknown')
  .map(({ id }) => ({ scheme: ethnicSchemes[0].id, group: id }));

export const censusHousing: readonly Indicator[] = [
  {
    ...tenure,
    id: 'social-renting',
    title: 'Households that rent from the council or a housing association',
    shortTitle: 'Social renting',
    strata: [...common.strata, { ethnicGroups: fiveGroups, areaTypes: ['borough'] }],
    measure: 'households-renting-socially',
    numerator: 'Households that rent from the council, a housing association or another social landlord.',
    caveats: [
      TABLES_DIFFER,
      'A household is counted in the ethnic group of the one person who stands for it in the Census, whoever else lives there.',
      lockdown,
      bestFit,
    ],
  },
  {
    ...tenure,
    id: 'private-renting',
    title: 'Households that rent privately',
    shortTitle: 'Private renting',
    measure: 'households-renting-privately',
    numerator: 'Households that rent from a private landlord, a letting agency or another private person.',
    caveats: [TABLES_DIFFER, lockdown, bestFit],
  },
  {
    ...common,
    id: 'purpose-built-flats',
    kind: 'context',
    counted: 'households',
    ageAdjusted: null,
    polarity: 'neutral',
    title: 'Households in purpose-built flats',
    shortTitle: 'Purpose-built flats',
    populationGroups: households,
    measure: 'households-in-purpose-built-flats',
    numerator: 'Households in a purpose-built block of flats or tenement.',
    denominator: 'All households.',
    denominators: [{ id: '', title: 'Households', measure: 'households-asked-dwelling' }],
    caveats: [TABLES_DIFFER, lockdown, bestFit],
  },
];
