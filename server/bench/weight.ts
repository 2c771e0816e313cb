import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { buildWebIfNeeded, WEB_FOLDER } from '../web-build.ts';
import type { Out } from './out.ts';

const KILOBYTE = 1000;
const HOME = 170;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}
type Manifest = Readonly<Record<string, Chunk>>;

/** What the browser fetches for a page: the script the document asks for, and the page's own. */
export async function benchWeight(out: Out): Promise<void> {
  await buildWebIfNeeded(() => undefined);
  const manifest = JSON.parse(readFileSync(join(WEB_FOLDER, '.vite', 'manifest.json'), 'utf8')) as Manifest;
  const entry = Object.values(manifest).find(
    (chunk) => chunk.isEntry === true && /^index\.html$/.test(chunk.src ?? ''),
  );
  if (entry === undefined) throw new Error('the build has no index.html among its entries');
  const home = scriptsOf(manifest, entry);
  const page = Object.keys(manifest).find((key) => key.endsWith('home-page.tsx'));
  for (const file of page === undefined ? [] : scriptsOf(manifest, manifest[page] as Chunk)) home.add(file);
  out('Script the home page sends, kilobytes');
  const weights = { brotli: 0, gzip: 0 };
  for (const file of home) {
    const source = readFileSync(join(WEB_FOLDER, file));
    weights.brotli += brotliCompressSync(source).length / KILOBYTE;
    weights.gzip += gzipSync(source, { level: 9 }).length / KILOBYTE;
  }
  out(
    `  ${weights.brotli.toFixed(0)} as sent (Brotli), ${weights.gzip.toFixed(0)} with gzip, at most ${HOME}: ${weights.gzip <= HOME ? 'met' : 'NOT MET'}`,
  );
  const map = [...home].some((file) =>
    readFileSync(join(WEB_FOLDER, file), 'utf8').includes('maplibregl-canvas'),
  );
  out(`  MapLibre among it: ${map ? 'yes, NOT MET' : 'no'}`);
}

/** A chunk and everything it imports at once; what it may fetch later is not counted. */
function scriptsOf(manifest: Manifest, chunk: Chunk, found = new Set<string>()): Set<string> {
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const key of chunk.imports ?? []) scriptsOf(manifest, manifest[key] as Chunk, found);
  return found;
}
