/** Replies of a running server, kept and compared: `npm run replies`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { BadCall, runCommand } from '../command-line.ts';
import { paths } from '../contract/paths.ts';
import type { AreasReply, IndicatorsReply } from '../contract/replies.ts';

const WANTED = 300;

type Kept = Record<string, string>;

const withoutMoments = (body: string) =>
  body
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'a moment')
    .replaceAll(/(published,?"?:? ?"?)\d{1,2} \w+ \d{4}/gi, '$1a day');

const ask = async (base: string, path: string): Promise<string | undefined> => {
  const reply = await fetch(new URL(path, base));
  const body = await reply.text();
  return reply.ok ? withoutMoments(body) : undefined;
};

/** Every question of the API at least once, and the many in turn: by indicator, by kind of area, by area. */
async function candidates(base: string): Promise<string[]> {
  const read = async <Reply>(path: string) => (await (await fetch(new URL(path, base))).json()) as Reply;
  const { indicators } = await read<IndicatorsReply>(paths.indicators());
  const { areas } = await read<AreasReply>(paths.areas({ type: 'ward' }));
  const once = [
    paths.areas(),
    paths.indicators(),
    paths.board(),
    paths.boardCsv(),
    paths.ledger(),
    paths.ledgerCsv(),
    paths.disparityOverview(),
    paths.disparityOverviewCsv(),
    paths.boundaries('ward'),
    ...areas.map(({ code }) => paths.areaIndicators(code)),
  ];
  const kinds: readonly ((id: string, area: string) => string)[] = [
    (id) => paths.indicator(id),
    (id) => paths.indicatorAreas(id),
    (id, area) => paths.trend(id, { area }),
    (id) => paths.disparities(id, { by: 'ethnicGroup' }),
    (id) => paths.indicatorAreasCsv(id, { areaType: 'ward' }),
    (id) => paths.disparitiesCsv(id, { by: 'deprivation' }),
    (id, area) => paths.disparities(id, { by: 'ethnicGroup', area }),
    (id) => paths.spc(id, {}),
    (id) => paths.trendCsv(id, {}),
    (id) => paths.areasOverTime(id, {}),
    (id) => paths.gapTrend(id, { by: 'ethnicGroup' }),
  ];
  const many = indicators.flatMap(({ id }, at) =>
    kinds.map((kind, turn) => ({
      order: (at * 7 + turn * 31) % 101,
      path: kind(id, areas[at % areas.length]?.code ?? ''),
    })),
  );
  return [...once, ...many.sort((a, b) => a.order - b.order).map(({ path }) => path)];
}

async function keep(base: string): Promise<Kept> {
  const kept: Kept = {};
  for (const path of await candidates(base)) {
    if (Object.keys(kept).length === WANTED) break;
    const body = await ask(base, path);
    if (body !== undefined) kept[path] = body;
  }
  return kept;
}

async function different(base: string, kept: Kept): Promise<string[]> {
  const lines: string[] = [];
  for (const [path, before] of Object.entries(kept)) {
    const after = await ask(base, path);
    if (after === before) continue;
    if (after === undefined) lines.push(`${path}: no longer answered`);
    else {
      const at = [...before].findIndex((letter, place) => letter !== after[place]);
      const around = (body: string) => body.slice(Math.max(0, at - 40), at + 60);
      lines.push(`${path}:\n  before ...${around(before)}\n  after  ...${around(after)}`);
    }
  }
  return lines;
}

await runCommand({
  usage: `Keeps ${WANTED} replies of a running server, or compares a later server with them: for changes that should change no figure.

  npm run replies -- keep <base URL> <file>
  npm run replies -- compare <base URL> <file>

Moments (when something was loaded, published or asked) differ between two installations and are left out.
Ends with 1 where a reply differs.`,
  options: {},
  run: async ({ positionals: [what, base, file, ...more] }) => {
    if (what !== 'keep' && what !== 'compare') throw new BadCall('say keep or compare');
    if (base === undefined || !URL.canParse(base) || file === undefined || more.length > 0)
      throw new BadCall('name the address of a running server, and one file');
    const say = (line: string) => process.stdout.write(`${line}\n`);
    if (what === 'keep') {
      const kept = await keep(base);
      writeFileSync(file, JSON.stringify(kept));
      say(`${Object.keys(kept).length} replies kept`);
      return;
    }
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    const lines = await different(base, kept);
    for (const line of lines) say(line);
    say(`${Object.keys(kept).length} replies compared, ${lines.length} different`);
    if (lines.length > 0) process.exitCode = 1;
  },
});
