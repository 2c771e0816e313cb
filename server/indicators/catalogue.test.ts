/** The catalogue as reviewed data: what it covers, and which direction is better, each with its reason. */
import { expect, test } from 'vitest';
import { aims, isServiceArea, type Polarity, populationGroups } from '../contract/dimensions.ts';
import { awaitedFiles, boardList } from './board.ts';
import { datasetOf, datasets, findIndicator, indicators } from './catalogue.ts';
import { TABLES_DIFFER } from './census-words.ts';
import { countTableOf, countTables } from './count-tables.ts';
import { type DosePart, doseOf, doseTableOf, doseTables } from './dose-tables.ts';
import { measureOf } from './measures.ts';
import { peopleFromRecords } from './people-from-records.ts';
import { syntheticIndicators } from './synthetic-measures.ts';
import { vaccinationFromRecords } from './vaccination-from-records.ts';

const protects = 'vaccination protects the person and others';
const context = 'says who lives here or what they need, not how well anyone does';
const recorded = 'a low figure can mean little illness or much that is not recognised';

const reviewed: readonly (readonly [id: string, polarity: Polarity, because: string])[] = [
  ['covid-19-dose-1', 'higher-is-better', protects],
  ['covid-19-dose-2', 'higher-is-better', protects],
  ['residents', 'neutral', context],
  ['residents-nims', 'neutral', context],
  ['deprivation-score-2025', 'lower-is-better', 'a higher score is more deprivation'],
  ['deprivation-decile-2025', 'neutral', 'a national rank: one area rises only as another falls'],
  ['deprivation-decile-2019', 'neutral', 'a national rank: one area rises only as another falls'],
  ['covid-19-dose-2-of-dose-1', 'neutral', 'it tells who was reached first, not who stayed away'],
  ...(['', 'income-', 'employment-', 'education-', 'health-', 'crime-', 'housing-', 'environment-'].map(
    (domain) => [
      `living-in-${domain}deprived-areas`,
      'neutral',
      'it describes where people live, and is a property of areas',
    ],
  ) as [string, Polarity, string][]),
  ['overcrowding', 'lower-is-better', 'crowded homes harm health'],
  ['household-deprivation', 'lower-is-better', 'deprivation shortens lives'],
  ['disability', 'neutral', context],
  ['little-english', 'neutral', context],
  ['residents-by-age', 'neutral', context],
  ['not-in-good-health', 'neutral', 'not adjusted for age: a low figure can be a young group'],
  ['unpaid-care', 'neutral', 'care given to others is neither good nor bad'],
  ['social-renting', 'neutral', 'a secure home for some, a sign of low income for others'],
  ['private-renting', 'neutral', 'a tenure is neither good nor bad by itself'],
  ['purpose-built-flats', 'neutral', context],
  ['illness-and-disability', 'lower-is-better', 'less illness than age and sex suggest'],
  ['acute-morbidity', 'lower-is-better', 'fewer emergencies than age and sex suggest'],
  ['mental-health-score', 'lower-is-better', 'less depression and anxiety'],
  ['years-of-life-lost', 'lower-is-better', 'fewer early deaths'],
  ['income-deprivation', 'lower-is-better', 'low income harms health'],
  ['children-in-relative-low-income', 'neutral', 'a count grows with the children who live there'],
  ['children-in-absolute-low-income', 'neutral', 'a count grows with the children who live there'],
  ['covid-19-dose-1-care-home-residents', 'higher-is-better', protects],
  ['covid-19-dose-1-care-home-staff', 'higher-is-better', protects],
  ['covid-19-dose-1-home-care-staff', 'higher-is-better', protects],
  ['mmr-1-at-2-years', 'higher-is-better', protects],
  ['mmr-2-at-5-years', 'higher-is-better', protects],
  ['6-in-1-at-1-year', 'higher-is-better', protects],
  ['pcv-booster-at-2-years', 'higher-is-better', protects],
  ['rotavirus-at-1-year', 'higher-is-better', protects],
  ['4-in-1-booster-at-5-years', 'higher-is-better', protects],
  ['life-expectancy-at-birth', 'higher-is-better', 'longer lives'],
  ['healthy-life-expectancy-at-birth', 'higher-is-better', 'more years in good health'],
  ['inequality-in-life-expectancy', 'lower-is-better', 'fewer years between the most and least deprived'],
  ['preventable-mortality', 'lower-is-better', 'fewer deaths that could have been prevented'],
  ['nhs-health-checks', 'higher-is-better', 'more people checked of those entitled'],
  ['smoking-adults', 'lower-is-better', 'smoking harms health'],
  ['overweight-adults', 'lower-is-better', 'excess weight harms health'],
  ['inactive-adults', 'lower-is-better', 'inactivity harms health'],
  ['depression-recorded', 'neutral', recorded],
  ['obesity-reception', 'lower-is-better', 'obesity in childhood harms health'],
  ['obesity-year-6', 'lower-is-better', 'obesity in childhood harms health'],
  ['dental-decay-at-5-years', 'lower-is-better', 'decay can be prevented'],
  ['campylobacter-incidence', 'lower-is-better', 'fewer infections'],
  ['diabetes-recorded', 'neutral', recorded],
  ['atrial-fibrillation-register', 'neutral', recorded],
  ['asthma-register', 'neutral', recorded],
  ['cancer-register', 'neutral', recorded],
  ['coronary-heart-disease-register', 'neutral', recorded],
  ['chronic-kidney-disease-register', 'neutral', recorded],
  ['copd-register', 'neutral', recorded],
  ['dementia-register', 'neutral', recorded],
  ['depression-register', 'neutral', recorded],
  ['diabetes-register', 'neutral', recorded],
  ['epilepsy-register', 'neutral', recorded],
  ['heart-failure-register', 'neutral', recorded],
  ['hypertension-register', 'neutral', recorded],
  ['learning-disability-register', 'neutral', recorded],
  ['severe-mental-illness-register', 'neutral', recorded],
  ['non-diabetic-hyperglycaemia-register', 'neutral', recorded],
  ['obesity-register', 'neutral', recorded],
  ['osteoporosis-register', 'neutral', recorded],
  ['peripheral-arterial-disease-register', 'neutral', recorded],
  ['palliative-care-register', 'neutral', recorded],
  ['rheumatoid-arthritis-register', 'neutral', recorded],
  ['stroke-register', 'neutral', recorded],
  ['enough-staff', 'higher-is-better', 'staff can do their work properly'],
  ['stress-at-work', 'lower-is-better', 'fewer staff are made ill by their work'],
  ['burnt-out', 'lower-is-better', 'fewer staff are worn out by their work'],
  ['discrimination-by-colleagues', 'lower-is-better', 'fewer staff are treated unfairly'],
  ['emergency-attendances-over-4-hours', 'lower-is-better', 'fewer people wait long for emergency care'],
  ['beds-occupied', 'lower-is-better', 'above 92% patients wait for a bed and infections spread'],
  [
    'discharges-by-5pm',
    'higher-is-better',
    'patients leave while help is to be had, and beds are free for others',
  ],
  ['talking-therapies-recovery', 'higher-is-better', 'more people get well'],
  ['hypertension-recorded', 'neutral', recorded],
  ['dementia-recorded', 'neutral', recorded],
  ['coronary-heart-disease-recorded', 'neutral', recorded],
  ['copd-recorded', 'neutral', recorded],
  ['severe-mental-illness-recorded', 'neutral', recorded],
  ['social-care-quality-of-life', 'higher-is-better', 'care adds more to quality of life'],
  ['carer-quality-of-life', 'higher-is-better', 'a better life for carers'],
  ['social-care-information-users', 'higher-is-better', 'people find what they look for'],
  ['social-care-information-carers', 'higher-is-better', 'carers find what they look for'],
  ['short-term-social-care-outcome', 'higher-is-better', 'more people regain their independence'],
  ['social-care-requests', 'neutral', 'more requests met can mean more need or better access'],
  ['social-care-staff-turnover', 'lower-is-better', 'people are cared for by staff they know'],
  ['preventable-cardiovascular-mortality', 'lower-is-better', 'fewer deaths that could have been prevented'],
  ['obesity-adults', 'lower-is-better', 'obesity harms health'],
  ['worthwhile', 'higher-is-better', 'people find what they do worthwhile'],
  ['happiness', 'higher-is-better', 'people are happier'],
  ['self-harm-admissions', 'lower-is-better', 'less harm'],
  ['self-harm-admissions-10-24', 'lower-is-better', 'less harm'],
  ['alcohol-admissions', 'lower-is-better', 'less harm by alcohol'],
  ['children-in-care', 'neutral', 'more can mean more need or more children kept safe'],
  ['not-in-education-or-work-16-17', 'lower-is-better', 'more young people learn or work'],
  ['deaths-in-usual-residence', 'higher-is-better', 'most people wish to die where they live'],
  ['smoking-recorded', 'lower-is-better', 'smoking harms health'],
  ['social-contact-users', 'higher-is-better', 'fewer people are lonely'],
  ['social-contact-carers', 'higher-is-better', 'fewer carers are lonely'],
  ['early-years-communication', 'higher-is-better', 'more children ready for school'],
  ['key-stage-2-standard', 'higher-is-better', 'more pupils at the standard'],
  ['persistent-absence', 'lower-is-better', 'fewer pupils missing school'],
  ['cancer-diagnosed-early', 'higher-is-better', 'early cancers can be treated better'],
  ['life-satisfaction', 'higher-is-better', 'people are more satisfied'],
  ['anxiety', 'lower-is-better', 'people are less anxious'],
  ['health-index-frailty', 'neutral', 'the file does not say what it counts'],
  ['health-index-gp-appointments', 'higher-is-better', 'more patients offered a time that suits'],
  ['health-index-cancer-screening', 'higher-is-better', 'more cancers found early'],
  ['dementia-diagnosis-rate', 'higher-is-better', 'a diagnosis opens the way to support'],
  ['readmissions-within-30-days', 'lower-is-better', 'fewer people left hospital too early or unsupported'],
  ['outpatient-appointments-missed', 'lower-is-better', 'fewer appointments wasted, fewer people lost'],
  ['falls-admissions-65-plus', 'lower-is-better', 'many falls can be prevented'],
  ['flu-vaccination-65-plus', 'higher-is-better', protects],
  ['flu-vaccination-at-risk', 'higher-is-better', protects],
  ['blood-pressure-recorded', 'higher-is-better', 'high blood pressure that is found can be treated'],
  ['blood-pressure-still-to-record', 'neutral', 'a count grows with the people who live there'],
  ['nhs-health-check-uptake', 'higher-is-better', 'risks are found before they become illness'],
  ['nhs-health-check-still-to-reach', 'neutral', 'a count grows with the people who live there'],
  ['children-not-seen-by-dentist', 'lower-is-better', 'fewer children go without care for their teeth'],
  ['children-for-dentist-to-see', 'neutral', 'a count grows with the people who live there'],
  ['covid-19-dose-1-from-records', 'higher-is-better', protects],
  ['covid-19-dose-2-from-records', 'higher-is-better', protects],
  ['covid-19-booster-from-records', 'higher-is-better', protects],
  ['covid-19-seasonal-from-records', 'higher-is-better', protects],
  ['covid-19-dose-1-still-to-reach', 'neutral', 'a count grows with the people who live there'],
  ['covid-19-dose-2-still-to-reach', 'neutral', 'a count grows with the people who live there'],
  ['covid-19-booster-still-to-reach', 'neutral', 'a count grows with the people who live there'],
  ['covid-19-seasonal-still-to-reach', 'neutral', 'a count grows with the people who live there'],
  [
    'covid-19-dose-2-of-dose-1-from-records',
    'neutral',
    'it tells who was reached first, not who stayed away',
  ],
  ['covid-19-dose-2-awaited-after-dose-1', 'neutral', 'a count grows with the people who had a first dose'],
];

