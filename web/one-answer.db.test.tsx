/** What pages draw carries the id of each comparison and its one answer: rendered from replies and held against the release. */
import type { ReactElement } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AreaIndicatorsReply } from '../server/contract/area-replies.ts';
import type { DisparitiesReply } from '../server/contract/disparity-replies.ts';
import type { DisparityOverviewReply } from '../server/contract/gap-replies.ts';
import { paths } from '../server/contract/paths.ts';
import type {
  AreasReply,
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
  IndicatorsReply,
} from '../server/contract/replies.ts';
import { demonstrationApp } from '../server/testing.ts';
import { ChangeWords } from './features/area/change-words.tsx';
import { Forest } from './features/disparities/forest.tsx';
import { GapTable } from './features/disparities/gap-table.tsx';
import { HeatMap } from './features/disparities/heat-map.tsx';
import { AreaTable } from './features/map/area-table.tsx';
import { LargerAreas } from './shared/ui/larger-areas.tsx';
import { drawnAlone } from './testing-router.tsx';

let demo: Awaited<ReturnType<typeof demonstrationApp>>;
beforeAll(async () => {
  demo = await demonstrationApp();
});
afterAll(() => demo.close());

const nothing = () => undefined;

/** Comparisons in the markup with their answers, as often as they are drawn. */
const drawnIn = async (page: ReactElement): Promise<[id: string, verdict: string][]> =>
  [...(await drawnAlone(page)).matchAll(/data-comparison="([^"]*)" data-verdict="([^"]*)"/g)].map(
    ([, id = '', verdict = '']) => [id, verdict],
  );

async function drawnPages(): Promise<[id: string, verdict: string][]> {
  const { indicators } = await demo.get<IndicatorsReply>(paths.indicators());
  const outlines = await demo.get<BoundariesReply>(paths.boundaries('ward'));
  const drawn: [string, string][] = [];
  for (const { id, areaTypes } of indicators) {
    const definition = await demo.get<IndicatorReply>(paths.indicator(id));
    for (const areaType of areaTypes) {
      const reply = await demo.get<IndicatorAreasReply>(paths.indicatorAreas(id, { areaType }));
      const picture = { definition, reply, outlines };
      const events = { pointed: undefined, selected: undefined, onPoint: nothing, onSelect: nothing };
      drawn.push(...(await drawnIn(<AreaTable picture={picture} {...events} />)));
    }
  }
  for (const by of ['ethnicGroup', 'deprivation'] as const) {
    const reply = await demo.get<DisparityOverviewReply>(paths.disparityOverview({ by }));
    drawn.push(
      ...(await drawnIn(
        <HeatMap reply={reply} indicator={undefined} group={undefined} onChoose={nothing} />,
      )),
    );
    for (const { indicator } of reply.indicators) {
      const groups = await demo.get<DisparitiesReply>(paths.disparities(indicator, { by }));
      drawn.push(...(await drawnIn(<Forest reply={groups} chosen={undefined} onGroup={nothing} />)));
      drawn.push(...(await drawnIn(<GapTable reply={groups} />)));
    }
  }
  const { areas } = await demo.get<AreasReply>(paths.areas());
  for (const { code } of areas.filter(({ type }) => type === 'ward' || type === 'borough')) {
    const { indicators: rows } = await demo.get<AreaIndicatorsReply>(paths.areaIndicators(code));
    const all = rows.flatMap((row, at) => [
      <LargerAreas key={`areas ${at}`} row={{ ...row, sourceVerdict: null }} />,
      <ChangeWords key={`change ${at}`} change={row.change} />,
    ]);
    drawn.push(...(await drawnIn(<div>{all}</div>)));
  }
  return drawn;
}

/** Change has words of its own for the same two answers. */
const plain: Readonly<Record<string, string>> = {
  'no-clear-change': 'similar',
  'cannot-be-tested': 'not-compared',
};

test('the maps, heat maps, forests, area pages and tables of the demonstration draw the answers its release keeps', async () => {
  const kept = await demo.db.selectFrom('release.comparison').select(['comparison', 'verdict']).execute();
  const answers = new Map(kept.map(({ comparison, verdict }) => [comparison, verdict]));
  const drawn = await drawnPages();
  const judged = drawn.filter(([id]) => answers.has(id));
  expect(judged.filter(([id, verdict]) => answers.get(id) !== (plain[verdict] ?? verdict))).toEqual([]);
  expect(judged.some(([id]) => id.endsWith(':E92000001'))).toBe(true);
  expect(judged.some(([id]) => id.includes(':since-'))).toBe(true);
  expect(new Set(judged.map(([id]) => id)).size).toBeGreaterThan(1000);
}, 300_000);
