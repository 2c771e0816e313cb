import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { benchDisclosure } from './disclosure.ts';
import { benchFaults } from './faults.ts';
import { benchKills } from './kills.ts';
import type { Out } from './out.ts';
import { benchVerdictTrials } from './verdict-trials-run.ts';

const PROJECT = resolve(import.meta.dirname, '..', '..');

/** Tests that make a share of their trials in `npm test`, and all of them here. */
const SHARED = [
  'fixtures/generate/gap-trials.test.ts',
  'server/keeping/keeping.db.test.ts',
  'server/http/fuzzed-requests.db.test.ts',
  'server/disclosure/possible-tables.test.ts',
  'server/routes/disparities-recomputed.db.test.ts',
  'server/routes/tables.db.test.ts',
  'server/ingest/mutations.db.test.ts',
  'server/routes/uptake-recomputed.db.test.ts',
  'server/attack/attack.db.test.ts',
  'web/features/disparities/selections.db.test.tsx',
];

/** All that is wanted by the thousand, whole; each prints its seed and what came of it. */
const runs: readonly ((out: Out) => Promise<void>)[] = [
  (out) => benchKills(out),
  benchFaults,
  benchVerdictTrials,
  (out) => benchDisclosure(out, 20),
  ...SHARED.map(wholeTest),
];

export async function benchLong(out: Out): Promise<void> {
  for (const run of runs) await run(out);
}

function wholeTest(file: string): (out: Out) => Promise<void> {
  return async (out) => {
    const vitest = resolve(PROJECT, 'node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', file], {
      cwd: PROJECT,
      env: { ...process.env, TRIALS: 'all' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (data) => {
      said += data;
    });
    await once(child, 'exit');
    out(`${file}, all trials: ${said.trim().split('\n').at(-1)}`);
  };
}