test.each(indicators)('$id: its polarity is the one reviewed, with its reason', ({ id, polarity }) => {
  const found = reviewed.find(([reviewedId]) => reviewedId === id);
  expect(found, 'a new indicator needs a line above').toBeDefined();
  expect(polarity).toBe(found?.[1]);
  expect(found?.[2].length).toBeGreaterThan(5);
});

test('no reviewed line is of an indicator that is gone', () => {
  const ids = new Set(indicators.map(({ id }) => id));
  expect(reviewed.filter(([id]) => !ids.has(id))).toEqual([]);
});

test('there are at least forty indicators, and every aim has a real one for every population group, or names the file that would hold it', () => {
  expect(indicators.length).toBeGreaterThanOrEqual(40);
  const cells = new Set(
    indicators
      .filter(({ measure }) => measureOf(measure).synthetic === undefined)
      .flatMap(({ aim, populationGroups: groups }) => groups.map(({ id }) => `${aim} ${id}`)),
  );
  for (const { aim, populationGroup } of awaitedFiles) cells.add(`${aim} ${populationGroup}`);
  const wanted = aims.flatMap((aim) => populationGroups.map((group) => `${aim.id} ${group.id}`));
  expect(wanted.filter((cell) => !cells.has(cell))).toEqual([]);
});

