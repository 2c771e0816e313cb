/** Every verdict of every reply and file is collected by the id of its comparison: each has exactly one answer. */

import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ComparisonReply, ComparisonsReply } from '../contract/comparison-replies.ts';
import { paths } from '../contract/paths.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../contract/replies.ts';
import { demonstrationApp, testConfig } from '../testing.ts';
import { Answers, addFile, addReply } from './testing-answers.ts';
import { readCsv, writtenNumber } from './testing-csv.ts';
import { judgedAgain, keptByNewest } from './testing-judged.ts';

const { place } = testConfig;
let demo: Awaited<ReturnType<typeof demonstrationApp>>;
const answers = new Answers();

beforeAll(async () => {
  demo = await demonstrationApp();
  const { areas } = await demo.get<AreasReply>(paths.areas());
  const here = areas.filter(
    ({ code, parents }) => code === place.code || parents.some((one) => one.code === place.code),
  );
  const wards = here.filter(({ type }) => type === 'ward');
  const neighbourhoods = here.filter(({ type }) => type === 'neighbourhood');
  for (const { code } of [place, ...wards, ...neighbourhoods])
    await ask(`/api/v1/areas/${code}/indicators%s`);
  const pages = [{ code: place.code }, ...wards.slice(0, 3), ...neighbourhoods.slice(0, 2), ...place.parents];
  for (const { code } of pages) {
    await ask(`/api/v1/board%s?area=${code}`);
    for (const query of [
      'by=ethnicGroup',
      'by=deprivation',
      'by=ethnicGroup&reference=largest',
      'by=deprivation&reference=5',
      'by=ethnicGroup&reference=best',
    ])
      await askIfThere(`/api/v1/disparities%s?area=${code}&${query}`);
  }
  await ask('/api/v1/ledger%s');
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  for (const { id } of indicators)
    await askIndicator(
      id,
      wards.slice(0, 2).map(({ code }) => code),
    );
}, 600_000);
afterAll(async () => demo.close());

/** A reply and its file. */
async function ask(url: string): Promise<void> {
  const json = url.replace('%s', '');
  addReply(
    answers,
    await demo.get(json),
    json.split('?')[0] + (json.includes('?') ? `?${json.split('?')[1]}` : ''),
  );
  const file = await demo.app.inject(url.replace('%s', '.csv'));
  expect(file.statusCode, url).toBe(200);
  addFile(answers, file.body, `${json} as a file`);
}

/** Not everything can be asked of everything: a refusal says what can. */
async function askIfThere(url: string): Promise<void> {
  const { statusCode } = await demo.app.inject(url.replace('%s', ''));
  if (statusCode === 200) await ask(url);
  else expect(statusCode, url).toBe(422);
}

async function askIndicator(id: string, wards: readonly string[]): Promise<void> {
  const { areaTypes, available, ethnicGroups } = await demo.get<IndicatorReply>(paths.indicator(id));
  const at = `/api/v1/indicators/${id}`;
  for (const areaType of areaTypes) {
    const periods = new Set(
      available.filter((one) => one.areaType === areaType).flatMap((one) => one.periods),
    );
    for (const period of ['latest', ...[...periods].sort().slice(-3)])
      await askIfThere(`${at}/areas%s?areaType=${areaType}&period=${period}`);
  }
  const older = [...new Set(available.flatMap((one) => one.periods))].sort().at(-2);
  for (const by of ['ethnicGroup', 'deprivation']) {
    for (const area of [place.code, ...wards]) {
      for (const reference of ['rest', 'largest', 'best', by === 'ethnicGroup' ? 'white' : '5'])
        await askIfThere(`${at}/disparities%s?by=${by}&area=${area}&reference=${reference}`);
      if (older !== undefined) await askIfThere(`${at}/disparities%s?by=${by}&area=${area}&period=${older}`);
      await askIfThere(`${at}/disparities/trend%s?by=${by}&area=${area}`);
    }
    for (const target of ['place', '70']) await askIfThere(`${at}/reach%s?by=${by}&target=${target}`);
    const groups = by === 'deprivation' ? ['1'] : (ethnicGroups[0]?.groups ?? []).slice(0, 2);
    for (const group of groups)
      for (const query of [
        'compare=same-area',
        'compare=place',
        ...(older === undefined ? [] : [`period=${older}`]),
      ])
        await askIfThere(`${at}/gaps%s?by=${by}&group=${group}&${query}`);
  }
}

test('no comparison has two answers', () => {
  expect(answers.contradictions()).toEqual([]);
});

test('at least 2,000 comparisons are seen in two places or more, with every verdict among them', () => {
  expect(answers.seenIn(2)).toBeGreaterThanOrEqual(2000);
  for (const verdict of ['better', 'worse', 'higher', 'lower', 'similar', 'not-compared', 'narrowing'])
    expect({ verdict, count: answers.count(verdict) > 0 }).toEqual({ verdict, count: true });
});

