/** Loads and publishes one cube and says what it took: a process of its own, so that its memory is its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { connectOwner, type DatabaseLocation } from '../../db/connect.ts';
import { migrate } from '../../db/migrate.ts';
import { readConfig } from '../config.ts';
import { runLoad } from '../ingest/run.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf } from '../ingest/sources.ts';
import { runPublish } from '../publish/run.ts';
import { CUBE_DATASET, type CubeShape, defineCube, writeCube } from './cube-shape.ts';

export interface CubeRun {
  readonly cells: number;
  readonly estimates: number;
  /** Seconds. */
  readonly load: number;
  readonly publish: number;
  /** To find that nothing has changed. */
  readonly again: number;
  readonly megabytes: number;
}

const EXTRACTS = resolve(import.meta.dirname, '..', '..', 'fixtures', 'extracts');
const { place } = readConfig({});

async function run(location: DatabaseLocation, shape: CubeShape): Promise<CubeRun> {
  defineCube();
  const database = connectOwner(location);
  await migrate(database.kysely);
  const options = { database, place, now: () => new Date() };
  const load = async (source: string, ...paths: string[]) =>
    runLoad(
      { source: sourceOf(source), files: await Promise.all(paths.map((path) => openSourceFile(path))) },
      options,
    );
  await load('plain', join(EXTRACTS, 'areas.csv'), join(EXTRACTS, 'links.csv'));
  await load('outlines', join(EXTRACTS, 'outlines-ward-2025.json'));
  const wards = await database.kysely
    .selectFrom('intake.area')
    .select('code')
    .where('type', '=', 'ward')
    .orderBy('code')
    .execute();
  const folder = mkdtempSync(join(tmpdir(), 'bench-cube-'));
  try {
    const file = join(folder, 'cube.csv');
    const codes = [...new Set(wards.map(({ code }) => code))];
    const cells = await writeCube(file, codes, shape);
    const loading = await timed(() => load('plain', file));
    const publish = () => runPublish(['geography', CUBE_DATASET], options);
    const publishing = await timed(publish);
    const again = await timed(publish);
    const estimates = publishing.result.datasets.find(({ dataset }) => dataset === CUBE_DATASET)?.estimates;
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return {
      ...{ cells, estimates: estimates ?? 0, megabytes },
      ...{ load: loading.seconds, publish: publishing.seconds, again: again.seconds },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await database.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { seconds: (performance.now() - start) / 1000, result };
}

const [location = '{}', shape = '{}'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await run(JSON.parse(location), JSON.parse(shape))));
