/** Health and unpaid care in Census 2021: what the Census publishes by ethnic group or by MSOA. */
import { ethnicSchemes } from '../contract/dimensions.ts';
import { common, lockdown } from './census-2021.ts';
import { TABLES_DIFFER } from './census-words.ts';
import type { Indicator } from './indicator.ts';

export const censusHealth: readonly Indicator[] = [
  {
    ...common,
    id: 'not-in-good-health',
    kind: 'outcome',
    counted: 'people',
    ageAdjusted: false,
    title: 'Residents not in good health',
    shortTitle: 'Not in good health',
    polarity: 'neutral',
    finestArea: 'borough',
    areaTypes: ['borough'],
    strata: [
      {},
      {
        ethnicGroups: ethnicSchemes[0].groups
          .filter(({ id }) => id !== 'unknown')
          .map(({ id }) => ({ scheme: ethnicSchemes[0].id, group: id })),
      },
    ],
    notes: [{ text: TABLES_DIFFER }],
    populationGroups: [
      { id: 'all', membership: 'Every usual resident on Census day, 21 March 2021.', ageBands: ['all'] },
    ],
    measure: 'residents-not-in-good-health',
    numerator: 'Residents who say their health is fair, bad or very bad.',
    denominator: 'All usual residents.',
    denominators: [{ id: '', title: 'Residents', measure: 'residents-asked-health' }],
    method:
      'Counts of the Census as a percentage, with Wilson score intervals. A Census counts everyone: the interval shows how far a share of so many people could differ by chance alone.',
    caveats: [
      'Not adjusted for age: a group with more older people has more people in poor health, whatever the cause.',
      'People judge their own health.',
      TABLES_DIFFER,
      lockdown,
    ],
  },
  {
    ...common,
    id: 'unpaid-care',
    kind: 'determinant',
    counted: 'people',
    ageAdjusted: false,
    title: 'Residents who give unpaid care',
    shortTitle: 'Unpaid care',
    polarity: 'neutral',
    finestArea: 'msoa',
    areaTypes: ['msoa', 'borough'],
    strata: [{}],
    notes: [],
    populationGroups: [
      { id: 'all', membership: 'Usual residents aged 5 and over on Census day.', ageBands: ['all'] },
    ],
    measure: 'residents-giving-unpaid-care',
    numerator: 'Residents aged 5 and over who look after somebody, without pay, for any hours in a week.',
    denominator: 'All usual residents aged 5 and over.',
    denominators: [{ id: '', title: 'Residents aged 5 and over', measure: 'residents-asked-unpaid-care' }],
    method: 'Counts of MSOAs, added up, as a percentage, with Wilson score intervals.',
    caveats: [
      'Not adjusted for age: most unpaid carers are 45 to 64.',
      'Published for MSOAs, which do not nest in wards: wards have no figure.',
      TABLES_DIFFER,
      lockdown,
    ],
  },
];
