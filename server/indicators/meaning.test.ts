/** What each indicator is about, as a person reviewed it: its kind, what it counts, its adjustment for age and its scale. */
import { expect, test } from 'vitest';
import { type CountedNoun, type Kind, kinds } from '../contract/dimensions.ts';
import { indicators } from './catalogue.ts';

type Review = readonly [
  id: string,
  kind: Kind,
  counted: CountedNoun | null,
  ageAdjusted: boolean | null,
  because: string,
  /** Age bands that hold ages too far apart, where narrower ones do not depend on age. */
  unadjustedAges?: readonly string[],
];

const uptake = 'care given; everybody invited is owed it, whatever their age';
const oldestFirst = 'care given; offered to the oldest first, so that uptake goes by age in wide bands';
const oldestFirstAges = ['all', '16-64', '35-49'];
const olderMore = 'care given; older people take it up or are given it far more often';
const livesHere = 'says who lives here';
const growsWithAge = 'illness; most of it comes with age, and figures are of all ages together';
const oneAge = 'health of children of one age';
const workforce = 'the people who give care, as their employers keep them';
const count = 'care still to be given, as a count: it grows with the people who live there';
const whereTheyLive = 'a cause: where people live';

const ofDomain = (domain: string): Review => [
  `living-in-${domain}deprived-areas`,
  'determinant',
  'people',
  null,
  whereTheyLive,
];

