/** COVID-19 vaccination in care homes and in home care, spring 2021. */
import type { Indicator } from './indicator.ts';

const common = {
  kind: 'service',
  counted: 'staff',
  ageAdjusted: null,
  valueType: 'proportion',
  dataset: 'care-homes',
  unit: 'percent',
  decimals: 1,
  polarity: 'higher-is-better',
  periodKind: 'cumulative',
  finestArea: 'borough',
  areaTypes: ['borough', 'country'],
  strata: [{}],
  method: 'People vaccinated as a percentage of those eligible, with Wilson score intervals.',
  source: {
    title: 'COVID-19 weekly announced vaccinations, 18 March 2021 (Capacity Tracker)',
    publisher: 'NHS England',
    url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/covid-19-vaccinations/',
    published: '2021-03-18',
    licence: 'Open Government Licence v3.0',
  },
  disclosureRule: 'As published: NHS England protected its own counts.',
} as const;

const reported = [
  'Reported by care providers themselves, with a delay of some days.',
  'One week of spring 2021: nothing newer is published for boroughs in this form.',
  'Published for councils only: wards have no figure.',
];
const recentlyIll =
  'People who tested positive in the 28 days before could not yet be vaccinated and are left out.';

export const careHomeVaccinations: readonly Indicator[] = [
  {
    ...common,
    id: 'covid-19-dose-1-care-home-residents',
    counted: 'people',
    title: 'First dose of a COVID-19 vaccine, residents of care homes for older adults',
    shortTitle: 'First COVID-19 dose, care home residents',
    aim: 'outcomes',
    populationGroups: [
      {
        id: 'care-homes',
        membership:
          'Residents of care homes that serve people aged 65 and over; a few residents are younger.',
        ageBands: ['all'],
      },
    ],
    measure: 'covid-19-dose-1-care-home-residents',
    numerator: 'Eligible residents who had a first dose by the date shown.',
    denominator: 'Residents eligible because they had not had COVID-19 in the last 28 days.',
    denominators: [{ id: '', title: 'Eligible residents', measure: 'care-home-residents-eligible' }],
    caveats: [recentlyIll, ...reported],
  },
  {
    ...common,
    id: 'covid-19-dose-1-care-home-staff',
    title: 'First dose of a COVID-19 vaccine, staff of care homes for older adults',
    shortTitle: 'First COVID-19 dose, care home staff',
    aim: 'staff',
    populationGroups: [
      {
        id: 'care-homes',
        membership: 'Staff of care homes that serve people aged 65 and over, agency staff among them.',
        ageBands: ['all'],
      },
    ],
    measure: 'covid-19-dose-1-care-home-staff',
    numerator: 'Eligible staff who had a first dose by the date shown.',
    denominator: 'Staff eligible because they had not had COVID-19 in the last 28 days.',
    denominators: [{ id: '', title: 'Eligible staff', measure: 'care-home-staff-eligible' }],
    caveats: [recentlyIll, ...reported],
  },
  {
    ...common,
    id: 'covid-19-dose-1-home-care-staff',
    title: 'First dose of a COVID-19 vaccine, staff of home care providers',
    shortTitle: 'First COVID-19 dose, home care staff',
    aim: 'staff',
    populationGroups: [
      {
        id: 'working-age',
        membership: 'Staff of independent providers of domiciliary care; nearly all are of working age.',
        ageBands: ['all'],
      },
    ],
    measure: 'covid-19-dose-1-home-care-staff',
    numerator: 'Staff who had a first dose by the date shown, as their providers reported it.',
    denominator: 'All staff of the providers.',
    denominators: [{ id: '', title: 'Home care staff', measure: 'home-care-staff' }],
    caveats: ['Staff whose vaccination is not known count as not vaccinated.', ...reported],
  },
];
