/** Everything that the public API says of tables of people: every reply that can hold such a figure, in every release. */
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import { paths } from '../contract/paths.ts';
import type { ReleasesReply } from '../contract/release-replies.ts';
import type { AreasReply, IndicatorReply, IndicatorsReply } from '../contract/replies.ts';
import { type Api, forEach } from './api.ts';
import { fromAreaIndicators, fromBoard, fromChanges, type GatheredFigure } from './figure.ts';
import { askCounts, type Keep } from './gather-counts.ts';
import { askDoses, askOfficials, type Officials } from './gather-doses.ts';

/** What one release says. */
export interface Gathered {
  readonly release: number;
  readonly areas: AreasReply['areas'];
  /** Indicators counted from tables of people, or of doses. */
  readonly definitions: readonly IndicatorReply[];
  readonly figures: readonly GatheredFigure[];
  /** Figures that are not protected, but may count the same people. */
  readonly officials: Officials;
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
  const all: IndicatorReply[] = [];
  await forEach(listed, async ({ id }) => {
    const definition = await api.json<IndicatorReply>(paths.indicator(id, { release }));
    if (definition !== undefined) all.push(definition);
  });
  const [counts, doses] = [all.filter((one) => one.countTable), all.filter((one) => one.doseTable)];
  const definitions = [...counts, ...doses];
  const ids = new Set(definitions.map(({ id }) => id));
  const figures: GatheredFigure[] = [];
  const keep = (found: readonly GatheredFigure[]) => {
    for (const figure of found) if (ids.has(figure.indicator)) figures.push(figure);
  };
  const own = areas.filter(({ type }) => definitions.some(({ areaTypes }) => areaTypes.includes(type)));
  for (const definition of counts) await askCounts({ api, definition, areas: own, release, keep });
  for (const definition of doses) await askDoses({ api, definition, areas: own, release, keep });
  const officials = await askOfficials(api, all, doses, release);
  await forEach(definitions.length === 0 ? [] : own, ({ code }) =>
    askArea(api, code, release, releases, keep),
  );
  return { release, areas, definitions, figures, officials };
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
    const changes = await api.json<ChangesReply>(paths.changes(release, { since: String(since), area }));
    if (changes !== undefined) keep(fromChanges(changes));
  }
}