const reviewed: readonly Review[] = [
  ['covid-19-dose-1', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['covid-19-dose-2', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['residents', 'context', 'people', null, livesHere],
  ['residents-nims', 'context', 'people', null, livesHere],
  ['deprivation-score-2025', 'context', null, null, 'a score of areas'],
  ['deprivation-decile-2025', 'context', null, null, 'a national tenth of areas'],
  ['deprivation-decile-2019', 'context', null, null, 'a national tenth of areas'],
  ['covid-19-dose-2-of-dose-1', 'service', 'people', null, oldestFirst, ['all']],
  ['overcrowding', 'determinant', 'households', null, 'a cause: housing'],
  [
    'household-deprivation',
    'determinant',
    'households',
    null,
    'a cause: education, work, health and housing',
  ],
  ['disability', 'outcome', 'people', false, growsWithAge],
  ['little-english', 'context', 'people', null, livesHere],
  ['residents-by-age', 'context', 'people', null, livesHere],
  ofDomain(''),
  ofDomain('income-'),
  ofDomain('employment-'),
  ofDomain('education-'),
  ofDomain('health-'),
  ofDomain('crime-'),
  ofDomain('housing-'),
  ofDomain('environment-'),
  ['not-in-good-health', 'outcome', 'people', false, 'health; most of poor health comes with age'],
  ['unpaid-care', 'determinant', 'people', false, 'a cause: care given to others; most carers are 45 to 64'],
  ['social-renting', 'determinant', 'households', null, 'a cause: housing'],
  ['private-renting', 'determinant', 'households', null, 'a cause: housing'],
  ['purpose-built-flats', 'context', 'households', null, 'says what homes there are'],
  ['illness-and-disability', 'outcome', null, true, 'illness, against what age and sex suggest'],
  ['acute-morbidity', 'outcome', null, true, 'emergencies, against what age and sex suggest'],
  ['mental-health-score', 'outcome', null, true, 'illness, standardised by the source'],
  ['years-of-life-lost', 'outcome', null, true, 'early deaths, standardised by age and sex'],
  ['income-deprivation', 'determinant', 'people', null, 'a cause: income'],
  ['children-in-relative-low-income', 'determinant', 'children', null, 'a cause: income'],
  ['children-in-absolute-low-income', 'determinant', 'children', null, 'a cause: income'],
  ['covid-19-dose-1-care-home-residents', 'service', 'people', null, uptake],
  ['covid-19-dose-1-care-home-staff', 'service', 'staff', null, uptake],
  ['covid-19-dose-1-home-care-staff', 'service', 'staff', null, uptake],
  ['mmr-1-at-2-years', 'service', 'children', null, uptake],
  ['mmr-2-at-5-years', 'service', 'children', null, uptake],
  ['6-in-1-at-1-year', 'service', 'children', null, uptake],
  ['pcv-booster-at-2-years', 'service', 'children', null, uptake],
  ['rotavirus-at-1-year', 'service', 'children', null, uptake],
  ['4-in-1-booster-at-5-years', 'service', 'children', null, uptake],
  ['life-expectancy-at-birth', 'outcome', null, true, 'length of life, from death rates at each age'],
  ['healthy-life-expectancy-at-birth', 'outcome', null, true, 'health at each age, from rates at each age'],
  ['inequality-in-life-expectancy', 'outcome', null, true, 'length of life, from death rates at each age'],
  ['preventable-mortality', 'outcome', 'deaths', true, 'deaths, standardised by age'],
  [
    'nhs-health-checks',
    'service',
    'people',
    false,
    'care given; at 49 or younger the odds of coming are 0.4 of those at 70 or older (Bristol, BMC Health Serv Res 2018)',
  ],
  [
    'smoking-adults',
    'outcome',
    'responses',
    false,
    'harm to health; 16.3% smoked at 25 to 34 and 8.3% at 65 and over (ONS, 2022), a ratio as of overweight',
  ],
  ['overweight-adults', 'outcome', 'responses', false, 'harm to health; it comes with age'],
  ['inactive-adults', 'outcome', 'responses', false, 'harm to health; it comes with age'],
  ['depression-recorded', 'outcome', 'people', false, 'illness; its records add up over a life'],
  ['obesity-reception', 'outcome', 'children', null, oneAge],
  ['obesity-year-6', 'outcome', 'children', null, oneAge],
  ['dental-decay-at-5-years', 'outcome', 'children', null, oneAge],
  [
    'campylobacter-incidence',
    'outcome',
    'infections',
    null,
    'illness; most is reported past 50 (UKHSA, every year from 2017 to 2022), so that the rate of all ages goes by how old a place is',
    ['all'],
  ],
  ['preventable-cardiovascular-mortality', 'outcome', 'deaths', true, 'deaths, standardised by age'],
  ['obesity-adults', 'outcome', 'responses', false, 'harm to health; it comes with age'],
  ['worthwhile', 'outcome', 'responses', null, 'how well people feel'],
  ['happiness', 'outcome', 'responses', null, 'how well people feel'],
  ['self-harm-admissions', 'outcome', 'admissions', true, 'harm, standardised by age'],
  ['self-harm-admissions-10-24', 'outcome', 'admissions', true, 'harm, standardised by age'],
  ['alcohol-admissions', 'outcome', 'admissions', true, 'harm, standardised by age'],
  ['children-in-care', 'service', 'children', null, 'care given by the council'],
  ['not-in-education-or-work-16-17', 'determinant', 'people', null, 'a cause: learning and work'],
  ['deaths-in-usual-residence', 'service', 'deaths', null, 'care at the end of life'],
  ['smoking-recorded', 'outcome', 'people', false, 'harm to health; fewer smoke past 65'],
  ['social-contact-users', 'outcome', 'responses', null, 'how well those in care live'],
  ['social-contact-carers', 'outcome', 'responses', null, 'how well carers live'],
  ['diabetes-recorded', 'outcome', 'people', false, growsWithAge],
  ['atrial-fibrillation-register', 'outcome', 'people', false, growsWithAge],
  ['asthma-register', 'outcome', 'people', false, growsWithAge],
  ['cancer-register', 'outcome', 'people', false, growsWithAge],
  ['coronary-heart-disease-register', 'outcome', 'people', false, growsWithAge],
  ['chronic-kidney-disease-register', 'outcome', 'people', false, growsWithAge],
  ['copd-register', 'outcome', 'people', false, growsWithAge],
  ['dementia-register', 'outcome', 'people', false, growsWithAge],
  ['depression-register', 'outcome', 'people', false, growsWithAge],
  ['diabetes-register', 'outcome', 'people', false, growsWithAge],
  ['epilepsy-register', 'outcome', 'people', false, growsWithAge],
  ['heart-failure-register', 'outcome', 'people', false, growsWithAge],
  ['hypertension-register', 'outcome', 'people', false, growsWithAge],
  ['learning-disability-register', 'outcome', 'people', false, growsWithAge],
  ['severe-mental-illness-register', 'outcome', 'people', false, growsWithAge],
  ['non-diabetic-hyperglycaemia-register', 'outcome', 'people', false, growsWithAge],
  ['obesity-register', 'outcome', 'people', false, growsWithAge],
  ['osteoporosis-register', 'outcome', 'people', false, growsWithAge],
  ['peripheral-arterial-disease-register', 'outcome', 'people', false, growsWithAge],
  ['palliative-care-register', 'outcome', 'people', false, growsWithAge],
  ['rheumatoid-arthritis-register', 'outcome', 'people', false, growsWithAge],
  ['stroke-register', 'outcome', 'people', false, growsWithAge],
  ['enough-staff', 'service', 'staff', null, workforce],
  ['stress-at-work', 'service', 'staff', null, workforce],
  ['burnt-out', 'service', 'staff', null, workforce],
  ['discrimination-by-colleagues', 'service', 'staff', null, workforce],
  ['emergency-attendances-over-4-hours', 'service', 'attendances', null, 'care given, whoever comes'],
  ['beds-occupied', 'service', 'beds', null, 'how full a trust is'],
  ['discharges-by-5pm', 'service', 'discharges', null, 'care given, whoever leaves'],
  ['talking-therapies-recovery', 'service', 'courses', null, 'what care led to'],
  ['hypertension-recorded', 'outcome', 'people', false, growsWithAge],
  ['dementia-recorded', 'outcome', 'people', false, growsWithAge],
  ['coronary-heart-disease-recorded', 'outcome', 'people', false, growsWithAge],
  ['copd-recorded', 'outcome', 'people', false, growsWithAge],
  ['severe-mental-illness-recorded', 'outcome', 'people', false, 'illness; none in children, records last'],
  ['social-care-quality-of-life', 'service', 'responses', null, 'what care adds, adjusted for need'],
  ['carer-quality-of-life', 'outcome', 'responses', null, 'how well carers live'],
  ['social-care-information-users', 'service', 'responses', null, 'access to care'],
  ['social-care-information-carers', 'service', 'responses', null, 'access to support'],
  ['short-term-social-care-outcome', 'service', 'spells', null, 'what care achieves'],
  ['social-care-requests', 'service', 'requests', false, 'care given; need for it comes with age'],
  ['social-care-staff-turnover', 'service', 'staff', null, workforce],
  ['early-years-communication', 'determinant', 'children', null, 'a cause: education'],
  ['key-stage-2-standard', 'determinant', 'pupils', null, 'a cause: education'],
  ['persistent-absence', 'determinant', 'pupils', null, 'a cause: education'],
  [
    'cancer-diagnosed-early',
    'service',
    'cancers',
    false,
    'care given in time; the stage goes by age and kind of cancer, for which NHS England adjusts a measure of its own',
  ],
  ['life-satisfaction', 'outcome', 'responses', null, 'wellbeing'],
  ['anxiety', 'outcome', 'responses', null, 'wellbeing'],
  ['health-index-frailty', 'outcome', null, false, 'frailty; it comes with age'],
  [
    'health-index-gp-appointments',
    'service',
    null,
    false,
    'access to care; in the survey behind it older people are far more often content than young adults',
  ],
  ['health-index-cancer-screening', 'service', null, null, uptake],
  ['dementia-diagnosis-rate', 'service', 'people', true, 'diagnosis among those expected at each age'],
  [
    'readmissions-within-30-days',
    'service',
    'discharges',
    false,
    'quality of care; readmission comes with age',
  ],
  [
    'outpatient-appointments-missed',
    'service',
    'appointments',
    false,
    'access to care; one is missed for seven kept at 20 to 29, one for 18 at 70 to 79 (NHS Information Centre, 2009/10)',
  ],
  ['falls-admissions-65-plus', 'outcome', 'admissions', true, 'injury, standardised by age'],
  ['flu-vaccination-65-plus', 'service', 'people', null, uptake],
  ['flu-vaccination-at-risk', 'service', 'people', false, olderMore],
  ['blood-pressure-recorded', 'service', 'people', null, olderMore, ['all']],
  ['blood-pressure-still-to-record', 'service', 'people', null, count],
  ['nhs-health-check-uptake', 'service', 'people', null, olderMore, ['all']],
  ['nhs-health-check-still-to-reach', 'service', 'people', null, count],
  [
    'children-not-seen-by-dentist',
    'service',
    'children',
    null,
    'care given; babies need not have been seen yet',
    ['all'],
  ],
  ['children-for-dentist-to-see', 'service', 'children', null, count],
  ['covid-19-dose-1-from-records', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['covid-19-dose-2-from-records', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['covid-19-booster-from-records', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['covid-19-seasonal-from-records', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['covid-19-dose-1-still-to-reach', 'service', 'people', null, count],
  ['covid-19-dose-2-still-to-reach', 'service', 'people', null, count],
  ['covid-19-booster-still-to-reach', 'service', 'people', null, count],
  ['covid-19-seasonal-still-to-reach', 'service', 'people', null, count],
  ['covid-19-dose-2-of-dose-1-from-records', 'service', 'people', null, oldestFirst, oldestFirstAges],
  ['covid-19-dose-2-awaited-after-dose-1', 'service', 'people', null, count],
];

/** What high means, whether lists and shades begin with the lowest, and what that end is called where it has a word of its own. */
const scales: Readonly<Record<string, readonly [note: RegExp, reversed: boolean, first?: string]>> = {
  'deprivation-score-2025': [/higher = more deprived/i, false, 'most deprived'],
  'deprivation-decile-2025': [/^1 = among the most deprived/, true, 'most deprived'],
  'deprivation-decile-2019': [/^1 = among the most deprived/, true, 'most deprived'],
  'illness-and-disability': [/^100 = as in England/, false],
  'acute-morbidity': [/^100 = as in England/, false],
  'mental-health-score': [/higher = more depression/, false],
  'years-of-life-lost': [/higher = more years/i, false],
  worthwhile: [/10 = completely worthwhile/, false],
  happiness: [/10 = completely happy/, false],
  'inequality-in-life-expectancy': [/^0 = no difference/, false],
  'social-care-quality-of-life': [/higher = care adds more/, false],
  'carer-quality-of-life': [/higher = a better life/, false],
  'life-satisfaction': [/10 = completely satisfied/, false],
  anxiety: [/10 = completely anxious/, false],
  'health-index-frailty': [/does not say/, false],
  'health-index-gp-appointments': [/higher = more patients offered/i, false],
  'health-index-cancer-screening': [/higher = more people/i, false],
};

test.each(indicators)(
  '$id: its kind, counted noun and age adjustment are those reviewed, with the reason',
  ({ id, kind, counted, ageAdjusted, unadjustedAges }) => {
    const found = reviewed.find(([reviewedId]) => reviewedId === id);
    expect(found, 'a new indicator needs a line above').toBeDefined();
    expect([id, kind, counted, ageAdjusted]).toEqual(found?.slice(0, 4));
    expect(unadjustedAges).toEqual(found?.[5]);
    expect(found?.[4].length).toBeGreaterThan(5);
  },
);

test.each(indicators)('$id: its scale is the one reviewed', ({ id, scale }) => {
  const [note, reversed, first] = scales[id] ?? [];
  if (note === undefined) expect(scale).toBeUndefined();
  else expect(scale?.note).toMatch(note);
  expect(scale?.reversed ?? false).toBe(reversed ?? false);
  expect(scale?.first).toBe(first);
});

test('no reviewed line is of an indicator that is gone, and none is given twice', () => {
  const ids = new Set(indicators.map(({ id }) => id));
  const lines = [...reviewed.map(([id]) => id), ...Object.keys(scales)];
  expect(lines.filter((id) => !ids.has(id))).toEqual([]);
  expect(reviewed.length).toBe(ids.size);
});

test('a unit that does not say what high means comes with a note that does', () => {
  const mute = ['score', 'decile', 'ratio', 'unstated'];
  expect(indicators.filter(({ unit, scale }) => mute.includes(unit) && scale === undefined)).toEqual([]);
});

test('a share always counts something, and every kind is in use', () => {
  const shares = indicators.filter(({ valueType }) => valueType === 'proportion');
  expect(shares.filter(({ counted }) => counted === null)).toEqual([]);
  expect(kinds.filter(({ id }) => indicators.every(({ kind }) => kind !== id))).toEqual([]);
});

test('age bands that hold ages too far apart are bands of an indicator that does not depend on age in others', () => {
  for (const { id, ageAdjusted, unadjustedAges = [], populationGroups } of indicators) {
    const bands = populationGroups.flatMap(({ ageBands }) => ageBands);
    expect(bands, id).toEqual(expect.arrayContaining([...unadjustedAges]));
    if (unadjustedAges.length > 0) expect(ageAdjusted, id).toBeNull();
  }
});

test('only where people live is a property of areas given to each person', () => {
  const ofAreas = indicators.filter(({ isOfAreas }) => isOfAreas).map(({ id }) => id);
  expect(ofAreas).toEqual(
    reviewed.filter(([, , , , because]) => because === whereTheyLive).map(([id]) => id),
  );
});

test('what says in its caveats that it is not adjusted for age is marked so', () => {
  const says = /not adjusted for (the )?age|not standardised/i;
  const said = indicators.filter(({ caveats }) => caveats.some((caveat) => says.test(caveat)));
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(({ ageAdjusted }) => ageAdjusted !== false)).toEqual([]);
});

test('what tells who was reached first says so beside every sentence, and has no polarity', () => {
  const first = indicators.filter(({ id }) => id.includes('of-dose-1'));
  expect(first).toHaveLength(2);
  for (const { caution, polarity } of first) {
    expect(caution).toMatch(/who was reached first/);
    expect(polarity).toBe('neutral');
  }
  expect(indicators.filter(({ caution }) => caution !== undefined)).toEqual(first);
});

test('a short title stands before a colon in titles, and so holds none itself; nor is a reversed scale told as lowest', () => {
  expect(indicators.filter(({ shortTitle }) => shortTitle.includes(':'))).toEqual([]);
  expect(indicators.filter(({ scale }) => scale?.reversed === true && scale.first === undefined)).toEqual([]);
});
