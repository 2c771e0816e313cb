import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { Marked } from 'marked';
import type { ConfigEnv, Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { chunkGroups } from './web/chunks.ts';

/** CI reads a plain closing line; Vitest's own carries colours and columns. */
const closingLine: Reporter = {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let testsFailed = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'failed') testsFailed++;
        else if (state === 'passed') passed++;
      }
      // A file that cannot be loaded fails without any test of its own having run.
      failed += testsFailed === 0 && module.state() === 'failed' ? 1 : testsFailed;
    }
    process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  },
};

/** A page or a file that is not as expected is told by its beginning: a difference of megabytes helps nobody, and takes minutes. */
const LONGEST = { lines: 60, line: 400 };
const shortFaults: Reporter = {
  onTestCaseResult(test: TestCase) {
    for (const error of test.result().errors ?? []) {
      error.message = beginningOf(error.message);
      if (error.diff !== undefined) error.diff = beginningOf(error.diff);
      if (error.stack !== undefined) error.stack = beginningOf(error.stack);
    }
  },
};
function beginningOf(text: string): string {
  const lines = text.split('\n');
  const shown = lines.slice(0, LONGEST.lines).map((line) => {
    const rest = line.length - LONGEST.line;
    return rest > 0 ? `${line.slice(0, LONGEST.line)} … and ${rest} more characters` : line;
  });
  const rest = lines.length - LONGEST.lines;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more lines`] : [])].join('\n');
}

const toBrowsers = (_config: unknown, { command, isSsrBuild }: ConfigEnv) =>
  command === 'build' && isSsrBuild !== true;

const MAP_WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs';

/** Vite packs a worker with all it imports; as one more entry the map's worker shares its bulk with the map. */
const sharedMapWorker: Plugin = {
  name: 'shared-map-worker',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id === `${MAP_WORKER}?worker&url` ? '\0map-worker-url' : undefined),
  load(id, { ssr = false } = {}) {
    if (id !== '\0map-worker-url') return undefined;
    // The server draws no map.
    if (ssr) return "export default '';";
    const worker = this.emitFile({ type: 'chunk', id: MAP_WORKER, name: 'map-worker' });
    return `export default import.meta.ROLLUP_FILE_URL_${worker};`;
  },
};

const documents = new Marked({
  renderer: {
    /** Sections can be linked to by their words. */
    heading({ tokens, depth, text }) {
      const id = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
      return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
  },
});

/** A page of the documentation is HTML by the time it is built: no reader's browser needs a reader of Markdown. */
const documentation: Plugin = {
  name: 'documentation',
  transform: {
    filter: { id: /\.md$/ },
    handler: (markdown) => ({
      code: `export default ${JSON.stringify(documents.parse(markdown))};`,
      map: null,
    }),
  },
};

/** A build is for people to use, also where a test run asks for it: React's development build is twice the size. */
const forProduction: Plugin = {
  name: 'for-production',
  apply: 'build',
  config() {
    process.env.NODE_ENV = 'production';
  },
};

/** The same sources once more, for the server: one folder that needs no package beside it. */
const forServer: Plugin = {
  name: 'for-server',
  apply: (_config, { isSsrBuild }) => isSsrBuild === true,
  config: () => ({
    build: { outDir: '../dist/server', emptyOutDir: true, manifest: false, target: 'node24' },
    ssr: { noExternal: true },
  }),
};

/** Brotli at its best takes seconds: done once here, so that the server only has to hand the file out. */
const compressed: Plugin = {
  name: 'compressed',
  apply: toBrowsers,
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.keys(bundle)) {
      if (!/\.(js|css|svg|html)$/.test(file)) continue;
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(readFileSync(join(dir, file))));
    }
  },
};

const WEEK_MS = 7 * 24 * 3600 * 1000;
/** Pages opened before a build, and servers started before it, still ask for parts of the one they know. */
const earlierBuilds: Plugin = {
  name: 'earlier-builds',
  apply: toBrowsers,
  writeBundle({ dir = '' }) {
    const assets = join(dir, 'assets');
    for (const file of readdirSync(assets))
      if (statSync(join(assets, file)).mtimeMs < Date.now() - WEEK_MS) rmSync(join(assets, file));
  },
};

const source = (path: string) => resolve(import.meta.dirname, 'web', path);

const TESTS = ['{server,db,web,fixtures}/**/*.test.{ts,tsx}'];
const DB_TESTS = ['{server,db,web,fixtures}/**/*.db.test.{ts,tsx}'];
const BROWSER_TESTS = ['web/**/*.browser.test.ts'];
/** Of browser tests it is not, for there the browser itself is unpacked, once for all runs. */
const TEMPORARY = 'server/testing-temporary-folder.ts';
const DATABASE = ['db/testing-postgres.ts', 'server/testing-demonstration.ts'];
/** The first to ask for the demonstration waits until it is loaded, which takes minutes on a busy machine. */
const PATIENCE = { hookTimeout: 900_000 };

export default defineConfig({
  root: 'web',
  publicDir: false,
  // A site may lie below a path: what is built asks for its parts beside itself.
  base: './',
  plugins: [react(), documentation, forProduction, forServer, sharedMapWorker, compressed, earlierBuilds],
  build: {
    outDir: '../dist/web',
    emptyOutDir: false,
    manifest: true,
    target: 'es2022',
    // MapLibre's own size; what may weigh how much is kept by web/every-page.browser.test.ts.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          groups: chunkGroups(source('index.html'), source('features/home/home-page.tsx')),
        },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 3000}` } },
  test: {
    root: '.',
    // Long enough for a machine that others work on too: how fast anything is belongs into the bench.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // What is waited for comes when it comes: a second, as Vitest has it, is too short for a page on a busy machine.
    expect: { poll: { timeout: 20_000 } },
    // On a machine of two cores one more than those: half of what a browser test takes is waiting.
    maxWorkers: Math.max(3, Math.floor(availableParallelism() / 2)),
    diff: { truncateThreshold: LONGEST.lines },
    reporters: [shortFaults, 'default', closingLine],
    projects: [
      {
        extends: true,
        // Files of one worker share what they import, which otherwise is most of their time: pure functions keep nothing.
        test: {
          name: 'unit',
          include: TESTS,
          exclude: [...DB_TESTS, ...BROWSER_TESTS],
          isolate: false,
          globalSetup: TEMPORARY,
        },
      },
      {
        extends: true,
        test: { name: 'db', include: DB_TESTS, globalSetup: [...DATABASE, TEMPORARY], ...PATIENCE },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: BROWSER_TESTS,
          globalSetup: ['web/testing-build.ts', ...DATABASE, 'web/testing-site.ts'],
          ...PATIENCE,
        },
      },
    ],
  },
});