test('ids are unique, and every indicator belongs to a dataset there is', () => {
  expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
  const known = new Set(datasets.map(({ id }) => id));
  expect(indicators.filter(({ dataset }) => !known.has(dataset))).toEqual([]);
});

test('a synthetic indicator says so in its caveats, its source and its method', () => {
  for (const { caveats, source, method } of [
    ...syntheticIndicators,
    ...peopleFromRecords,
    ...vaccinationFromRecords,
  ]) {
    expect(caveats[0]).toMatch(/synthetic/);
    expect(source.title).toMatch(/^Synthetic figures, defined as in “/);
    expect(method).toMatch(/^Synthetic/);
  }
});

test('an indicator of people from records is made of its table, and of nothing that is not synthetic', () => {
  for (const indicator of peopleFromRecords) {
    const { countTable, measure, dataset } = indicator;
    const table = countTableOf(countTable?.id ?? '');
    expect(dataset).toBe(table.dataset);
    const part = countTable?.part ?? 'share';
    expect(measure).toBe(part === 'share' ? table.with : table[part]);
    if (indicator.valueType === 'proportion')
      expect([part, indicator.denominators.map((one) => one.measure)]).toEqual(['share', [table.people]]);
    else expect(part).not.toBe('share');
    expect(measureOf(measure).synthetic).toBe(true);
  }
});

