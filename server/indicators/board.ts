/**
 * What the board reads: for each aim and population group, the indicators in their order. Chosen so that an aim fits
 * two screens; what only describes who lives here is on the pages of areas and indicators.
 */
import type { Aim, PopulationGroup } from '../contract/dimensions.ts';

export const boardList: Readonly<Record<Aim, Readonly<Record<PopulationGroup, readonly string[]>>>> = {
  outcomes: {
    all: [
      'life-expectancy-at-birth',
      'healthy-life-expectancy-at-birth',
      'preventable-mortality',
      'preventable-cardiovascular-mortality',
      'cancer-diagnosed-early',
      'self-harm-admissions',
    ],
    children: [
      'mmr-1-at-2-years',
      'mmr-2-at-5-years',
      '6-in-1-at-1-year',
      '4-in-1-booster-at-5-years',
      'obesity-year-6',
      'dental-decay-at-5-years',
      'self-harm-admissions-10-24',
    ],
    'working-age': [
      'smoking-recorded',
      'obesity-adults',
      'inactive-adults',
      'life-satisfaction',
      'anxiety',
      'alcohol-admissions',
    ],
    frailty: ['covid-19-dose-2', 'falls-admissions-65-plus'],
    'care-homes': ['covid-19-dose-1-care-home-residents'],
  },
  experience: {
    all: ['health-index-gp-appointments'],
    children: [],
    'working-age': ['carer-quality-of-life', 'nhs-health-checks'],
    frailty: [
      'social-care-quality-of-life',
      'social-care-information-users',
      'social-contact-users',
      'dementia-diagnosis-rate',
      'deaths-in-usual-residence',
    ],
    'care-homes': [],
  },
  sustainability: {
    all: ['social-care-requests', 'readmissions-within-30-days'],
    children: [],
    'working-age': ['outpatient-appointments-missed'],
    frailty: ['short-term-social-care-outcome'],
    'care-homes': [],
  },
  staff: {
    all: [],
    children: [],
    'working-age': ['social-care-staff-turnover', 'covid-19-dose-1-home-care-staff'],
    frailty: [],
    'care-homes': ['covid-19-dose-1-care-home-staff'],
  },
};

/** What would fill a part of the list that nothing real is held for: a file that its publisher gives away. */
export interface AwaitedFile {
  readonly aim: Aim;
  readonly populationGroup: PopulationGroup;
  readonly title: string;
  readonly publisher: string;
  readonly url: string;
}

export const awaitedFiles: readonly AwaitedFile[] = [
  {
    aim: 'experience',
    populationGroup: 'children',
    title: 'Health visitor service delivery metrics',
    publisher: 'Office for Health Improvement and Disparities',
    url: 'https://www.gov.uk/government/collections/child-and-maternal-health-statistics',
  },
  {
    aim: 'experience',
    populationGroup: 'care-homes',
    title: 'Care directory with ratings',
    publisher: 'Care Quality Commission',
    url: 'https://www.cqc.org.uk/about-us/transparency/using-cqc-data',
  },
  {
    aim: 'sustainability',
    populationGroup: 'children',
    title: 'Fingertips: admissions for asthma, under 19',
    publisher: 'Office for Health Improvement and Disparities',
    url: 'https://fingertips.phe.org.uk/profile/child-health-profiles',
  },
  {
    aim: 'sustainability',
    populationGroup: 'working-age',
    title: 'Hospital Outpatient Activity',
    publisher: 'NHS England',
    url: 'https://digital.nhs.uk/data-and-information/publications/statistical/hospital-outpatient-activity',
  },
  {
    aim: 'sustainability',
    populationGroup: 'care-homes',
    title: 'Measures from the Adult Social Care Outcomes Framework: permanent admissions to care homes',
    publisher: 'Department of Health and Social Care',
    url: 'https://www.gov.uk/government/collections/adult-social-care-outcomes-framework-handbook-of-definitions',
  },
  {
    aim: 'staff',
    populationGroup: 'children',
    title: 'Children’s social work workforce',
    publisher: 'Department for Education',
    url: 'https://explore-education-statistics.service.gov.uk/find-statistics/children-s-social-work-workforce',
  },
  {
    aim: 'staff',
    populationGroup: 'frailty',
    title: 'The state of the adult social care sector and workforce: figures by area',
    publisher: 'Skills for Care',
    url: 'https://www.skillsforcare.org.uk/Adult-Social-Care-Workforce-Data/',
  },
];
