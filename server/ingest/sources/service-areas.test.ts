import { expect, test } from 'vitest';
import { registers } from '../../indicators/registered-conditions.ts';
import { staffQuestions } from '../../indicators/staff-survey.ts';
import { areaLists } from '../known-areas.ts';
import { FileReading } from '../reading.ts';
import type { AnySource, Item } from '../source.ts';
import { openSourceFile } from '../source-file.ts';
import { savedFiles, testPlace } from '../testing.ts';
import { nhsServices } from './nhs-services.ts';
import { nhsStaffSurvey } from './nhs-staff-survey.ts';
import { qofRegisters } from './qof-registers.ts';

/** A place served by one network of two practices, another of one, a trust and a system. */
const place = {
  ...testPlace,
  servedBy: [
    { code: 'U00001', name: 'North', type: 'pcn' as const },
    { code: 'U00002', name: 'South', type: 'pcn' as const },
    { code: 'RX1', name: 'Elm Hospital', type: 'trust' as const },
    { code: 'QXX', name: 'Elm System', type: 'system' as const, alsoCoded: ['E54000099', 'E38000999'] },
  ],
};

async function readFiles(source: AnySource, files: Readonly<Record<string, string>>) {
  const paths = savedFiles(...Object.entries(files).map(([name, content]) => ({ name, content })));
  const opened = await Promise.all(paths.map((path) => openSourceFile(path)));
  const reading = new FileReading({ source, files: opened }, place, areaLists([]));
  const items: Item[] = [];
  for await (const batch of reading.observations()) items.push(...batch.items);
  const said = reading.problems.listed.map(({ value = '', expected }) => `${value}: ${expected}`);
  return { items, problems: said, tally: reading.tally };
}

const practices = { A1: 'U00001', A2: 'U00001', B1: 'U00002', C1: 'U00009' };
const MAPPING = [
  'STP_ODS_CODE,PCN_ODS_CODE,PRACTICE_CODE',
  ...Object.entries(practices).map(([practice, network]) => `QXX,${network},${practice}`),
].join('\n');
const qofRows = Object.keys(practices).flatMap((practice, at) =>
  registers.map(
    ({ code, list }) => `${practice},${code},${10 + at},${list},${list === 'TOTAL' ? 1000 : 800}`,
  ),
);
const QOF = ['PRACTICE_CODE,GROUP_CODE,REGISTER,PATIENT_LIST_TYPE,PRACTICE_LIST_SIZE', ...qofRows].join('\n');
const qof = (prevalence: string, mapping = MAPPING) =>
  readFiles(qofRegisters, { 'PREVALENCE_2021.csv': prevalence, 'MAPPING.csv': mapping });

