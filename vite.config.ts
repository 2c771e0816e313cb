import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';

/** CI reads a plain closing line; Vitest's own carries colours and columns. */
const closingLine: Reporter = {
  onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<unknown>) {
    let passed = 0;
    let failed = errors.length;
    for (const module of modules) {
      let testsFailed = 0;
      for (const test of module.children.allTests()) {
        if (test.result().state === 'failed') testsFailed++;
        else passed++;
      }
      // A file that cannot be loaded fails without any test of its own having run.
      failed += testsFailed === 0 && module.state() === 'failed' ? 1 : testsFailed;
    }
    process.on('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  },
};

export default defineConfig({
  root: 'web',
  publicDir: false,
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, manifest: true, target: 'es2022' },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env.PORT ?? 3000}` } },
  test: {
    root: '.',
    include: ['server/**/*.test.ts', 'db/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'fixtures/**/*.test.ts'],
    globalSetup: ['db/testing-postgres.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', closingLine],
  },
});
