/** The Fingertips API: every route its clients call, and every figure and verdict as our own API has it. */
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sex } from '../../contract/dimensions.ts';
import { ageName, categoryTypes, sexNumbers, valueNotes } from '../../contract/fingertips/code-lists.ts';
import { indicatorNumbers, PROFILE } from '../../contract/fingertips/ids.ts';
import { paths } from '../../contract/paths.ts';
import type { IndicatorAreasReply, IndicatorReply, IndicatorsReply } from '../../contract/replies.ts';
import { seededRandom } from '../../random.ts';
import { demonstrationApp, testConfig } from '../../testing.ts';
import { timePeriod } from '../../views/fingertips/time-period.ts';

const BASE = '/fingertips/api';
const { place } = testConfig;
const WARD = 8;
const BOROUGH = 502;
const number = (id: string) => indicatorNumbers[id] ?? 0;

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  demo = await demonstrationApp();
});
afterAll(() => demo.close());

const json = <T>(path: string) => demo.get<T>(`${BASE}/${path}`);
type Row = Record<string, string>;
async function csv(path: string): Promise<{ header: string[]; rows: Row[]; text: string }> {
  const reply = await demo.app.inject(`${BASE}/${path}`);
  expect(reply.statusCode).toBe(200);
  expect(reply.headers['content-type']).toBe('text/csv; charset=utf-8');
  const [header = [], ...lines] = parse(reply.body) as string[][];
  const rows = lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at] ?? ''])));
  return { header, rows, text: reply.body };
}
const dataOf = (id: string, child = WARD, parent = BOROUGH) =>
  csv(
    `all_data/csv/by_indicator_id?indicator_ids=${number(id)}&child_area_type_id=${child}&parent_area_type_id=${parent}`,
  );

describe('lists', () => {
  test.each([
    ['profiles', ['Id', 'Name', 'Key', 'GroupIds', 'GroupMetadata']],
    ['group_metadata?group_ids=20001%2C20011', ['Id', 'Name', 'Sequence', 'ProfileId']],
    ['area_types', ['Id', 'Name', 'Short', 'IsSearchable', 'CanBeDisplayedOnMap']],
    [
      'area_types/parent_area_types',
      ['Id', 'Name', 'Short', 'IsSearchable', 'CanBeDisplayedOnMap', 'ParentAreaTypes'],
    ],
    ['areas/by_area_type?area_type_id=8', ['Code', 'Name', 'Short', 'AreaTypeId', 'Sequence']],
    [
      `areas/by_parent_area_code?area_type_id=8&parent_area_code=${place.code}`,
      ['Code', 'Name', 'Short', 'AreaTypeId', 'Sequence'],
    ],
    [
      `areas/by_parent_area_code?area_type_id=502&parent_area_code=nn-10001-${place.code}`,
      ['Code', 'Name', 'Short', 'AreaTypeId', 'Sequence'],
    ],
    ['available_data', ['IndicatorId', 'AreaTypeId']],
    ['available_data?area_type_id=8', ['IndicatorId', 'AreaTypeId']],
    ['indicator_names/by_group_id?group_ids=20001,20011', ['GroupId', 'IndicatorId', 'IndicatorName']],
    [
      `grouproot_summaries/by_profile_id?profile_id=${PROFILE}&area_type_id=8`,
      ['IID', 'GroupId', 'Sex', 'Age', 'StateSex', 'StateAge', 'IndicatorName', 'Unit'],
    ],
    [
      `latest_data/all_indicators_in_profile_group_for_child_areas?profile_id=${PROFILE}&group_id=20001&area_type_id=8&parent_area_code=${place.code}`,
      ['IID', 'Sequence', 'Sex', 'Age', 'StateSex', 'StateAge', 'Grouping', 'Data'],
    ],
    ['ages', ['Id', 'Name', 'Sequence']],
    ['sexes', ['Id', 'Name']],
    ['value_notes', ['Id', 'Text']],
    ['category_types', ['Id', 'Name', 'Short', 'Description', 'Notes', 'Categories']],
    [
      'nearest_neighbour_types',
      [
        'NeighbourTypeId',
        'Name',
        'Description',
        'LinkText',
        'SelectedText',
        'ExtraLink',
        'ApplicableAreaTypes',
      ],
    ],
    ['units', ['Id', 'Name']],
    ['value_types', ['Id', 'Name']],
    ['year_types', ['Id', 'Name']],
    ['polarities', ['Id', 'Name']],
    ['comparator_methods', ['Id', 'Name']],
    ['confidence_interval_methods', ['Id', 'Name']],
  ])('%s is a list with its fields in order', async (path, fields) => {
    // R adds the time to every address.
    const list = await json<object[]>(`${path}${path.includes('?') ? '&' : '?'}timestamp=1764340000`);
    expect(list.length).toBeGreaterThan(0);
    for (const one of list) expect(Object.keys(one)).toEqual(fields);
  });

  test('one profile, and areas within areas', async () => {
    expect(await json(`profile?profile_id=${PROFILE}`)).toMatchObject({ Id: PROFILE });
    expect((await demo.app.inject(`${BASE}/profile?profile_id=1`)).statusCode).toBe(404);
    const children = await json<Record<string, string[]>>(
      `parent_to_child_areas?child_area_type_id=${WARD}&parent_area_type_id=${BOROUGH}`,
    );
    const wards = await json<{ Code: string }[]>(`areas/by_area_type?area_type_id=${WARD}`);
    expect(children).toEqual({ [place.code]: wards.map(({ Code }) => Code) });
    expect(
      await json(`area/parent_areas?child_area_code=${wards[0]?.Code}&parent_area_type_ids=${BOROUGH},15`),
    ).toMatchObject({ [BOROUGH]: { Code: place.code }, 15: { Code: 'E92000001' } });
  });
});

