/** The files of many borough indicators that are alike: adult social care, ONS, QOF. */
import { describe, expect, test } from 'vitest';
import type { ObservationItem } from '../source.ts';
import { placesOf, readBy } from '../testing.ts';
import { adultSocialCareSource } from './adult-social-care.ts';
import { onsBoroughIndicatorsSource } from './ons-borough-indicators.ts';
import { qofPrevalence } from './qof-prevalence.ts';

describe('adult social care', () => {
  const header =
    'Financial year,Local authority code,Local authority name,Grouping,Measure,Code,Value,MADs_from_median';
  const carers = '2016-17,E09000099,Exampleton,LA_Raw,"Outcome, ASC Carer Quality of Life",ASC1,7.7,0.33';
  const turnover = '2016-17,E09000099,Exampleton,LA_Raw,"Outcome, Workforce turnover rate",ASC7,,';
  const read = (...rows: string[]) => readBy(adultSocialCareSource, [header, ...rows].join('\n'));

  test('values by year; one that is empty as is its distance from the median is missing', async () => {
    const { items, problems } = await read(
      carers,
      turnover,
      carers.replace('E09000099,Exampleton', 'E09000001,Elsewhere'),
    );
    expect(problems).toEqual([]);
    expect(items).toEqual([
      expect.objectContaining({ measure: 'carer-quality-of-life', period: '2016-17', value: 7.7 }),
      expect.objectContaining({ measure: 'social-care-staff-turnover', status: 'missing' }),
    ]);
  });

  test('a code that stands for another measure, a median, a value out of range and a lost column are refused', async () => {
    const { problems } = await read(
      carers.replace('Carer', 'User'),
      carers.replace('LA_Raw', 'Median'),
      carers.replace('7.7', '77'),
      carers.replace('7.7', ''),
    );
    expect(placesOf(problems)).toEqual(['2, Measure', '3, Grouping', '4, Value', '5, Value']);
    expect(problems[3]?.expected).toMatch(/empty where a figure belongs/);
    const lost = await readBy(adultSocialCareSource, [header.replace('Code', 'Kode'), carers].join('\n'));
    expect(placesOf(lost.problems)).toEqual(['1, Code']);
  });
});

describe('ONS', () => {
  const header = 'unique,group,Geography,Indicator,Period,Measure,unit,real,value';
  const life =
    'E09000099,Exampleton,District,Life satisfaction,04/2022 - 03/2023,Mean,Score out of 10,7.23,1.5';
  const read = (...rows: string[]) => readBy(onsBoroughIndicatorsSource, [header, ...rows].join('\n'));

  test('the figure is the real one, not the standardised score beside it', async () => {
    const { items, tally } = await read(life, life.replace('Life satisfaction', 'Gross median weekly pay'));
    expect(items).toEqual([
      expect.objectContaining({ measure: 'life-satisfaction', period: '2022-23', value: 7.23 }),
    ]);
    expect([...(tally.ignored ?? [])]).toEqual(['Gross median weekly pay']);
  });

  test('another unit, another period and a lost column are refused', async () => {
    const { problems } = await read(
      life.replace('Score out of 10', '%'),
      life.replace('04/2022 - 03/2023', 'recently'),
    );
    expect(placesOf(problems)).toEqual(['2, unit', '3, Period']);
    const lost = await readBy(onsBoroughIndicatorsSource, [header.replace('real', 'reel'), life].join('\n'));
    expect(placesOf(lost.problems)).toEqual(['1, real']);
  });

  test('the Health Index gives values without units', async () => {
    const { items } = await readBy(
      onsBoroughIndicatorsSource,
      'ltla21_code,year,indicator,value\nE09000099,2021,Frailty,446.4\n',
    );
    expect(items).toEqual([
      expect.objectContaining({ measure: 'health-index-frailty', period: '2021', value: 446.4 }),
    ]);
  });
});

describe('QOF', () => {
  const text =
    'lad_code,lad_name,group_code,register,list,prevalence\nE09000099,Exampleton,DM,60,1000,0.06\nE09000099,Exampleton,AF,10,1000,0.01\n';
  const read = (content: string, name = 'qof_prevalence_2019_20.csv') =>
    readBy(qofPrevalence, content, { name });

  test('the share is given in percent, the year by the name of the file', async () => {
    const { items, tally } = await read(text);
    expect(items).toEqual([expect.objectContaining({ measure: 'diabetes-recorded', period: '2019-20' })]);
    expect((items[0] as ObservationItem).value).toBeCloseTo(6, 10);
    expect([...(tally.ignored ?? [])]).toEqual(['QOF group AF']);
  });

  test('columns that disagree, and a file without a year, are refused', async () => {
    expect(placesOf((await read(text.replace('register,list', 'list,register'))).problems)).toEqual([
      '2, prevalence',
    ]);
    expect((await read(text, 'qof.csv')).problems[0]?.expected).toMatch(/--period 2019-20/);
  });
});
