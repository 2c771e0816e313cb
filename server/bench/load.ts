import { once } from 'node:events';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connectOwner } from '../../db/connect.ts';
import { copyLine } from '../../db/copy-format.ts';
import { temporaryServer } from '../../db/embedded/temporary.ts';
import { migrate } from '../../db/migrate.ts';
import { readConfig } from '../config.ts';
import { runLoad } from '../ingest/run.ts';
import { openSourceFile } from '../ingest/source-file.ts';
import { sourceOf } from '../ingest/sources.ts';
import { median } from '../stats/median.ts';
import type { Out } from './out.ts';

const OBSERVATIONS = 1_000_000;
const AREAS = 1000;
const AGES = 91;
const TARGET = 2;
const PLACE = readConfig({}).place;

const COLUMNS =
  'measure, period, area_type, ethnic_group, age_band, sex, deprivation, area_code, status, value, load_id';

/** A load of a million observations, checks and all, against PostgreSQL's own COPY into the same table with its keys. */
export async function benchLoad(out: Out): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-load-'));
  const server = await temporaryServer();
  try {
    const files = await writeFiles(folder);
    out(
      `Load of ${OBSERVATIONS.toLocaleString('en-GB')} observations into PostgreSQL (${Math.round(statSync(files.csv).size / 1e6)} MB of CSV)`,
    );
    const ratios: number[] = [];
    for (let run = 1; run <= 3; run++) {
      const raw = await timeRaw(await database(server.databaseUrl, `raw_${run}`), files.copy);
      const load = await timeLoad(await database(server.databaseUrl, `load_${run}`), files);
      ratios.push(load / raw);
      out(
        `  run ${run}: raw COPY ${raw.toFixed(1)} s, load ${load.toFixed(1)} s, ratio ${(load / raw).toFixed(2)}`,
      );
    }
    const ratio = median(ratios);
    out(`  median ratio ${ratio.toFixed(2)}, at most ${TARGET}: ${ratio <= TARGET ? 'met' : 'NOT MET'}`);
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Files {
  readonly csv: string;
  readonly areas: string;
  readonly copy: string;
}

/** The same observations as a steward's CSV and in COPY's format. */
async function writeFiles(folder: string): Promise<Files> {
  const files = {
    csv: join(folder, 'figures.csv'),
    areas: join(folder, 'areas.csv'),
    copy: join(folder, 'figures.copy'),
  };
  const [csv, copy, areas] = [files.csv, files.copy, files.areas].map((path) => createWriteStream(path));
  if (csv === undefined || copy === undefined || areas === undefined)
    throw new Error('three paths give three files');
  csv.write('measure,period,area_type,area_code,age_band,value\n');
  areas.write('type,edition,code,name,borough_code\n');
  const codes = Array.from({ length: AREAS }, (_, i) => `E0199${String(i).padStart(4, '0')}`);
  for (const code of codes) areas.write(`lsoa,2021,${code},Area,${PLACE.code}\n`);
  let written = 0;
  for (let year = 1901; written < OBSERVATIONS; year++) {
    for (const code of codes) {
      let csvText = '';
      let copyText = '';
      for (let age = 0; age < AGES && written < OBSERVATIONS; age++, written++) {
        const value = (written * 7919) % 500;
        csvText += `residents,${year},lsoa,${code},${age},${value}\n`;
        copyText += copyLine([
          'residents',
          String(year),
          'lsoa',
          'all',
          String(age),
          'all',
          'all',
          code,
          'value',
          value,
          1,
        ]);
      }
      if (!csv.write(csvText)) await once(csv, 'drain');
      if (!copy.write(copyText)) await once(copy, 'drain');
    }
  }
  for (const stream of [csv, copy, areas]) {
    stream.end();
    await once(stream, 'finish');
  }
  return files;
}

async function database(server: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = server.replace(/\/postgres$/, `/${name}`);
  const owner = connectOwner({ databaseUrl: url });
  await migrate(owner.kysely);
  await owner.close();
  return url;
}

async function timeRaw(url: string, file: string): Promise<number> {
  const owner = connectOwner({ databaseUrl: url });
  const start = performance.now();
  await owner.kysely
    .transaction()
    .execute(() =>
      owner.copyIn('intake.observation', COLUMNS.split(', '), createReadStream(file, { encoding: 'utf8' })),
    );
  const seconds = (performance.now() - start) / 1000;
  await owner.close();
  return seconds;
}

async function timeLoad(url: string, files: Files): Promise<number> {
  const owner = connectOwner({ databaseUrl: url });
  const options = { database: owner, place: PLACE, now: () => new Date() };
  const source = sourceOf('plain');
  await runLoad({ source, files: [await openSourceFile(files.areas)] }, options);
  const start = performance.now();
  const summary = await runLoad({ source, files: [await openSourceFile(files.csv)] }, options);
  const seconds = (performance.now() - start) / 1000;
  if (summary.changed !== OBSERVATIONS) throw new Error(`${summary.changed} observations were loaded`);
  await owner.close();
  return seconds;
}