test('what the release judged is what its p-values give by the rule', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const { proven, shares } = await judgedAgain(demo.db, indicators);
  const kept = (await keptByNewest(demo.db)).filter(({ p }) => p !== null);
  const said = ['better', 'worse', 'higher', 'lower'];
  expect(
    kept
      .filter(({ verdict }) => said.includes(verdict))
      .map(({ comparison }) => comparison)
      .sort(),
  ).toEqual([...proven].sort());
  const judgement = await demo.db
    .selectFrom('release.judgement')
    .selectAll()
    .orderBy('release_id', 'desc')
    .executeTakeFirstOrThrow();
  expect(judgement).toMatchObject({ rule: 4, real_share: shares.real, synthetic_share: shares.synthetic });
});

test('the answers of what was judged are those the release keeps', async () => {
  const kept = await keptByNewest(demo.db);
  expect(kept.length).toBeGreaterThan(5000);
  for (const { comparison, verdict, could_be_chance, compared } of kept) {
    const chance = could_be_chance ? 'could be chance' : 'sure';
    answers.add(comparison, `${verdict}, ${chance}, of ${compared}, judged`, 'the release');
  }
  expect(answers.contradictions()).toEqual([]);
  const { rows } = await sql<{ none: boolean }>`select bool_and(p is null or p between 0 and 1) as none
    from release.comparison`.execute(demo.db);
  expect(rows[0]?.none).toBe(true);
});

test('each comparison is served with its p and its lists, and is proven where all of those reject', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const { proven } = await judgedAgain(demo.db, indicators);
  const reply = await demo.get<ComparisonsReply>(paths.comparisons());
  const kept = (await keptByNewest(demo.db)).map(({ comparison, p }) => ({ comparison, p }));
  expect(reply.comparisons.map(({ comparison, p = null }) => ({ comparison, p }))).toEqual(
    kept.toSorted((a, b) => (a.comparison < b.comparison ? -1 : 1)),
  );
  for (const { comparison, p, lists } of reply.comparisons) {
    expect(lists.length > 0 && lists.every(({ rejects }) => rejects), comparison).toBe(
      proven.has(comparison),
    );
    expect(lists.length, comparison).toBe(
      p === undefined ? 0 : /:(rest)$/.test(comparison) && !/\.[^:]*:rest$/.test(comparison) ? 2 : 3,
    );
  }
  const sizes = Map.groupBy(
    reply.comparisons.flatMap(({ lists }) => lists),
    ({ sort, name, making }) => `${sort} ${name} ${making}`,
  );
  for (const members of sizes.values()) expect(members[0]?.compared).toBe(members.length);

  const [one] = reply.comparisons.filter(({ group }) => group?.includes('/'));
  if (one === undefined) throw new Error('a group is compared');
  const alone = await demo.get<ComparisonReply>(paths.comparison(one.comparison));
  expect(alone.comparison).toEqual(one);
  const nowhere = await demo.app.inject(paths.comparison('a ward'));
  expect([nowhere.statusCode, nowhere.json()]).toMatchObject([404, { field: 'id' }]);
  const some = await demo.get<ComparisonsReply>(
    paths.comparisons({ indicator: one.indicator, area: one.area.code }),
  );
  expect(some.comparisons).toEqual(
    reply.comparisons.filter((each) => each.indicator === one.indicator && each.area.code === one.area.code),
  );
  const file = readCsv((await demo.app.inject(paths.comparisonsCsv())).body);
  expect(file.map((row) => [row.Comparison, row.p, row['List of the area: rejects']])).toEqual(
    reply.comparisons.map(({ comparison, p, lists }) => {
      const ofArea = lists.find(({ sort }) => sort === 'area')?.rejects;
      return [comparison, writtenNumber(p), ofArea === undefined ? '' : ofArea ? 'yes' : 'no'];
    }),
  );
});

test('no figure among one population is better where the same among another is worse', async () => {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  let seen = 0;
  for (const { id } of indicators) {
    const { denominators, areaTypes } = await demo.get<IndicatorReply>(paths.indicator(id));
    for (const { id: denominator } of denominators.slice(1))
      for (const areaType of areaTypes) {
        const url = paths.indicatorAreas(id, { areaType, denominator });
        const found = await demo.app.inject(url);
        if (found.statusCode !== 200) continue;
        for (const area of found.json<IndicatorAreasReply>().areas) {
          expect(area.verdict, `${url} ${area.code}`).toBe('not-compared');
          seen++;
        }
      }
  }
  expect(seen).toBeGreaterThan(40);
});
