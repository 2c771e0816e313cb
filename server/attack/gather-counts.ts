/** What the public API says of tables of people: every type of area, stratum and period, as JSON and as CSV. */
import type { DisparitiesReply } from '../contract/disparity-replies.ts';
import { paths } from '../contract/paths.ts';
import type { IndicatorAreasQuery } from '../contract/queries.ts';
import type { AreasReply, IndicatorAreasReply, IndicatorReply, TrendReply } from '../contract/replies.ts';
import { type Api, forEach } from './api.ts';
import { fromAreas, fromAreasCsv, fromDisparities, fromTrend, type GatheredFigure } from './figure.ts';

export type Keep = (figures: readonly GatheredFigure[]) => void;

/** One indicator of one release, and where its figures go. */
export interface Asking {
  readonly api: Api;
  readonly definition: IndicatorReply;
  readonly areas: AreasReply['areas'];
  readonly release: number;
  readonly keep: Keep;
}

export async function askCounts(asking: Asking): Promise<void> {
  const { api, definition, release, keep } = asking;
  const { id } = definition;
  await forEach(questionsOf(definition, release), (query) => askAreas(api, id, query, keep));
  await askGroups(asking);
}

/** Every type of area, stratum and period that the definition lists. */
function questionsOf({ available }: IndicatorReply, release: number): IndicatorAreasQuery[] {
  const periods = [...new Set(available.flatMap((one) => one.periods))];
  return available.flatMap(({ periods: _, ...stratum }) =>
    periods.map((period) => ({ release, period, ...stratum })),
  );
}

export async function askAreas(api: Api, id: string, query: IndicatorAreasQuery, keep: Keep): Promise<void> {
  const reply = await api.json<IndicatorAreasReply>(paths.indicatorAreas(id, query));
  if (reply === undefined) return;
  keep(fromAreas(reply));
  keep(fromAreasCsv(reply, (await api.text(paths.indicatorAreasCsv(id, query))) ?? ''));
}

/** Ethnic groups beside each other, and each area over time, for every area and age band. */
async function askGroups({ api, definition, areas, release, keep }: Asking): Promise<void> {
  const { id, available, ethnicGroups } = definition;
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
