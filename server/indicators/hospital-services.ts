/** How trusts and the system looked after whoever came to them: of whole trusts, not of residents. */
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';

const counts: readonly (readonly [id: string, title: string, atMost?: string])[] = [
  ['emergency-attendances', 'Attendances at accident and emergency departments'],
  ['emergency-attendances-over-4-hours', 'Attendances of more than four hours', 'emergency-attendances'],
  ['discharges-from-hospital', 'Discharges from hospital'],
  ['discharges-by-5pm', 'Discharges by 5 in the afternoon', 'discharges-from-hospital'],
];
const values: readonly (readonly [id: string, title: string])[] = [
  ['beds-occupied', 'General and acute beds occupied, %'],
  ['talking-therapies-recovery', 'Courses of talking therapy that ended in recovery, %'],
];

const editions = { trust: '', system: '' } as const;
export const hospitalServiceMeasures: readonly Measure[] = [
  ...counts.map(
    ([id, title, atMost]): Measure => ({
      id,
      title,
      valueType: 'count',
      combine: 'none',
      editions,
      ...(atMost !== undefined && { atMost }),
    }),
  ),
  ...values.map(([id, title]): Measure => ({ id, title, valueType: 'value', combine: 'none', editions })),
];

const common = {
  kind: 'service',
  ageAdjusted: null,
  dataset: 'hospital-services',
  unit: 'percent',
  decimals: 1,
  periodKind: 'separate',
  strata: [{}],
  disclosureRule: 'As published: counts of whole trusts.',
} as const;

const ofTrusts = 'Of whole trusts, which look after people from other places too: not of residents.';
const wholeMonths = 'Months differ with the season: compare a month with the same month of another year.';
const everyone = (membership: string) => [{ id: 'all', membership, ageBands: ['all'] }] as const;
const publisher = { publisher: 'NHS England', licence: 'Open Government Licence v3.0' } as const;

export const hospitalServices: readonly Indicator[] = [
  {
    ...common,
    id: 'emergency-attendances-over-4-hours',
    valueType: 'proportion',
    counted: 'attendances',
    aim: 'experience',
    title: 'Attendances at accident and emergency of more than four hours',
    shortTitle: 'A&E, more than four hours',
    populationGroups: everyone('Everyone who came to accident and emergency, wherever they live.'),
    polarity: 'lower-is-better',
    finestArea: 'trust',
    areaTypes: ['trust', 'system'],
    measure: 'emergency-attendances-over-4-hours',
    denominators: [{ id: '', title: 'Attendances', measure: 'emergency-attendances' }],
    numerator: 'Attendances that ended in admission, transfer or discharge after more than four hours.',
    denominator: 'Attendances in the month.',
    method: 'Counts as published. 95% limits: Wilson, as if attendances were independent of each other.',
    source: {
      title: 'A&E Attendances and Emergency Admissions, by month',
      url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/ae-waiting-times-and-activity/',
      published: 'each month',
      ...publisher,
    },
    caveats: [ofTrusts, wholeMonths],
  },
  {
    ...common,
    id: 'beds-occupied',
    valueType: 'plain',
    counted: 'beds',
    aim: 'sustainability',
    title: 'General and acute beds that are occupied',
    shortTitle: 'Beds occupied',
    populationGroups: everyone('Beds of the trust, whoever lies in them.'),
    polarity: 'lower-is-better',
    finestArea: 'trust',
    areaTypes: ['trust'],
    measure: 'beds-occupied',
    numerator: 'General and acute beds occupied, mean of the days of the month.',
    denominator: 'General and acute beds available, mean of the days of the month.',
    method: 'Worked out from the beds as published. Days follow each other, so there is no interval.',
    source: {
      title: 'Critical care and General and Acute Beds, by month',
      url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/critical-care-and-general-acute-beds/',
      published: 'each month',
      ...publisher,
    },
    caveats: [ofTrusts, wholeMonths],
  },
  {
    ...common,
    id: 'discharges-by-5pm',
    valueType: 'proportion',
    counted: 'discharges',
    aim: 'sustainability',
    title: 'Patients discharged by 5 in the afternoon',
    shortTitle: 'Discharged by 5pm',
    populationGroups: everyone('Patients discharged from the trust, wherever they live.'),
    polarity: 'higher-is-better',
    finestArea: 'trust',
    areaTypes: ['trust'],
    measure: 'discharges-by-5pm',
    denominators: [{ id: '', title: 'Discharges', measure: 'discharges-from-hospital' }],
    numerator: 'Patients discharged by 17:00.',
    denominator: 'Patients discharged in the month.',
    method: 'Days as published, added up for months of which every day is there. 95% limits: Wilson.',
    source: {
      title: 'Acute discharge situation report',
      url: 'https://www.england.nhs.uk/statistics/statistical-work-areas/discharge-delays/acute-discharge-situation-report/',
      published: 'each month',
      ...publisher,
    },
    caveats: [ofTrusts, wholeMonths],
  },
  {
    ...common,
    id: 'talking-therapies-recovery',
    valueType: 'plain',
    counted: 'courses',
    aim: 'experience',
    title: 'Courses of talking therapy that ended in recovery',
    shortTitle: 'Talking therapies, recovery',
    populationGroups: everyone('People who finished a course in services of the system, wherever they live.'),
    polarity: 'higher-is-better',
    finestArea: 'system',
    areaTypes: ['system'],
    measure: 'talking-therapies-recovery',
    numerator: 'Courses finished in the month that moved somebody below the threshold of illness.',
    denominator: 'Courses finished in the month by somebody above it when they began.',
    method:
      'Percentages as published, rounded to whole ones; the source gives no counts, so there is no interval.',
    source: {
      title: 'NHS Talking Therapies, by month',
      url: 'https://digital.nhs.uk/data-and-information/publications/statistical/nhs-talking-therapies-monthly-statistics-including-employment-advisors',
      published: 'each month',
      ...publisher,
    },
    caveats: ['Of the whole system, six boroughs: not of residents.', wholeMonths],
  },
];
