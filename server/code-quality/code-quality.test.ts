/** The limits of `limits.ts`, and that what measures them finds what there is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { duplicates } from './duplicates.ts';
import { data, limits } from './limits.ts';
import { measureCode, measureNames } from './measures.ts';
import { sourceFiles } from './source-files.ts';

const found = measureCode(Object.keys(data));

describe('the code keeps its limits', () => {
  const kept = measureNames.flatMap((name) => {
    const limit = limits[name];
    return limit === undefined ? [] : [[name, limit.limit, found[name]] as const];
  });
  test.each(kept)('%s: %i', (_name, limit, { value, where }) => {
    expect(value, where.join('\n')).toBeLessThanOrEqual(limit);
  });
});

test('files left out as data are there, longer than most code may be, and say why', () => {
  const lengths = new Map(sourceFiles().map(({ path, lines }) => [path, lines]));
  const longest = limits['lines of a file, 95th percentile']?.aim ?? 0;
  for (const [path, reason] of Object.entries(data)) {
    expect(lengths.get(path), path).toBeGreaterThan(longest);
    expect(reason).not.toBe('');
  }
});

test('a passage of ten lines that two files share is found, and a test that repeats it is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'written-twice-'));
  try {
    const passage = Array.from(
      { length: 12 },
      (_, at) => `export const part${at} = [${at}, ${at + 1}].map((one) => one * ${at});\n`,
    );
    for (const name of ['one.ts', 'two.ts', 'three.test.ts', 'left-out.ts'])
      writeFileSync(join(folder, name), passage.join(''));
    const pairs = duplicates(['left-out.ts'], folder);
    expect(pairs).toHaveLength(1);
    expect(pairs[0]).toMatch(/(one|two)\.ts:1-\d+ and (one|two)\.ts:1-\d+/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
