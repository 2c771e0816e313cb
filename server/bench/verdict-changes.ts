/**
 * How many verdicts differ between two installations, which way and why:
 * `node server/bench/verdict-changes.ts <base URL before> <base URL after>`. Both show the same figures.
 */
import type { AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { BoardReply } from '../contract/board-reply.ts';
import type { DisparityOverviewReply } from '../contract/gap-replies.ts';
import { paths } from '../contract/paths.ts';
import type { AreasReply, IndicatorAreasReply, IndicatorsReply } from '../contract/replies.ts';

/** Reads a reply of one installation. */
export type Get = <T>(path: string) => Promise<T>;

/** A verdict as a page shows it. */
interface Shown {
  readonly verdict: string;
  readonly couldBeChance: boolean;
  readonly untested?: string;
}

type Page = 'map' | 'area page' | 'heat map' | 'board: larger areas' | 'board: gaps' | 'board: change';

/** Every verdict of the pages people open first, by page and what it is about. */
async function verdictsOf(get: Get, wards: readonly string[], place: string): Promise<Map<string, Shown>> {
  const found = new Map<string, Shown>();
  const add = (page: Page, about: readonly string[], { verdict, couldBeChance, untested }: Shown) =>
    found.set([page, ...about].join('|'), {
      verdict,
      couldBeChance,
      ...(untested !== undefined && { untested }),
    });
  const { indicators } = await get<IndicatorsReply>(paths.indicators());
  for (const { id, areaTypes } of indicators) {
    for (const areaType of areaTypes) {
      const { areas } = await get<IndicatorAreasReply>(paths.indicatorAreas(id, { areaType }));
      for (const area of areas) if (area.status === 'shown') add('map', [id, area.code], area);
    }
  }
  for (const ward of wards) {
    const reply = await get<AreaIndicatorsReply>(paths.areaIndicators(ward));
    for (const row of reply.indicators)
      if (row.estimate?.status === 'shown')
        add('area page', [row.indicator, row.populationGroup, row.stratum.sex, ward], row);
  }
  for (const by of ['ethnicGroup', 'deprivation'] as const) {
    for (const area of [place, ...wards]) {
      const reply = await get<DisparityOverviewReply>(paths.disparityOverview({ by, area }));
      for (const row of reply.indicators)
        for (const { group, gap, estimate } of row.cells)
          if (estimate.status === 'shown') add('heat map', [row.indicator, by, group, area], gap);
    }
  }
  const board = await get<BoardReply>(paths.board());
  for (const row of board.aims.flatMap(({ rows }) => rows)) {
    const about = [row.indicator, row.populationGroup, row.stratum.sex];
    add('board: change', about, row.change);
    for (const one of row.comparisons) add('board: larger areas', [...about, one.area.code], one);
    for (const gap of row.gaps) add('board: gaps', [...about, gap.by], gap);
  }
  return found;
}

/** Prints a table of the changes; a verdict shown on one side only is counted as that. */
export async function verdictChanges(before: Get, after: Get, out: (line: string) => void): Promise<void> {
  const { areas } = await after<AreasReply>(paths.areas({ type: 'ward' }));
  const wards = areas.map(({ code }) => code);
  const place = areas[0]?.parents.find(({ type }) => type === 'borough')?.code ?? '';
  const [was, is] = [await verdictsOf(before, wards, place), await verdictsOf(after, wards, place)];
  const counts = new Map<string, number>();
  for (const [key, now] of is) {
    const then = was.get(key);
    const page = key.split('|')[0];
    const [from, to] = [then === undefined ? 'not shown' : wordsOf(then), wordsOf(now)];
    const line = from === to ? `${page} | unchanged | |` : `${page} | ${from} | ${to} | ${whyOf(then, now)}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  const gone = [...was.keys()].filter((key) => !is.has(key)).length;
  out('| page | before | after | why | verdicts |');
  out('| --- | --- | --- | --- | ---: |');
  for (const [line, count] of [...counts].sort()) out(`| ${line} | ${count} |`);
  out(`${is.size} verdicts after, ${was.size} before, ${gone} of those shown no more`);
}

function wordsOf({ verdict, couldBeChance }: Shown): string {
  const words = verdict === 'no-clear-change' ? 'similar' : verdict;
  return couldBeChance ? `${words}, could be chance` : words;
}

const isProven = ({ verdict }: Shown) => ['better', 'worse', 'higher', 'lower'].includes(verdict);

function whyOf(then: Shown | undefined, now: Shown): string {
  if (then === undefined) return 'shown now';
  if (now.untested !== undefined) return now.untested;
  if (now.verdict === 'higher' || now.verdict === 'lower') return 'higher or lower: neither is good or bad';
  if (then.verdict === 'not-compared') return 'tested now';
  if (isProven(then) === isProven(now))
    return isProven(now) ? 'another group or side' : 'judged among all of the release';
  return isProven(now) ? 'proven among all of the release' : 'not proven in every list';
}

const from =
  (base: string): Get =>
  async (path) => {
    const reply = await fetch(new URL(path, base));
    if (!reply.ok) throw new Error(`${base}${path} gave ${reply.status}`);
    return reply.json();
  };

if (process.argv[1] === import.meta.filename) {
  const [before, after] = process.argv.slice(2);
  if (before === undefined || after === undefined) throw new Error('give two base URLs: before and after');
  await verdictChanges(from(before), from(after), (line) => process.stdout.write(`${line}\n`));
}
