/** Zero, nobody, withheld, missing and fewer than eight: one of each from a file through publishing to reply, file and page. */
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectReader } from '../db/connect.ts';
import { emptyDatabase } from '../db/testing.ts';
import { buildApp } from '../server/app.ts';
import type { Estimate } from '../server/contract/estimate.ts';
import { paths } from '../server/contract/paths.ts';
import type { IndicatorAreasReply, IndicatorReply } from '../server/contract/replies.ts';
import { load, loadPlace, testPlace } from '../server/ingest/testing.ts';
import { runPublish } from '../server/publish/run.ts';
import { readTable, writtenFigure } from '../server/routes/testing-csv.ts';
import { readWorkbook } from '../server/routes/testing-workbook.ts';
import { testConfig } from '../server/testing.ts';
import { outlines } from '../server/testing-releases.ts';
import { AreaTable } from './features/map/area-table.tsx';
import { Tooltip } from './features/map/tooltip.tsx';
import { MapLegend } from './shared/geography/map-legend.tsx';
import { paintOf } from './shared/geography/paint.ts';
import { drawnAlone } from './testing-router.tsx';

const INDICATOR = 'little-english';
const code = (n: number) => `E0200000${n}`;

/** What a source may say of an area, and how it is to be told: in the reply, in the file, in table and tooltip, on the map. */
const AREAS = [
  {
    area: code(1),
    said: ['0,', '34000,'],
    told: { status: 'shown', value: 0, cell: 0, words: '0.0%', pattern: undefined },
  },
  {
    area: code(2),
    said: ['0,', '0,'],
    told: { reason: 'nobody-to-count', cell: '[z]', words: 'Nobody to count', pattern: 'nobody-to-count' },
  },
  {
    area: code(3),
    said: [',withheld', '900,'],
    told: { reason: 'small-counts', cell: '[c]', words: 'Withheld', pattern: 'withheld' },
  },
  {
    area: code(4),
    said: [',missing', '900,'],
    told: { reason: 'not-available', cell: '[x]', words: 'Missing', pattern: 'missing' },
  },
  {
    area: code(5),
    said: [',not-collected', '900,'],
    told: { reason: 'not-collected', cell: '[x]', words: 'Not collected', pattern: 'missing' },
  },
  {
    area: code(6),
    said: [',nobody-to-count', ',nobody-to-count'],
    told: { reason: 'nobody-to-count', cell: '[z]', words: 'Nobody to count', pattern: 'nobody-to-count' },
  },
  {
    area: code(7),
    said: ['90,', '900,'],
    told: { status: 'shown', value: 10, cell: 10, words: '10.0%', pattern: undefined },
  },
  // A difference of counts is in no file: publishing works it out, and stores it with its reason.
  {
    area: code(8),
    said: undefined,
    told: {
      reason: 'fewer-than-eight',
      cell: 'fewer than 8',
      words: 'Fewer than 8',
      pattern: 'fewer-than-eight',
    },
  },
] as const;

const FILE = `measure,period,area_type,area_code,value,status
${AREAS.flatMap(({ area, said }) =>
  said === undefined
    ? []
    : [
        `residents-little-english,2021,msoa,${area},${said[0]}`,
        `residents-asked-english,2021,msoa,${area},${said[1]}`,
      ],
).join('\n')}
`;