test('every table of people is protected, and shown as a share and as people to reach', () => {
  for (const { id, dataset } of countTables) {
    expect(datasetOf(dataset).policy).toBe('protect');
    const parts = peopleFromRecords.filter(({ countTable }) => countTable?.id === id);
    expect(parts.map(({ valueType }) => valueType)).toEqual(['proportion', 'plain']);
  }
});

test('an indicator of doses is made of the counts its part says, and of nothing that is not synthetic', () => {
  for (const { doseTable, measure, dataset, ...indicator } of vaccinationFromRecords) {
    const table = doseTableOf(doseTable?.id ?? '');
    const dose = doseOf(table, doseTable?.dose ?? '');
    const before = table.doses[table.doses.indexOf(dose) - 1];
    const made: Readonly<Record<DosePart, readonly (string | undefined)[]>> = {
      share: [dose.with, table.people, 'residents-modelled'],
      'of-before': [dose.with, before?.with],
      with: [dose.with],
      without: [dose.without],
      awaiting: [dose.awaiting],
    };
    const among =
      indicator.valueType === 'proportion' ? indicator.denominators.map((one) => one.measure) : [];
    expect([measure, ...among]).toEqual(made[doseTable?.part ?? 'with']);
    expect(dataset).toBe(table.dataset);
    expect(measureOf(measure).synthetic).toBe(true);
  }
});

test('every dose of every table is protected, and shown as a share and as people still to reach', () => {
  for (const { id, dataset, doses } of doseTables) {
    expect(datasetOf(dataset).policy).toBe('protect');
    for (const dose of doses) {
      const parts = vaccinationFromRecords.flatMap(({ doseTable }) =>
        doseTable?.id === id && doseTable.dose === dose.id ? [doseTable.part] : [],
      );
      expect(parts).toEqual(expect.arrayContaining(['share', 'without']));
    }
  }
});

test('the board list has something for every aim and population group or of services, or names what would fill it, each indicator where it belongs', () => {
  const wrong = aims.flatMap(({ id: aim }) =>
    populationGroups.flatMap(({ id: group }) => {
      const ids = boardList[aim][group];
      const isAwaited = awaitedFiles.some((one) => one.aim === aim && one.populationGroup === group);
      const isOfServices = indicators.some(
        (one) =>
          one.aim === aim &&
          isServiceArea(one.finestArea) &&
          one.populationGroups.some(({ id }) => id === group),
      );
      if (ids.length === 0 && !isAwaited && !isOfServices) return [`${aim} ${group} is empty`];
      return ids.filter((id) => {
        const indicator = findIndicator(id);
        return indicator?.aim !== aim || indicator.populationGroups.every((one) => one.id !== group);
      });
    }),
  );
  expect(wrong).toEqual([]);
});

test('at most twenty indicators are synthetic', () => {
  const made = indicators.filter(({ measure }) => measureOf(measure).synthetic);
  expect(made.length).toBeLessThanOrEqual(20);
  expect(made.length).toBe(
    syntheticIndicators.length + peopleFromRecords.length + vaccinationFromRecords.length,
  );
});

test('totals of one Census day from tables that differ say why beside each of their figures, at every age and type of area', () => {
  const ofEveryone = ['residents', 'residents-single-year', 'residents-asked-disability'];
  const held = indicators.filter((one) =>
    one.valueType === 'plain'
      ? ofEveryone.includes(one.measure)
      : one.denominators.some(({ measure }) => measure !== 'residents' && ofEveryone.includes(measure)),
  );
  expect(held.map(({ id }) => id)).toEqual(['residents', 'disability', 'residents-by-age']);
  // Without age or type of area it stands beside the figures of all.
  for (const { notes } of held) expect(notes).toContainEqual({ text: TABLES_DIFFER });
});
