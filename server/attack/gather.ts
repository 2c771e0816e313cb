/** Everything that the public API says of tables of people: every reply that can hold such a figure, in every release. */
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasQuery } from '../contract/queries.ts';
import type {
  AreasReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
  ReleasesReply,
  TrendReply,
} from '../contract/replies.ts';
import { type Api, forEach } from './api.ts';
import {
  type Figure,
  fromAreaIndicators,
  fromAreas,
  fromAreasCsv,
  fromBoard,
  fromChanges,
  fromDisparities,
  fromTrend,
} from './figure.ts';

/** What one release says. */
export interface Gathered {
  readonly release: number;
  readonly areas: AreasReply['areas'];
  /** Indicators counted from tables of people. */
  readonly definitions: readonly IndicatorReply[];
  readonly figures: readonly Figure[];
}

type Log = (line: string) => void;

export async function gather(api: Api, log: Log): Promise<Gathered[]> {
  const releases = (await api.json<ReleasesReply>(paths.releases()))?.releases ?? [];
  const ids = releases.map(({ id }) => id).sort((a, b) => a - b);
  const gathered: Gathered[] = [];
  for (const release of ids) {
    const one = await gatherRelease(api, release, ids);
    log(`release ${release}: ${one.figures.length} figures of ${one.definitions.length} indicators`);
    gathered.push(one);
  }
  return gathered;
}

async function gatherRelease(api: Api, release: number, releases: readonly number[]): Promise<Gathered> {
  const areas = (await api.json<AreasReply>(paths.areas({ release })))?.areas ?? [];
  const listed = (await api.json<IndicatorsReply>(paths.indicators({ release })))?.indicators ?? [];
  const definitions: IndicatorReply[] = [];
  await forEach(listed, async ({ id }) => {
    const definition = await api.json<IndicatorReply>(paths.indicator(id, { release }));
    if (definition?.countTable !== undefined) definitions.push(definition);
  });
  const ids = new Set(definitions.map(({ id }) => id));
  const figures: Figure[] = [];
  const keep = (found: readonly Figure[]) => {
    for (const figure of found) if (ids.has(figure.indicator)) figures.push(figure);
  };
  const own = areas.filter(({ type }) => definitions.some(({ areaTypes }) => areaTypes.includes(type)));
  for (const definition of definitions) {
    await forEach(questionsOf(definition, release), (query) => askAreas(api, definition.id, query, keep));
    await askGroups(api, definition, own, release, keep);
  }
  await forEach(definitions.length === 0 ? [] : own, ({ code }) =>
    askArea(api, code, release, releases, keep),
  );
  return { release, areas, definitions, figures };
}

type Keep = (figures: readonly Figure[]) => void;

/** Every type of area, stratum and period that the definition lists. */
function questionsOf({ available }: IndicatorReply, release: number): IndicatorAreasQuery[] {
  const periods = [...new Set(available.flatMap((one) => one.periods))];
  return available.flatMap(({ periods: _, ...stratum }) =>
    periods.map((period) => ({ release, period, ...stratum })),
  );
}

async function askAreas(api: Api, id: string, query: IndicatorAreasQuery, keep: Keep): Promise<void> {
  const reply = await api.json<IndicatorAreasReply>(paths.indicatorAreas(id, query));
  if (reply === undefined) return;
  keep(fromAreas(reply));
  keep(fromAreasCsv(reply, (await api.text(paths.indicatorAreasCsv(id, query))) ?? ''));
}

/** Ethnic groups beside each other, and each area over time, for every area and age band. */
async function askGroups(
  api: Api,
  { id, available, ethnicGroups }: IndicatorReply,
  areas: AreasReply['areas'],
  release: number,
  keep: Keep,
): Promise<void> {
  const periods = [...new Set(available.flatMap((one) => one.periods))];
  const bands = [...new Set(available.map(({ ageBand }) => ageBand))];
  const questions = areas.flatMap(({ code: area }) => bands.map((ageBand) => ({ release, area, ageBand })));
  await forEach(questions, async (query) => {
    const trend = await api.json<TrendReply>(paths.trend(id, query));
    if (trend !== undefined) keep(fromTrend(trend));
    for (const { scheme } of ethnicGroups) {
      for (const period of periods) {
        const asked = { ...query, period, by: 'ethnicGroup' as const, ethnicScheme: scheme };
        const reply = await api.json<DisparitiesReply>(paths.disparities(id, asked));
        if (reply === undefined) return;
        keep(fromDisparities(reply));
      }
    }
  });
}

/** The board of an area, its list of indicators, and what changed for it since each earlier release. */
async function askArea(
  api: Api,
  area: string,
  release: number,
  releases: readonly number[],
  keep: Keep,
): Promise<void> {
  const board = await api.json<BoardReply>(paths.board({ release, area }));
  if (board !== undefined) keep(fromBoard(board));
  const list = await api.json<AreaIndicatorsReply>(paths.areaIndicators(area, { release }));
  if (list !== undefined) keep(fromAreaIndicators(list));
  for (const since of releases.filter((earlier) => earlier < release)) {
    const changes = await api.json<ChangesReply>(paths.changes(release, { since, area }));
    if (changes !== undefined) keep(fromChanges(changes));
  }
}
