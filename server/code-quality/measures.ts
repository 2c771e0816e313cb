import { circlesAmong } from './circles.ts';
import { duplicates } from './duplicates.ts';
import { parseFile } from './parsed-file.ts';
import { sourceFiles } from './source-files.ts';
import { unused } from './unused.ts';

export const measureNames = [
  'lines of TypeScript without tests',
  'files',
  'lines of a file, median',
  'lines of a file, 95th percentile',
  'lines of a file, at most',
  'functions of more than a line',
  'lines of a function, median',
  'lines of a function, 95th percentile',
  'lines of a function, at most',
  'files in a circle of imports',
  'passages written twice',
  'names exported from more than one file',
  'unused files, exports and packages',
] as const;
export type MeasureName = (typeof measureNames)[number];

interface Measure {
  readonly value: number;
  /** What makes it what it is, the worst first. */
  readonly where: readonly string[];
}

export type CodeMeasures = Readonly<Record<MeasureName, Measure>>;

/**
 * How long, how tangled and how repetitive the project's own TypeScript is, tests aside.
 *
 * @param data files whose length and repetitions do not count.
 */
export function measureCode(data: readonly string[]): CodeMeasures {
  const files = sourceFiles();
  const parsed = files.map(parseFile);
  const code = files.filter(({ path }) => !data.includes(path));
  const lengths = longestFirst(code.map(({ path, lines }) => ({ lines, place: path })));
  const functions = longestFirst(
    parsed.flatMap((file) =>
      file.functions
        .filter(({ lines }) => lines > 1)
        .map(({ path, line, lines }) => ({ lines, place: `${path}:${line}` })),
    ),
  );
  const circles = circlesAmong(parsed);
  const exporting = Map.groupBy(
    parsed.flatMap(({ path, exports }) => exports.map((name) => ({ name, path }))),
    ({ name }) => name,
  );
  // Every migration has its up(), which is found by that name.
  const namesakes = [...exporting].flatMap(([name, from]) =>
    from.length > 1 && !from.every(({ path }) => path.startsWith('db/migrations/'))
      ? [`${name}: ${from.map(({ path }) => path).join(', ')}`]
      : [],
  );
  return {
    'lines of TypeScript without tests': of(files.reduce((sum, { lines }) => sum + lines, 0)),
    files: of(files.length),
    'lines of a file, median': of(quantile(lengths, 0.5)),
    'lines of a file, 95th percentile': of(quantile(lengths, 0.95)),
    'lines of a file, at most': of(quantile(lengths, 1), written(lengths)),
    'functions of more than a line': of(functions.length),
    'lines of a function, median': of(quantile(functions, 0.5)),
    'lines of a function, 95th percentile': of(quantile(functions, 0.95)),
    'lines of a function, at most': of(quantile(functions, 1), written(functions)),
    'files in a circle of imports': of(
      circles.flat().length,
      circles.map((circle) => circle.join(' <-> ')),
    ),
    'passages written twice': counted(duplicates(data)),
    'names exported from more than one file': counted(namesakes),
    'unused files, exports and packages': counted(unused()),
  };
}

interface Length {
  readonly lines: number;
  readonly place: string;
}

/** So many of the longest are named. */
const NAMED = 60;

const of = (value: number, where: readonly string[] = []): Measure => ({ value, where });
const counted = (where: readonly string[]): Measure => ({ value: where.length, where });
const longestFirst = (lengths: readonly Length[]) => lengths.toSorted((a, b) => b.lines - a.lines);
const written = (lengths: readonly Length[]) =>
  lengths.slice(0, NAMED).map(({ lines, place }) => `${lines} ${place}`);

/** The shortest length that at least this share do not exceed (nearest rank). */
function quantile(longest: readonly Length[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * longest.length));
  const found = longest.at(-rank);
  if (found === undefined) throw new Error('there is nothing to measure');
  return found.lines;
}
