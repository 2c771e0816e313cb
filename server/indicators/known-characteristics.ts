/**
 * Characteristics the Census counts for small areas, and so exactly for every kind of larger area: what the error of
 * apportioning is measured on.
 */
import { ethnicSchemes } from '../contract/dimensions.ts';

export const populationBases = ['people', 'households'] as const;
/** Whose shares a figure is among: people cluster less than households of one kind do. */
export type PopulationBase = (typeof populationBases)[number];

export interface KnownCharacteristic {
  readonly id: string;
  readonly title: string;
  readonly base: PopulationBase;
  /** The Census table it comes from: what is of one table is left out together when the measurement is tried. */
  readonly table: string;
  readonly having: CountOf;
  readonly among: CountOf;
}
/** A measure of small areas, or one stratum of it. */
interface CountOf {
  readonly measure: string;
  readonly ageBand?: string;
  readonly ethnicGroup?: string;
}

/** When and on which boundaries of small areas the Census counted. */
export const CENSUS = { period: '2021', edition: '2021' } as const;

const everyone = { measure: 'residents' } as const;
const ages = [
  ['0-15', 'Aged 15 and under'],
  ['16-24', 'Aged 16 to 24'],
  ['25-34', 'Aged 25 to 34'],
  ['35-49', 'Aged 35 to 49'],
  ['50-64', 'Aged 50 to 64'],
  ['65-plus', 'Aged 65 and over'],
] as const;
const [fiveGroups] = ethnicSchemes;

const ofHouseholds = (
  table: string,
  among: string,
  categories: readonly (readonly [measure: string, title: string])[],
): KnownCharacteristic[] =>
  categories.map(([measure, title]) => ({
    id: measure,
    title,
    base: 'households',
    table,
    having: { measure },
    among: { measure: among },
  }));

export const knownCharacteristics: readonly KnownCharacteristic[] = [
  ...ages.map(
    ([ageBand, title]): KnownCharacteristic => ({
      id: `aged-${ageBand}`,
      title,
      base: 'people',
      table: 'Age',
      having: { measure: 'residents', ageBand },
      among: everyone,
    }),
  ),
  ...fiveGroups.groups
    .filter(({ id }) => id !== 'unknown')
    .map(
      ({ id, label }): KnownCharacteristic => ({
        id: `ethnic-group-${id}`,
        title: label,
        base: 'people',
        table: 'Ethnic group',
        having: { measure: 'residents', ethnicGroup: `${fiveGroups.id}/${id}` },
        among: everyone,
      }),
    ),
  {
    id: 'residents-disabled',
    title: 'Disabled under the Equality Act',
    base: 'people',
    table: 'Disability',
    having: { measure: 'residents-disabled' },
    among: { measure: 'residents-asked-disability' },
  },
  ...ofHouseholds('Occupancy', 'households-asked-occupancy', [
    ['households-overcrowded', 'Overcrowded households'],
  ]),
  ...ofHouseholds('Household deprivation', 'households-asked-deprivation', [
    ['households-deprived', 'Households deprived in two or more ways'],
  ]),
  ...ofHouseholds('Tenure', 'households-asked-tenure', [
    ['households-owning-outright', 'Owned outright'],
    ['households-with-mortgage', 'Owned with a mortgage or loan'],
    ['households-in-shared-ownership', 'Shared ownership'],
    ['households-renting-socially', 'Social rented'],
    ['households-renting-privately', 'Private rented'],
  ]),
  ...ofHouseholds('Kind of dwelling', 'households-asked-dwelling', [
    ['households-in-detached-houses', 'In a detached house'],
    ['households-in-semi-detached-houses', 'In a semi-detached house'],
    ['households-in-terraced-houses', 'In a terraced house'],
    ['households-in-purpose-built-flats', 'In a purpose-built flat'],
    ['households-in-converted-houses', 'In a converted or shared house'],
    ['households-in-other-converted-buildings', 'In another converted building'],
    ['households-in-commercial-buildings', 'In a commercial building'],
  ]),
];
