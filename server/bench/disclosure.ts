import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { shapeCells, shapeFile, shapeHierarchies } from '../../fixtures/generate/shape.ts';
import { startProgram } from '../testing-process.ts';
import type { DisclosureRun } from './disclosure-run.ts';
import type { Out } from './out.ts';

/** How much secondary suppression there may be, and what it may take, on two cores. */
const AT_MOST = { share: 0.27, seconds: 20, megabytes: 1000, times: 3 };
const RUN = join(import.meta.dirname, 'disclosure-run.ts');

const COLUMNS = { ward: ['ward', 'nb'], eth: ['eth', 'eth5'], grp: ['grp'], out: ['out'] };

interface Sample {
  readonly name: string;
  readonly csv: string;
  readonly hierarchies: object;
}

/**
 * Protects, proves and checks tables in our shape: some random ones and one of twice the size, each in a process of its
 * own. `DISCLOSURE_TABLE` names a file of inner cells to measure first (columns ward, eth, grp, out, nb, eth5, n).
 */
export async function benchDisclosure(out: Out, tables = 5): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-disclosure-'));
  const seed = (number: number, size = 1): Sample => ({
    name: size === 1 ? `seed ${number}` : `seed ${number}, twice the size`,
    csv: shapeFile(shapeCells(number, size)),
    hierarchies: shapeHierarchies,
  });
  const measure = async ({ name, csv, hierarchies }: Sample): Promise<DisclosureRun> => {
    const [inner, chains] = [join(folder, 'inner.csv'), join(folder, 'hierarchies.json')];
    writeFileSync(inner, csv);
    writeFileSync(chains, JSON.stringify(hierarchies));
    const run = await measured(inner, chains);
    out(lineOf(name, run));
    return run;
  };
  try {
    out('Tables in our shape, protected and proved');
    out(HEADER);
    out(HEADER.replaceAll(/[^|]+/g, '---'));
    const given = process.env.DISCLOSURE_TABLE;
    if (given !== undefined)
      await measure({ name: basename(given), csv: readFileSync(given, 'utf8'), hierarchies: COLUMNS });
    const runs = [];
    for (let number = 1; number <= tables; number++) runs.push(await measure(seed(number)));
    const twice = await measure(seed(1, 2));
    const [first] = runs;
    const ratio = twice.processor / (first?.processor ?? Number.NaN);
    out(
      `  twice the size takes ${ratio.toFixed(1)} times as long, at most ${AT_MOST.times}: ${met(ratio <= AT_MOST.times)}`,
    );
    out(
      `  secondary suppression ${percent(Math.max(...runs.map(shareOf)))} of the small counts, at most ${percent(AT_MOST.share)}: ${met(runs.every((run) => shareOf(run) <= AT_MOST.share))}`,
    );
    out(
      `  at most ${AT_MOST.seconds} s of the processor, ${AT_MOST.megabytes} MB, none failing: ${met(runs.every(isGood))}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const HEADER =
  '| table | cells | small | inferred before | exactly | primary | secondary | failing the check | seconds | of the processor | peak MB |';

const lineOf = (name: string, run: DisclosureRun): string =>
  `| ${[
    name,
    run.cells,
    run.small,
    run.inferred,
    run.exactly,
    run.primary,
    run.secondary,
    run.failures,
    run.seconds.toFixed(1),
    run.processor.toFixed(1),
    run.megabytes,
  ].join(' | ')} |`;

/** By processor time: it is what a machine with nothing else to do takes. */
const isGood = ({ processor, megabytes, failures }: DisclosureRun): boolean =>
  processor <= AT_MOST.seconds && megabytes <= AT_MOST.megabytes && failures === 0;

const shareOf = ({ secondary, small }: DisclosureRun): number => secondary / small;
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const met = (is: boolean): string => (is ? 'met' : 'NOT MET');

async function measured(inner: string, hierarchies: string): Promise<DisclosureRun> {
  const program = startProgram([RUN, inner, hierarchies], {});
  let said = '';
  program.stdout?.on('data', (data) => {
    said += data;
  });
  const [code] = await once(program, 'close');
  if (code !== 0) throw new Error(`protecting ${inner} ended with ${code}`);
  return JSON.parse(said) as DisclosureRun;
}
