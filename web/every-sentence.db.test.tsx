/** Every headline, title and sentence that every page writes of every indicator, held to what no sentence may do. */
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AreaIndicator, AreaIndicatorsReply } from '../server/contract/area-replies.ts';
import type { AreaType } from '../server/contract/dimensions.ts';
import type { DisparitiesReply, GapTrendReply } from '../server/contract/disparity-replies.ts';
import type { Estimate } from '../server/contract/estimate.ts';
import type { DisparityOverviewReply, GapsReply } from '../server/contract/gap-replies.ts';
import { isGoodOrBad } from '../server/contract/good-or-bad.ts';
import { paths } from '../server/contract/paths.ts';
import type {
  AreasReply,
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorSummary,
  IndicatorsReply,
  TrendReply,
} from '../server/contract/replies.ts';
import { demonstrationApp, testConfig } from '../server/testing.ts';
import { comparedWords, profileHeadline } from './features/area/row-words.ts';
import { answerTitle, isAllReal, minuteFacts } from './features/disparities/answer-words.ts';
import { gapSentence } from './features/disparities/forest-words.ts';
import { gapMapTitle } from './features/disparities/gap-map-words.ts';
import { gapTrendTitle } from './features/disparities/gap-trend-words.ts';
import { overviewTitle, worseCounts } from './features/disparities/heat-words.ts';
import { heldWords, noneProvenWords } from './features/disparities/held-words.ts';
import { SummarySection } from './features/disparities/summary-section.tsx';
import { UnknownSection } from './features/disparities/unknown-section.tsx';
import { besideWider } from './features/indicator/beside-wider.ts';
import { Tooltip } from './features/map/tooltip.tsx';
import { trendHeadline } from './shared/charts/trend-words.ts';
import { headline } from './shared/geography/headline.ts';
import { sampleWords } from './shared/words/meaning.ts';
import { brokenRules, type Told } from './testing-sentence-rules.ts';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
let indicators: readonly IndicatorSummary[];
const { place } = testConfig;
beforeAll(async () => {
  demo = await demonstrationApp();
  indicators = (await demo.get<IndicatorsReply>(paths.indicators())).indicators;
});
afterAll(() => demo.close());

/** An indicator as a person reads it at the ages asked about. */
const readAt = (indicator: IndicatorSummary, ageBand: string): IndicatorSummary =>
  indicator.unadjustedAges.includes(ageBand) ? { ...indicator, ageAdjusted: false } : indicator;

const broken = (all: readonly Told[]) =>
  all.flatMap((told) => brokenRules(told).map((rule) => `${told.where}: "${told.sentence}" breaks ${rule}`));

/** Each indicator with each population group it is about. */
const asked = () =>
  indicators.flatMap((indicator) =>
    indicator.populationGroups.map(({ id: populationGroup }) => ({ indicator, populationGroup })),
  );

async function tryGet<T>(url: string): Promise<T | undefined> {
  const { statusCode, body } = await demo.app.inject(url);
  if (statusCode === 422 || statusCode === 404) return undefined;
  expect(statusCode, url).toBe(200);
  return JSON.parse(body) as T;
}

