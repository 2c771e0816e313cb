import { once } from 'node:events';
import { join } from 'node:path';
import { startProgram } from '../testing-process.ts';
import type { DosesRun } from './doses-run.ts';
import type { Out } from './out.ts';

/** What protecting, proving and publishing the doses may take, on two cores. */
const AT_MOST = { seconds: 300, megabytes: 2000 };
const DATASET = 'covid-19-vaccination-from-records';

/** Protects, proves and publishes the demonstration's doses, without the pattern that a start takes. */
export async function benchDoses(out: Out): Promise<void> {
  const program = startProgram([join(import.meta.dirname, 'doses-run.ts'), DATASET], {});
  let said = '';
  program.stdout?.on('data', (data) => {
    said += data;
  });
  const [code] = await once(program, 'close');
  if (code !== 0) throw new Error(`publishing ${DATASET} ended with ${code}`);
  const run = JSON.parse(said) as DosesRun;
  const met = (is: boolean) => (is ? 'met' : 'NOT MET');
  out('Doses by ward, ethnic group, age and date: protected, proved and published from nothing');
  out(`  ${run.said}`);
  out(`  ${run.estimates} figures, ${run.withheld} of them withheld`);
  out(
    `  ${run.seconds.toFixed(0)} s (${run.processor.toFixed(0)} s of the processor), at most ${AT_MOST.seconds}: ${met(run.seconds <= AT_MOST.seconds)}`,
  );
  out(
    `  ${run.megabytes} MB at most, ${AT_MOST.megabytes} allowed: ${met(run.megabytes <= AT_MOST.megabytes)}`,
  );
}
