/**
 * What the board reads: for each aim and population group, the indicators in their order. Chosen so that an aim fits
 * one screen; what only describes who lives here is on the pages of areas and indicators.
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
    all: ['gp-practice-good-experience', 'health-index-gp-appointments', 'social-prescribing-referrals'],
    children: ['health-visitor-review-at-12-months', 'community-paediatrics-within-18-weeks'],
    'working-age': ['carer-quality-of-life', 'nhs-health-checks', 'learning-disability-health-checks'],
    frailty: [
      'social-care-quality-of-life',
      'social-care-information-users',
      'social-contact-users',
      'dementia-diagnosis-rate',
      'deaths-in-usual-residence',
    ],
    'care-homes': ['care-homes-good-or-outstanding'],
  },
  sustainability: {
    all: ['social-care-requests', 'readmissions-within-30-days', 'spend-on-prevention'],
    children: ['asthma-admissions-under-19'],
    'working-age': ['outpatient-appointments-missed'],
    frailty: ['short-term-social-care-outcome', 'discharge-to-usual-residence'],
    'care-homes': ['care-home-admissions-65-plus'],
  },
  staff: {
    all: [
      'sickness-absence',
      'staff-survey-compassionate-inclusive',
      'wres-appointment-likelihood',
      'wres-disciplinary-likelihood',
    ],
    children: ['childrens-social-worker-turnover'],
    'working-age': ['social-care-staff-turnover', 'covid-19-dose-1-home-care-staff'],
    frailty: ['social-care-vacancy-rate'],
    'care-homes': ['covid-19-dose-1-care-home-staff', 'care-home-staff-flu-vaccination'],
  },
};
