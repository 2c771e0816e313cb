/** What the public API says of tables of doses: replies over every date first, and of those over one date some. */
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import type { AreasOverTimeReply, GroupsOverTimeReply } from '../contract/over-time-replies.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasQuery } from '../contract/queries.ts';
import type { BoundariesReply, IndicatorReply, TrendReply } from '../contract/replies.ts';
import { type Api, forEach } from './api.ts';
import { areaTypesOf } from './count-system.ts';
import { fromDisparities, fromTrend, type GatheredFigure } from './figure.ts';
import { fromAreasOverTime, fromGroupsOverTime } from './figure-over-time.ts';
import { type Asking, askAreas } from './gather-counts.ts';
import { type Outlines, PART, SMALLEST } from './pieces.ts';

/** Of questions about one date, an area or a breakdown one in so many: the answers repeat those over every date. */
const ONE_IN = 50;

const sampled = <T>(questions: readonly T[]): T[] => questions.filter((_, number) => number % ONE_IN === 0);

type Stratum = IndicatorReply['available'][number];

export async function askDoses(asking: Asking): Promise<void> {
  const { api, definition, release, keep } = asking;
  const { id } = definition;
  await forEach(strataOf(definition), async ({ periods: _, ...stratum }) => {
    const reply = await api.json<AreasOverTimeReply>(paths.areasOverTime(id, { release, ...stratum }));
    if (reply !== undefined) keep(fromAreasOverTime(reply));
  });
  await askGroups(asking);
  await forEach(sampled(datedQuestions(definition, release)), (query) => askAreas(api, id, query, keep));
}

/** Every type of area and stratum at its own dates. */
const datedQuestions = ({ available }: IndicatorReply, release: number): IndicatorAreasQuery[] =>
  available.flatMap(({ periods, ...stratum }) => periods.map((period) => ({ release, period, ...stratum })));

/** Every stratum at every type of area; the place comes with each of the others. */
function strataOf({ available, areaTypes }: IndicatorReply): Stratum[] {
  const place = areaTypes.at(-1);
  const key = ({ areaType: _, periods: __, ...stratum }: Stratum) => JSON.stringify(stratum);
  const smaller = new Set(available.filter(({ areaType }) => areaType !== place).map(key));
  return available.filter((one) => one.areaType !== place || !smaller.has(key(one)));
}

/** Groups over time of every area at all ages, and of the place at every age; groups of one date, and trends, of some. */
async function askGroups({ api, definition, areas, release, keep }: Asking): Promise<void> {
  const { id } = definition;
  const breakdowns = breakdownsOf(definition);
  const asked = areas.flatMap(({ code: area, type }) =>
    breakdowns
      .filter(({ areaType }) => areaType === type)
      .map(({ areaType: _, periods, ...query }) => ({ periods, query: { release, area, ...query } })),
  );
  await forEach(asked, async ({ query }) => {
    const reply = await api.json<GroupsOverTimeReply>(paths.groupsOverTime(id, query));
    if (reply !== undefined) keep(fromGroupsOverTime(reply));
  });
  const dated = asked.flatMap(({ periods, query }) => periods.map((period) => ({ ...query, period })));
  await forEach(sampled(dated), async (query) => {
    const reply = await api.json<DisparitiesReply>(paths.disparities(id, query));
    if (reply !== undefined) keep(fromDisparities(reply));
  });
  await forEach(sampled(asked), async ({ query: { by: _, ethnicScheme: __, ...query } }) => {
    const reply = await api.json<TrendReply>(paths.trend(id, query));
    if (reply !== undefined) keep(fromTrend(reply));
  });
}

/** Ethnic groups of one scheme beside each other: at all ages, and in the place at every age. */
function breakdownsOf({ available, areaTypes }: IndicatorReply) {
  const place = areaTypes.at(-1);
  const found = available.flatMap(({ areaType, ageBand, ethnicScheme, denominator, periods }) => {
    if (ethnicScheme === undefined || (areaType !== place && ageBand !== 'all')) return [];
    const variant = denominator && { denominator };
    return [{ areaType, periods, by: 'ethnicGroup' as const, ethnicScheme, ageBand, ...variant }];
  });
  const key = ({ periods: _, ...one }: (typeof found)[number]) => JSON.stringify(one);
  return [...new Map(found.map((one) => [key(one), one])).values()];
}

export interface Officials {
  readonly figures: readonly GatheredFigure[];
  /** Where small areas lie: those of official totals as of the year these are published for. */
  readonly outlines: Outlines;
}

/** Counts of the whole place and of small areas, at the dates of tables of doses, by indicators that are not protected. */
export async function askOfficials(
  api: Api,
  all: readonly IndicatorReply[],
  doses: readonly IndicatorReply[],
  release: number,
): Promise<Officials> {
  const place = areaTypesOf(doses).at(-1);
  const dates = new Set(doses.flatMap(({ available }) => available.flatMap(({ periods }) => periods)));
  const isAlike = ({ areaType, ethnicGroup, sex, deprivation, periods }: Stratum) =>
    (areaType === place || areaType === PART) &&
    [ethnicGroup, sex, deprivation].every((part) => part === 'all') &&
    periods.some((period) => dates.has(period));
  const questions = all
    .filter(({ countTable, doseTable, unit }) => unit === 'percent' && !countTable && !doseTable)
    .flatMap(({ id, available }) => available.filter(isAlike).map((stratum) => ({ id, stratum })));
  const figures: GatheredFigure[] = [];
  let edition: string | undefined;
  await forEach(questions, async ({ id, stratum: { periods: _, ...stratum } }) => {
    const reply = await api.json<AreasOverTimeReply>(paths.areasOverTime(id, { release, ...stratum }));
    if (reply === undefined) return;
    figures.push(...fromAreasOverTime(reply));
    if (stratum.areaType === PART) edition = reply.edition;
  });
  if (edition === undefined) return { figures, outlines: { smallest: [], parts: [] } };
  const ask = async (type: string, query: { edition?: string; release: number }) =>
    (await api.json<BoundariesReply>(paths.boundaries(type, query)))?.features ?? [];
  return {
    figures,
    outlines: { smallest: await ask(SMALLEST, { release }), parts: await ask(PART, { edition, release }) },
  };
}