describe('maps and lists of areas', () => {
  const pages: { where: string; definition: IndicatorReply; reply: IndicatorAreasReply }[] = [];
  beforeAll(async () => {
    for (const { indicator, populationGroup } of asked()) {
      const definition = await demo.get<IndicatorReply>(paths.indicator(indicator.id));
      for (const areaType of indicator.areaTypes) {
        const reply = await tryGet<IndicatorAreasReply>(
          paths.indicatorAreas(indicator.id, { areaType, populationGroup }),
        );
        if (reply === undefined) continue;
        pages.push({ where: `${indicator.id} ${populationGroup} ${areaType}`, definition, reply });
      }
    }
  });

  const told = (page: (typeof pages)[number], sentence: string, tellsValues: boolean): Told => ({
    where: page.where,
    sentence,
    about: readAt(page.definition, page.reply.query.ageBand),
    figures: page.reply.areas,
    tested: page.reply.comparison.compared > 0,
    period: page.reply.query.period,
    dated: page.reply,
    tellsValues,
    names: [page.reply.title, page.reply.comparison.against, ...page.reply.areas.map(({ name }) => name)],
  });

  test('every indicator is seen, hundreds of pages of them', () => {
    expect(new Set(pages.map(({ definition }) => definition.id)).size).toBe(indicators.length);
    expect(pages.length).toBeGreaterThan(250);
  });

  test('by value, by verdict, and side by side', () => {
    const all = pages.flatMap((page) => [
      told(page, headline(page.definition, page.reply, 'value'), true),
      told(page, headline(page.definition, page.reply, 'verdict'), false),
      told(page, besideWider(page.definition, page.reply.areas, page.reply), true),
    ]);
    expect(all.filter(({ sentence }) => /highest|lowest/.test(sentence)).length).toBeGreaterThan(40);
    expect(broken(all)).toEqual([]);
  });

  test('by value, a title names what the test found beyond chance, and no other without saying so', () => {
    const tested = pages.filter(
      ({ reply }) =>
        reply.comparison.compared > 2 &&
        reply.areas.every(
          ({ status, ...area }) => status !== 'shown' || !('basis' in area) || area.basis !== 'synthetic',
        ),
    );
    const wrong = tested.flatMap(({ where, definition, reply }) => {
      const title = headline(definition, reply, 'value');
      const [rank = '', test = ''] = title.split('; ');
      const end = /\blowest\b/.test(rank) ? 'lower' : 'higher';
      const found = reply.areas.filter(({ verdict }) => verdict === 'worse' || verdict === end);
      const isNamed = ({ name }: { name: string }) => test.includes(name);
      const says = found.length > 3 ? test.includes(`in ${found.length} of`) : found.every(isNamed);
      const level = reply.areas.filter(
        ({ name, verdict }) => verdict === 'similar' && rank.includes(`${name} (`),
      );
      return says && (level.length === 0 || rank.includes('not beyond chance')) ? [] : [`${where}: ${title}`];
    });
    expect(tested.length).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  });

  test('what points at an area counts what the indicator counts', () => {
    const wrong = pages.flatMap(({ where, definition, reply }) =>
      reply.areas.slice(0, 1).flatMap((area) => {
        const sample = sampleWords(area, definition.counted);
        const picture = { definition, reply, outlines: {} as BoundariesReply };
        const text = renderToStaticMarkup(<Tooltip area={area} picture={picture} at={undefined} />);
        const noun = definition.isOfAreas ? /small areas?$/ : new RegExp(` ${definition.counted}$`);
        return sample !== undefined && (!noun.test(sample) || !text.includes(sample)) ? [where] : [];
      }),
    );
    expect(wrong).toEqual([]);
    const crowded = pages.find(({ where }) => where.startsWith('overcrowding all ward'));
    expect(sampleWords(crowded?.reply.areas[0] as Estimate, 'households')).toMatch(/of .* households$/);
  });

  test('the scale that runs down begins with its lowest', () => {
    const tenths = pages.filter(({ definition }) => definition.scaleReversed);
    expect(tenths.length).toBeGreaterThan(1);
    for (const { definition, reply } of tenths) {
      const lowest = Math.min(
        ...reply.areas.flatMap((area) => (area.status === 'shown' ? [area.value] : [])),
      );
      expect(headline(definition, reply, 'value')).toContain(
        `${definition.scaleFirst ?? 'lowest'} (${lowest})`,
      );
    }
  });
});

test('one area over time', async () => {
  const all: Told[] = [];
  for (const { indicator, populationGroup } of asked()) {
    if (!indicator.areaTypes.includes(place.type)) continue;
    const reply = await tryGet<TrendReply>(paths.trend(indicator.id, { area: place.code, populationGroup }));
    if (reply === undefined) continue;
    const shown = reply.points.filter(({ estimate }) => estimate.status === 'shown');
    // A series with anything made up in it is told as made up, whatever its newest figure.
    const last =
      shown.find(({ estimate }) => estimate.status === 'shown' && estimate.basis === 'synthetic') ??
      shown.at(-1);
    const sentence = trendHeadline(indicator.shortTitle, place.name, reply, indicator);
    all.push({
      where: `${indicator.id} ${populationGroup} over time`,
      sentence,
      about: readAt(indicator, reply.query.ageBand),
      figures: last === undefined ? [] : [last.estimate],
      tested: reply.change !== null && reply.change.verdict !== 'cannot-be-tested',
      period: last?.period ?? '',
      dated: reply,
      tellsValues: true,
      names: [place.name],
    });
  }
  expect(all.length).toBeGreaterThan(90);
  expect(broken(all)).toEqual([]);
});

