/** Hospital care: synthetic figures after published definitions. */
import type { Indicator } from './indicator.ts';
import { byGroupAndFifth, syntheticProportion } from './synthetic-indicator.ts';

export const useOfResources: readonly Indicator[] = [
  syntheticProportion({
    id: 'readmissions-within-30-days',
    kind: 'service',
    counted: 'discharges',
    ageAdjusted: false,
    title: 'Emergency readmissions within 30 days of leaving hospital',
    shortTitle: 'Readmissions within 30 days',
    aim: 'sustainability',
    group: 'all',
    membership: 'Residents of all ages who left hospital in the year.',
    polarity: 'lower-is-better',
    numerator: 'Discharges followed by an emergency admission within 30 days.',
    denominator: 'Discharges in the year.',
    among: 'Discharges',
    after: {
      title: 'Compendium: emergency readmissions to hospital within 30 days of discharge',
      publisher: 'NHS England',
      url: 'https://digital.nhs.uk/data-and-information/publications/statistical/compendium-emergency-readmissions',
    },
    caveats: ['Not standardised: who is admitted affects it.'],
    strata: byGroupAndFifth,
  }),
  syntheticProportion({
    id: 'outpatient-appointments-missed',
    kind: 'service',
    counted: 'appointments',
    ageAdjusted: false,
    title: 'Outpatient appointments missed by the patient',
    shortTitle: 'Missed outpatient appointments',
    aim: 'sustainability',
    group: 'working-age',
    membership: 'Residents aged 18 to 64 with an appointment in the month.',
    polarity: 'lower-is-better',
    numerator: 'Appointments the patient did not attend and did not cancel.',
    denominator: 'Appointments attended or missed in the month.',
    among: 'Appointments',
    after: {
      title: 'Hospital Outpatient Activity',
      publisher: 'NHS England',
      url: 'https://digital.nhs.uk/data-and-information/publications/statistical/hospital-outpatient-activity',
    },
    caveats: ['Counts appointments: one person can have several.'],
    strata: byGroupAndFifth,
  }),
];