describe('what is no figure, from file to page', () => {
  let definition: IndicatorReply;
  let reply: IndicatorAreasReply;
  let file: Awaited<ReturnType<typeof readTable>>;
  let sheet: Awaited<ReturnType<typeof readWorkbook>>;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const { location, owner } = await emptyDatabase();
    await loadPlace(owner);
    const areas = AREAS.map(({ area }, at) => `msoa,2021,${area},Middle ${at + 1},${testPlace.code}`).join(
      '\n',
    );
    await load(owner, 'plain', [
      { name: 'areas.csv', content: `type,edition,code,name,borough_code\n${areas}\n` },
    ]);
    await load(owner, 'outlines', [{ name: 'outlines.json', content: JSON.stringify(outlines()) }]);
    await load(owner, 'plain', [{ name: 'figures.csv', content: FILE }]);
    await runPublish(['geography', 'census-2021'], {
      database: owner,
      place: testPlace,
      now: () => new Date('2026-01-05T09:00:00Z'),
    });
    const { id } = await owner.kysely
      .selectFrom('release.series')
      .select('id')
      .where('indicator', '=', INDICATOR)
      .executeTakeFirstOrThrow();
    await owner.kysely
      .insertInto('release.estimate')
      .values(fewerThanEight(id, code(8)))
      .execute();
    await owner.close();
    const reader = connectReader(location);
    const config = { ...testConfig, place: testPlace };
    const app = await buildApp({ db: reader.kysely, config, now: () => new Date() });
    close = async () => {
      await app.close();
      await reader.close();
    };
    const get = async (url: string) => {
      const answer = await app.inject(url);
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
      return answer;
    };
    definition = (await get(paths.indicator(INDICATOR))).json();
    reply = (await get(paths.indicatorAreas(INDICATOR, { areaType: 'msoa' }))).json();
    const path = paths.indicatorAreasCsv(INDICATOR, { areaType: 'msoa' });
    file = await readTable(app, path);
    sheet = await readWorkbook((await get(path.replace('.csv', '.xlsx'))).rawPayload);
  });
  afterAll(() => close());

  const found = (area: string) => {
    const one = reply.areas.find((candidate) => candidate.code === area);
    if (one === undefined) throw new Error(`${area} has no figure in the reply`);
    return one;
  };

  test.each(AREAS)('$area: $told.words', async ({ area, told }) => {
    const one = found(area);
    if (told.pattern === undefined) expect(one).toMatchObject({ status: told.status, value: told.value });
    else expect(one).toMatchObject({ reason: told.reason });
    // Nothing else of a figure that is not shown is in the reply.
    if (one.status !== 'shown') {
      expect(one).not.toHaveProperty('numerator');
      expect(one.explanation).toMatch(/^[A-Z].*\.$/);
    }
    const row = file.rows.find((row) => row['Area code'] === area);
    expect([row?.Value, row?.Status]).toEqual(writtenFigure(one));
    expect(row?.['Reason without figure']).toBe(one.status === 'shown' ? '' : one.reason);
    expect(sheet.rows.find((row) => row['Area code'] === area)?.Value).toBe(told.cell);
    const picture = { definition, reply, outlines: undefined as never };
    const table = await drawnAlone(
      <AreaTable
        picture={picture}
        pointed={undefined}
        selected={undefined}
        onPoint={noOne}
        onSelect={noOne}
      />,
    );
    const drawn = table.split('<tr').find((part) => part.includes(one.name));
    expect(drawn).toContain(told.words);
    expect(renderToStaticMarkup(<Tooltip area={one} picture={picture} at={undefined} />)).toContain(
      told.words,
    );
    expect(paintOf(one, 'value', reply.breaks, definition).pattern).toBe(told.pattern);
  });

  test('none of 34,000 has limits under 0.1%, and never 0.0% to 0.0%', () => {
    const picture = { definition, reply, outlines: undefined as never };
    const text = renderToStaticMarkup(<Tooltip area={found(code(1))} picture={picture} at={undefined} />);
    expect(text).toContain('0.0%');
    expect(text).toContain('(under 0.1%)');
  });

  test('the legend names each kind apart, with how many areas', () => {
    const picture = { definition, reply, outlines: undefined as never };
    const legend = renderToStaticMarkup(<MapLegend picture={picture} view="value" />);
    const kinds = [...legend.matchAll(/legend__swatch--([a-z-]+)"><\/span> ([^<]*) <span[^>]*>([^<]*)</g)];
    expect(kinds.map(([, pattern, words, count]) => [pattern, words, count?.split(' ')[0]])).toEqual([
      ['withheld', 'Withheld to protect people', '1'],
      ['fewer-than-eight', 'None or fewer than 8: which is withheld', '1'],
      ['missing', 'Missing: not collected or not available', '2'],
      ['nobody-to-count', 'Nobody to count', '2'],
    ]);
  });

  test('the files say what the marks stand for', () => {
    const notes = sheet.workbook.sheets
      .find(({ name }) => name === 'Notes')
      ?.rows.flat()
      .join('\n');
    for (const mark of ['[c]', 'fewer than 8', '[x]', '[z]'])
      for (const words of [file.facts['Without a figure'], notes]) expect(words).toContain(mark);
  });

  test('only the zero is a number among them', () => {
    const values = reply.areas
      .filter((one: Estimate) => one.status === 'shown')
      .map(({ code: known }) => known);
    expect(values).toEqual([code(1), code(7)]);
  });
});

const noOne = () => undefined;

const fewerThanEight = (series: number, area: string) => ({
  series_id: series,
  area_type: 'msoa' as const,
  period: '2021',
  area_code: area,
  status: 'withheld' as const,
  reason: 'fewer-than-eight',
  value: null,
  interval: 'none' as const,
  lower95: null,
  upper95: null,
  lower998: null,
  upper998: null,
  numerator: null,
  denominator: null,
  basis: 'published' as const,
  notes: null,
});
