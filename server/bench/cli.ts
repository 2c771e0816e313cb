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
import { benchProxies } from './proxies.ts';
import { benchPublishing } from './publishing.ts';
import { benchRepaint } from './repaint.ts';
import { benchSlider } from './slider.ts';
import { benchStart } from './start.ts';
import { benchStats } from './stats.ts';
import { benchTraffic } from './traffic.ts';
import { benchUptake } from './uptake.ts';
import { benchWeight } from './weight.ts';

/** Prints one line of a table. */
export type Out = (line: string) => void;

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

/**
 * Runs the named suite, or all of them.
 *
 * @throws RangeError for a name that is not a suite.
 */
export async function bench(names: readonly string[], out: Out): Promise<void> {
  for (const name of names.length > 0 ? names : Object.keys(suites)) {
    const suite = suites[name];
    if (suite === undefined) throw new RangeError(`bench requires one of: ${Object.keys(suites).join(', ')}`);
    await suite(out);
  }
}

if (process.argv[1] === import.meta.filename) {
  await bench(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
}