describe('groups', () => {
  const bys = ['ethnicGroup', 'deprivation'] as const;

  test('one indicator by groups: title, sentences, over time, and on the map', async () => {
    const all: Told[] = [];
    for (const indicator of indicators) {
      const area = indicator.areaTypes.includes(place.type) ? {} : { area: place.parents[0]?.code ?? '' };
      for (const by of bys) {
        const reply = await tryGet<DisparitiesReply>(paths.disparities(indicator.id, { by, ...area }));
        if (reply === undefined) continue;
        const names = [
          reply.title,
          reply.comparison.against,
          ...reply.groups.flatMap(({ label }) => [label, label.split(',')[0] ?? '']),
        ];
        const about = {
          about: readAt(indicator, reply.query.ageBand),
          period: reply.query.period,
          dated: reply,
          tested: reply.comparison.compared > 0,
          figures: reply.groups,
          tellsValues: false,
          names,
        };
        all.push({
          ...about,
          where: `${indicator.id} by ${by}`,
          sentence: answerTitle(reply, indicator.shortTitle),
        });
        const group = reply.groups[0]?.group ?? '';
        const [trend, gaps] = await Promise.all([
          tryGet<GapTrendReply>(paths.gapTrend(indicator.id, { by, ...area })),
          tryGet<GapsReply>(paths.gaps(indicator.id, { by, group })),
        ]);
        const own = trend?.groups[0];
        if (own !== undefined && isAllReal(reply))
          expect(gapTrendTitle(own, indicator)).not.toMatch(/highest|lowest/);
        if (gaps !== undefined)
          all.push({
            ...about,
            where: `${indicator.id} by ${by}, map of the gap`,
            sentence: gapMapTitle(gaps, indicator.shortTitle),
            figures: gaps.areas,
            tested: gaps.comparison.compared > 0,
            names: [...names, gaps.title],
          });
        if (!isAllReal(reply)) continue;
        const facts = minuteFacts({ reply, trend, gaps }).filter(
          // Adjusted for age, what depends on it can be better or worse.
          ({ question }) => !/know|sure|adjusted/.test(question),
        );
        const judged = facts.map(({ question, answer }) => `${question} ${answer}`);
        const verdicts = judged.filter((text) => /\b(worse|better|fares?|affected)\b/i.test(text));
        const mayJudge =
          indicator.polarity !== 'neutral' &&
          (indicator.kind === 'outcome' || indicator.kind === 'service') &&
          readAt(indicator, reply.query.ageBand).ageAdjusted !== false;
        expect(mayJudge ? [] : verdicts, indicator.id).toEqual([]);
        expect(judged.filter((text) => /\d people\b/.test(text) && indicator.counted !== 'people')).toEqual(
          [],
        );
      }
    }
    expect(all.length).toBeGreaterThan(30);
    expect(broken(all)).toEqual([]);
  });

  test('of figures made for demonstration nothing is said below the notice either', async () => {
    const CLAIM =
      /\b(higher|lower|fewer|times as|falls|rises|narrowing|widening|reversed|allowing for age|more (people|households|children|among)|cover \d)/i;
    let seen = 0;
    for (const indicator of indicators)
      for (const by of bys) {
        const reply = await tryGet<DisparitiesReply>(paths.disparities(indicator.id, { by }));
        if (reply === undefined || isAllReal(reply)) continue;
        seen += 1;
        const trend = await tryGet<GapTrendReply>(paths.gapTrend(indicator.id, { by }));
        // What the indicator and its groups are is told of both kinds; only claims of its figures are not.
        const unnoted = { ...reply, notes: [], refused: [] };
        const said = [
          ...reply.groups.flatMap((group) =>
            gapSentence({ ...group, gap: { ...group.gap, notes: [] } }, reply),
          ),
          ...reply.summary.map(({ reading }) => reading),
          reply.standardisation.reading,
          reply.unknown?.reading ?? '',
          ...(trend?.groups ?? [])
            .filter((one) => one.trend.verdict !== 'cannot-be-tested')
            .map((one) => one.trend.reading),
          renderToStaticMarkup(<SummarySection reply={unnoted} />),
          renderToStaticMarkup(<UnknownSection reply={unnoted} />),
        ];
        expect(
          said.filter((text) => CLAIM.test(text)),
          `${indicator.id} by ${by}`,
        ).toEqual([]);
      }
    expect(seen).toBeGreaterThan(3);
  });

  test('all at one look, in the place and in every area within it', async () => {
    const { areas } = await demo.get<AreasReply>(paths.areas());
    const here = areas.filter(({ type }) => ['ward', 'neighbourhood', 'borough'].includes(type));
    for (const { code, name } of here)
      for (const by of bys) {
        const reply = await tryGet<DisparityOverviewReply>(paths.disparityOverview({ by, area: code }));
        if (reply === undefined) continue;
        const isOutcome = ({ kind }: { kind: string }) => kind === 'outcome' || kind === 'service';
        const isMade = ({ basis }: { basis: readonly string[] }) => basis.includes('synthetic');
        const real = reply.indicators.filter((row) => isOutcome(row) && !isMade(row) && row.basis.length > 0);
        const sentences = [
          overviewTitle(reply),
          worseCounts(reply),
          heldWords(reply),
          ...reply.opening.map(({ text }) => text),
        ];
        const described = reply.indicators
          .filter((row) => !isOutcome(row))
          .map(({ shortTitle }) => shortTitle);
        // What is described is never spoken of beside outcomes.
        for (const sentence of sentences)
          expect(
            described.filter((title) => sentence.toLowerCase().includes(title.toLowerCase())),
            `${name}: ${sentence}`,
          ).toEqual([]);
        // Where nothing can be worse, nothing is said about worse.
        if (!real.some(isGoodOrBad))
          expect(overviewTitle(reply).replace(name, ''), `${name} by ${by}`).not.toMatch(/worse|better/);
        for (const { indicator } of reply.largest)
          expect(real.map((row) => row.indicator)).toContain(indicator);
        if (real.length === 0) {
          expect(noneProvenWords(reply)).toMatch(/^no real outcome or service .* is held$/);
          expect(worseCounts(reply)).toBe('');
          expect(heldWords(reply)).toMatch(/^No real outcome or service/);
        } else
          for (const row of real)
            expect(heldWords(reply).toLowerCase()).toContain(row.shortTitle.toLowerCase());
      }
  });
});