describe('metadata', () => {
  test('32 columns in order, one line for each indicator with figures', async () => {
    const { header, rows } = await csv('indicator_metadata/csv/all');
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    expect(header).toHaveLength(32);
    expect([header[0], header[1], header[5], header[15], header[19], header[31]]).toEqual([
      'Indicator ID',
      'Indicator',
      'Definition',
      'Confidence interval details',
      'Notes',
      'Date updated',
    ]);
    expect(rows.map((row) => Number(row['Indicator ID']))).toEqual(indicators.map(({ id }) => number(id)));
  });

  test('by number 15 keys, with all words where they are asked for; an unknown number is 404', async () => {
    const id = number('mmr-1-at-2-years');
    const asked = await json<Record<string, { Descriptive: Row }>>(
      `indicator_metadata/by_indicator_id?indicator_ids=${id}&include_definition=yes`,
    );
    expect(Object.keys(asked)).toEqual([String(id)]);
    expect(Object.keys(asked[id] ?? {})).toHaveLength(15);
    expect(asked[id]?.Descriptive.Definition).not.toBe('');
    for (const path of ['indicator_metadata/by_indicator_id', 'indicator_metadata/csv/by_indicator_id'])
      expect((await demo.app.inject(`${BASE}/${path}?indicator_ids=${id},1`)).statusCode).toBe(404);
    const many = Array.from({ length: 101 }, (_, at) => at).join();
    expect(
      (await demo.app.inject(`${BASE}/indicator_metadata/csv/by_indicator_id?indicator_ids=${many}`))
        .statusCode,
    ).toBe(400);
  });

  test('what is not adjusted for age has no good and no bad side', async () => {
    const { rows } = await csv('indicator_metadata/csv/all');
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    const unadjusted = indicators.filter(({ ageAdjusted }) => ageAdjusted === false);
    expect(unadjusted.length).toBeGreaterThan(3);
    for (const { id } of unadjusted) {
      const row = rows.find((one) => Number(one['Indicator ID']) === number(id));
      expect(['BOB - Blue orange blue', 'Not applicable']).toContain(row?.Polarity);
    }
  });
});

