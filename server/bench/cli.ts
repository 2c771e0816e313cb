import { BadCall, runCommand } from '../command-line.ts';
import { benchApi } from './api.ts';
import { benchBoard } from './board.ts';
import { benchCube } from './cube.ts';
import { benchDisclosure } from './disclosure.ts';
import { benchDisparities } from './disparities.ts';
import { benchDoses } from './doses.ts';
import { benchHostile } from './hostile.ts';
import { benchLoad } from './load.ts';
import { benchLong } from './long.ts';
import { benchLosses } from './losses.ts';
import type { Out } from './out.ts';
import { benchProxies } from './proxies.ts';
import { benchPublishing } from './publishing.ts';
import { benchRepaint } from './repaint.ts';
import { benchSlider } from './slider.ts';
import { benchStart } from './start.ts';
import { benchStats } from './stats.ts';
import { benchTraffic } from './traffic.ts';
import { benchUptake } from './uptake.ts';
import { benchWeight } from './weight.ts';

/** Everything that can be timed: one file a suite, each a function that prints its table. */
const suites: Readonly<Record<string, (out: Out) => Promise<void>>> = {
  api: benchApi,
  board: benchBoard,
  cube: benchCube,
  disparities: benchDisparities,
  disclosure: benchDisclosure,
  doses: benchDoses,
  hostile: benchHostile,
  load: benchLoad,
  long: benchLong,
  losses: benchLosses,
  proxies: benchProxies,
  publishing: benchPublishing,
  repaint: benchRepaint,
  slider: benchSlider,
  start: benchStart,
  stats: benchStats,
  traffic: benchTraffic,
  uptake: benchUptake,
  weight: benchWeight,
};

await runCommand({
  usage: `Measures speed, as ratios within one run; every suite where none is named.

  npm run bench [-- <suite...>]

Suites: ${Object.keys(suites).join(', ')}
long is all that is wanted by the thousand, and takes an hour or more.`,
  options: {},
  run: async ({ positionals }) => {
    const wrong = positionals.find((name) => suites[name] === undefined);
    if (wrong !== undefined) throw new BadCall(`there is no suite "${wrong}"`);
    for (const [name, suite] of Object.entries(suites))
      if (positionals.length === 0 || positionals.includes(name))
        await suite((line) => process.stdout.write(`${line}\n`));
  },
});