test('one area: what is held, what is tested and what the test finds are told apart', async () => {
  const { areas } = await demo.get<AreasReply>(paths.areas());
  const some = (type: AreaType, many: number) => areas.filter((area) => area.type === type).slice(0, many);
  const looked = [
    ...some('ward', 50),
    ...some('neighbourhood', 9),
    ...some('borough', 1),
    ...some('lsoa', 5),
    ...some('msoa', 5),
  ];
  for (const { code, type } of looked) {
    const reply = await demo.get<AreaIndicatorsReply>(paths.areaIndicators(code));
    const sentence = profileHeadline(reply);
    const real = reply.indicators.filter(
      ({ estimate }) => estimate?.status === 'shown' && estimate.basis !== 'synthetic',
    );
    expect(sentence).not.toMatch(/an area this small/);
    const judged = real.filter(
      ({ verdict, kind, polarity, ageAdjusted }) =>
        ['better', 'worse', 'similar'].includes(verdict) &&
        (kind === 'outcome' || kind === 'service') &&
        polarity !== 'neutral' &&
        ageAdjusted !== false,
    );
    // The sum of others is not counted beside them.
    const compared = real.filter(({ verdict }) => verdict !== 'not-compared');
    const isSum = ({ indicator, stratum }: AreaIndicator) =>
      stratum.populationGroup === 'all' &&
      compared.filter((other) => other.indicator === indicator && other.stratum.populationGroup !== 'all')
        .length > 1;
    const tested = judged.filter((row) => !isSum(row));
    const described = compared.filter((row) => !judged.includes(row) && !isSum(row));
    const count = (wanted: string) => tested.filter(({ verdict }) => verdict === wanted).length;
    const said = comparedWords(reply);
    const [all = 0, counted = 0, leftOut = 0] = ['^', 'counts ', 'leaves out '].map((before) =>
      Number(new RegExp(`${before}(\\d+)`).exec(said)?.[1] ?? 0),
    );
    expect(all, said).toBe(reply.comparison.compared);
    expect(counted + leftOut, said).toBe(all);
    if (code === place.code) continue;
    expect(counted, said).toBe(tested.length + described.length);
    for (const [verdict, word] of [
      ['higher', 'higher'],
      ['lower', 'lower'],
      ['similar', 'not beyond chance'],
    ] as const) {
      const many = described.filter((row) => row.verdict === verdict).length;
      if (many > 0)
        expect(sentence.split('only be higher or lower')[1], code).toContain(`${word} on ${many}`);
    }
    if (real.length === 0) expect(sentence, code).toMatch(/^No (real )?figures are held for this/);
    else if (tested.length === 0) expect(sentence, code).toMatch(/none of which can be tested/);
    else {
      const none = { 1: 'The one figure', 2: 'Neither of the two figures' }[tested.length];
      const found = count('worse') + count('better') > 0;
      expect(sentence, code).toContain(
        found ? `of ${tested.length} figure` : (none ?? `None of the ${tested.length} figures`),
      );
      if (count('worse') > 0) expect(sentence, code).toContain(`worse on ${count('worse')}`);
      if (count('better') > 0) expect(sentence, code).toContain(`better on ${count('better')}`);
      if (!found) expect(sentence, code).toMatch(/ not stand out |stands out /);
    }
    // A neighbourhood is larger than its wards: what they publish, it has.
    if (type === 'neighbourhood') expect(real.length, code).toBeGreaterThan(20);
    for (const { text } of reply.opening) expect(text).not.toMatch(/deprived areas|low income|overcrowding/i);
  }
});