describe('figures', () => {
  const VERDICTS: Row = {
    better: 'Better',
    worse: 'Worse',
    higher: 'Higher',
    lower: 'Lower',
    similar: 'Similar',
    'not-compared': 'Not compared',
  };

  test('27 columns in order; of an unknown indicator the header alone', async () => {
    const { header, text } = await dataOf('nothing', WARD, 15);
    expect(header).toHaveLength(27);
    expect(header.slice(11, 23)).toEqual([
      'Time period',
      'Value',
      'Lower CI 95.0 limit',
      'Upper CI 95.0 limit',
      'Lower CI 99.8 limit',
      'Upper CI 99.8 limit',
      'Count',
      'Denominator',
      'Value note',
      'Recent Trend',
      'Compared to England value or percentiles',
      'Compared to percentiles',
    ]);
    expect(text.split('\r\n')).toEqual([expect.any(String), '']);
    const ofPlace = await dataOf('covid-19-dose-1');
    expect(ofPlace.header[22]).toBe('Compared to Counties & UAs value or percentiles');
    expect(ofPlace.header.slice(23)).toEqual([
      'Time period Sortable',
      'New data',
      'Compared to goal',
      'Time period range',
    ]);
  });

  test('a figure, its limits, counts and verdict are those of our API, for every ward of a seeded draw of questions', async () => {
    const random = seededRandom(22);
    const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
    const withWards = indicators.filter(({ areaTypes }) => areaTypes.includes('ward'));
    let [compared, withheld, judged] = [0, 0, 0];
    for (let draw = 0; draw < 40; draw++) {
      const id = withWards[Math.floor(random() * withWards.length)]?.id ?? '';
      const { rows } = await dataOf(id);
      const wards = rows.filter((row) => row['Area Type'] === 'Ward' && row.Category === '');
      const chosen = wards[Math.floor(random() * wards.length)];
      const { available } = await demo.get<IndicatorReply>(paths.indicator(id));
      const question = available.find(
        ({ areaType, ageBand, sex, ethnicGroup, deprivation }) =>
          areaType === 'ward' &&
          ethnicGroup === 'all' &&
          deprivation === 'all' &&
          sexNumbers[sex as Sex].name === chosen?.Sex &&
          ageName(ageBand) === chosen?.Age,
      );
      if (question === undefined) continue;
      const period = question.periods[Math.floor(random() * question.periods.length)];
      if (period === undefined) continue;
      const ours = await demo.get<IndicatorAreasReply>(
        paths.indicatorAreas(id, { areaType: 'ward', period, ageBand: question.ageBand, sex: question.sex }),
      );
      const { sortable } = timePeriod({ periodKind: 'separate' }, period);
      for (const area of ours.areas) {
        const same = wards.filter(
          (row) =>
            row['Area Code'] === area.code &&
            row.Sex === chosen?.Sex &&
            row.Age === chosen?.Age &&
            Number(row['Time period Sortable']) === sortable,
        );
        expect(same, `${id} ${period} ${area.code}`).toHaveLength(1);
        const value = area.status === 'shown' ? String(area.value) : '';
        const found = same.filter((row) => row.Value === value);
        expect(found.length, `${id} ${period} ${area.code}`).toBeGreaterThan(0);
        if (area.status === 'shown') {
          const word = area.judged === 'judged' ? VERDICTS[area.verdict] : 'Not compared';
          const expected = {
            'Lower CI 95.0 limit': String(area.lower95 ?? ''),
            'Upper CI 99.8 limit': String(area.upper998 ?? ''),
            Count: String(area.numerator ?? ''),
            Denominator: String(area.denominator ?? ''),
            'Compared to Counties & UAs value or percentiles': word,
          };
          expect(found).toContainEqual(expect.objectContaining(expected));
          if (area.judged === 'judged') judged++;
        } else if (area.status === 'withheld') {
          withheld++;
          const cells = ['Lower CI 95.0 limit', 'Upper CI 95.0 limit', 'Count', 'Denominator'];
          for (const row of found) {
            for (const cell of cells) expect(row[cell]).toBe('');
          }
          expect(found.some((row) => row['Value note']?.startsWith(valueNotes.withheld.text))).toBe(true);
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(300);
    expect(withheld).toBeGreaterThan(5);
    expect(judged).toBeGreaterThan(100);
  });

  test('synthetic figures say so in name and note, modelled ones in the note', async () => {
    const { rows } = await dataOf('blood-pressure-recorded');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row['Indicator Name']).toContain('synthetic');
      expect(row['Value note']).toContain(valueNotes.synthetic.text);
    }
    const modelled = (await dataOf('covid-19-dose-1')).rows.filter((row) => row['Area Type'] === 'Ward');
    expect(modelled.some((row) => row['Value note'] === valueNotes.modelled.text)).toBe(true);
  });

  test('ethnic groups and fifths of deprivation are categories, England and the borough stand before the wards', async () => {
    const { rows } = await dataOf('blood-pressure-recorded');
    const groups = rows.filter((row) => row['Category Type'] === categoryTypes[0]?.name);
    expect(new Set(groups.map(({ Category }) => Category)).size).toBeGreaterThanOrEqual(5);
    const mmr = await dataOf('mmr-1-at-2-years', BOROUGH, 6);
    const newest = mmr.rows.at(-1)?.['Time period'];
    expect(mmr.rows.filter((row) => row['Time period'] === newest).map((row) => row['Area Type'])).toEqual([
      'England',
      'Region',
      'Counties & UAs',
    ]);
    const own = mmr.rows.at(-1);
    expect(Object.values(VERDICTS)).toContain(own?.['Compared to England value or percentiles']);
    expect(own?.['Compared to England value or percentiles']).not.toBe('Not compared');
    expect(own?.['Recent Trend']).not.toBe('');
  });

  test('the whole profile is one file, and a group a part of it', async () => {
    const query = `child_area_type_id=${BOROUGH}&parent_area_type_id=15`;
    const all = await csv(`all_data/csv/by_profile_id?profile_id=${PROFILE}&${query}`);
    const staff = await csv(`all_data/csv/by_group_id?group_id=20002&${query}`);
    expect(all.header).toHaveLength(27);
    expect(staff.rows.length).toBeGreaterThan(0);
    expect(all.rows.length).toBeGreaterThan(staff.rows.length);
    const ids = new Set(all.rows.map((row) => row['Indicator ID']));
    for (const row of staff.rows) expect(ids).toContain(row['Indicator ID']);
  });
});

test('the time that R adds to an address does not make a reply anew', async () => {
  const url = `${BASE}/sexes`;
  const first = await demo.app.inject(`${url}?timestamp=1`);
  const second = await demo.app.inject(`${url}?timestamp=2`);
  expect(second.headers.etag).toBe(first.headers.etag);
});