test('registers of all practices of a network are added up, beside the list they are a share of', async () => {
  const { items, problems, tally } = await qof(QOF);
  expect(problems).toEqual([]);
  expect(items).toContainEqual(
    expect.objectContaining({
      measure: 'diabetes-register',
      period: '2020-21',
      areaType: 'pcn',
      areaCode: 'U00001',
      value: 21,
    }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({ measure: 'registered-patients-17-plus', areaCode: 'U00001', value: 1600 }),
  );
  expect(items).toContainEqual(
    expect.objectContaining({ measure: 'stroke-register', areaCode: 'U00002', value: 12 }),
  );
  expect(tally.skipped).toBe(registers.length);
});

test.each([
  [
    'a practice of a network without a register',
    QOF.replace('\nA2,DM,11,17OV,800', ''),
    'is the file cut short?',
  ],
  ['a register of another list', QOF.replace('A1,DM,10,17OV', 'A1,DM,10,18OV'), 'expected 17OV'],
  [
    'more on the register than on the list',
    QOF.replace('A1,DM,10,', 'A1,DM,9999,'),
    'no more on the register',
  ],
  [
    'two sizes of one list',
    QOF.replace('A1,HYP,10,TOTAL,1000', 'A1,HYP,10,TOTAL,1100'),
    'beside other registers of A1',
  ],
  ['a register nobody knows', QOF.replace('A1,DM,', 'A1,XX,'), 'expected one of AF'],
  ['a row twice', `${QOF}\nA1,DM,10,17OV,800`, 'has an earlier row of DM already'],
])('%s is refused', async (_what, prevalence, words) => {
  expect((await qof(prevalence)).problems.join('\n')).toContain(words);
});

test('without the list of practices the file that lacks is named', async () => {
  const { problems } = await readFiles(qofRegisters, { 'PREVALENCE_2021.csv': QOF });
  expect(problems.join('\n')).toContain('load the list of practices of the same publication');
});

const SURVEY = [
  'ODS code',
  'Year',
  'Weighting',
  ...staffQuestions.flatMap(({ column }) => [`${column}_base`, `${column}_rate`]),
].join();
const answers = staffQuestions.map((_, at) => `1234,${20 + at}.5`).join();
const survey = (...rows: string[]) =>
  readFiles(nhsStaffSurvey, { 'survey.csv': [SURVEY, ...rows].join('\n') });

test('the staff survey gives a percentage of each trust, with how many answered', async () => {
  const { items, problems, tally } = await survey(
    `RX1,2024,Occupation Group,${answers}`,
    `RX1,2024,Unweighted,${answers}`,
    `0AR,2024,Unweighted,${answers}`,
  );
  expect(problems).toEqual([]);
  expect(items).toHaveLength(staffQuestions.length);
  expect(items).toContainEqual(
    expect.objectContaining({
      measure: 'enough-staff',
      areaType: 'trust',
      value: 20.5,
      note: '1,234 members of staff answered.',
    }),
  );
  expect(tally.otherwiseSkipped?.get('percentages without weights')).toBe(1);
});

test.each([
  ['weights of another kind', [`RX1,2024,By age,${answers}`], 'expected Occupation Group'],
  [
    'a trust twice in a year',
    [
      `RY9,2023,Occupation Group,${answers}`,
      `RX1,2024,Occupation Group,${answers}`,
      `RX1,2024,Occupation Group,${answers}`,
    ],
    'earlier row of 2024',
  ],
  [
    'a percentage above 100',
    [`RX1,2024,Occupation Group,${answers.replace('20.5', '205')}`],
    'from 0 to 100',
  ],
])('%s is refused in the staff survey', async (_what, rows, words) => {
  expect((await survey(...rows)).problems.join('\n')).toContain(words);
});

const EMERGENCY =
  'nhs_trust22_code,total_attendances,attendances_over_4hours,pct_attendance_over_4hours,date';
const BEDS =
  'nhs_trust22_code,date,general_acute_beds_available,general_acute_beds_occupied,general_acute_beds_occupancy_rate';
const DAYS = 'nhs_trust22_code,date,discharged_by_1700,discharged_between_1701_2359,discharged_total';
const services = (...lines: string[]) => readFiles(nhsServices, { 'services.csv': lines.join('\n') });
const daysOf = (month: string, many: number) =>
  Array.from({ length: many }, (_, at) => `RX1,${month}-${String(at + 1).padStart(2, '0')},30,10,40`);

test('months of emergency departments and beds are read, of systems by whatever code the file has', async () => {
  const found = await services(EMERGENCY, 'RX1,1000,200,0.2,April 2022', 'RY9,1000,200,0.2,April 2022');
  expect(found.problems).toEqual([]);
  expect(found.items).toContainEqual(
    expect.objectContaining({
      measure: 'emergency-attendances-over-4-hours',
      period: '2022-M04',
      value: 200,
    }),
  );
  const system = await services(
    EMERGENCY.replace('nhs_trust22_code', 'icb22_code'),
    'E54000099,500,50,0.1,May 2022',
  );
  expect(system.items).toContainEqual(
    expect.objectContaining({ areaType: 'system', areaCode: 'QXX', value: 500 }),
  );
  const beds = await services(BEDS, 'RX1,April 2022,200,190,0.95');
  expect(beds.items).toEqual([expect.objectContaining({ measure: 'beds-occupied', value: 95 })]);
});

test('discharges by day become months of which every day has its counts', async () => {
  const { items, problems, tally } = await services(
    DAYS,
    ...daysOf('2022-04', 30),
    ...daysOf('2022-05', 31).map((row, at) => (at === 3 ? row.replace('30,10,40', 'NA,NA,NA') : row)),
    ...daysOf('2022-06', 12),
  );
  expect(problems).toEqual([]);
  expect(items).toEqual([
    expect.objectContaining({ measure: 'discharges-from-hospital', period: '2022-M04', value: 1200 }),
    expect.objectContaining({ measure: 'discharges-by-5pm', period: '2022-M04', value: 900 }),
  ]);
  expect(tally.otherwiseSkipped?.get('months with days without counts')).toBe(2);
});

test.each([
  ['a share that its counts do not make', [EMERGENCY, 'RX1,1000,200,0.3,April 2022'], 'expected 0.200'],
  ['a share of beds by less than a whole percent', [BEDS, 'RX1,April 2022,200,190,0.953'], 'expected 0.950'],
  ['more than all', [EMERGENCY, 'RX1,1000,2000,0.2,April 2022'], 'expected at most the 1000'],
  ['a year for a month', [BEDS, 'RX1,2022,200,190,0.95'], 'a month such as April 2022'],
  ['parts of a day that do not add up', [DAYS, 'RX1,2022-04-01,30,10,41'], 'expected 40'],
  ['a day twice', [DAYS, 'RX1,2022-04-01,30,10,40', 'RX1,2022-04-01,30,10,40'], 'earlier row of 2022-04-01'],
  [
    'a day that lacks between months',
    [DAYS, ...daysOf('2022-04', 30), ...daysOf('2022-05', 30), ...daysOf('2022-06', 30)],
    'all 31 days of 2022-05',
  ],
])('%s is refused', async (_what, lines, words) => {
  expect((await services(...lines)).problems.join('\n')).toContain(words);
});
