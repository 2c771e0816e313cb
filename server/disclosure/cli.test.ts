/** `npm run protect` on files as somebody would write them: what it says, what it writes, and what it refuses. */
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { runProgram } from '../testing-process.ts';
import { runProtect } from './cli.ts';

const HIERARCHIES = '{"ward":["ward","nb"],"group":["group"],"out":["out"]}';
const WARDS = { Ash: 'North', Birch: 'North', Elm: 'South', Oak: 'South' };
const cells = Object.entries(WARDS).flatMap(([ward, nb], w) =>
  ['x', 'y'].flatMap((group, g) =>
    ['with', 'without'].map((out, o) => ({ ward, nb, group, out, n: 20 + 9 * w + 14 * g + 5 * o })),
  ),
);
type Cell = (typeof cells)[number];

/** The table, with some people changed: one count of three among large ones, unless said otherwise. */
function innerFile(change: (cell: Cell) => Partial<Record<keyof Cell, string | number>> = few): string {
  const lines = cells.map((cell) => Object.values({ ...cell, ...change(cell) }).join());
  return ['ward,nb,group,out,n', ...lines].join('\n');
}
const isOne = ({ ward, group, out }: Cell) => ward === 'Elm' && group === 'x' && out === 'with';
const few = (cell: Cell) => (isOne(cell) ? { n: 3 } : {});

interface Files {
  readonly inner?: string;
  readonly hierarchies?: string;
  readonly margins?: string;
}

function run({ inner = innerFile(), hierarchies = HIERARCHIES, margins }: Files = {}, reasons?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'protect-'));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const out = join(folder, 'published.csv');
  const lines: string[] = [];
  const files = {
    inner: file('inner.csv', inner),
    hierarchies: file('hierarchies.json', hierarchies),
    published: out,
    ...(margins !== undefined && { margins: file('totals.csv', margins) }),
    ...(reasons !== undefined && { reasons }),
  };
  const attempt = () => runProtect(files, { out: (line) => lines.push(line), now: () => 0 });
  return { attempt, lines, written: () => (existsSync(out) ? readFileSync(out, 'utf8') : undefined) };
}

test('every cell is written: small ones and those under secondary suppression withheld, all others rounded', () => {
  const { attempt, lines, written } = run();
  attempt();
  const rows = parse(written() ?? '', { columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(7 * 3 * 3);
  const small = rows.find((row) => row.ward === 'Elm' && row.group === 'x' && row.out === 'with');
  expect(small).toEqual({ ward: 'Elm', group: 'x', out: 'with', status: 'withheld', count: '' });
  for (const { status, count } of rows)
    expect(Number(count) % 5 === 0 && (status === 'shown') === (count !== '')).toBe(true);
  expect(
    rows.find((row) => row.ward === 'North' && row.group === 'Total' && row.out === 'Total')?.count,
  ).toBe('270');
  expect(lines.join('\n')).toMatch(
    /cells +63\n[\s\S]*primary suppression +1\n[\s\S]*holds for all 1 small counts[\s\S]*seconds[\s\S]*peak memory/,
  );
});

function messageOf(attempt: () => void): string {
  try {
    attempt();
    return '';
  } catch (error) {
    return (error as Error).message.replace(/^.*\.(csv|json): /, '');
  }
}

test('the file of reasons is for the owner of the records alone, and gives one for each withheld cell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reasons-'));
  const path = join(folder, 'private.csv');
  writeFileSync(path, 'open to all', { mode: 0o644 });
  const { attempt, written, lines } = run({}, path);
  attempt();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const reasons = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];
  const key = ({ ward, group, out }: Record<string, string>) => [ward, group, out].join();
  const withheld = (parse(written() ?? '', { columns: true }) as Record<string, string>[]).filter(
    ({ status }) => status === 'withheld',
  );
  expect(reasons.map(key)).toEqual(withheld.map(key));
  expect(reasons.filter(({ reason }) => reason === 'small').map(key)).toEqual(['Elm,x,with']);
  expect(reasons.filter(({ reason }) => reason === 'secondary')).toHaveLength(withheld.length - 1);
  expect(written()).not.toMatch(/secondary|quiet/);
  expect(lines.join()).not.toMatch(/Ash|Birch|Elm|Oak|North|South/);
});

test('a small count whose smallness is itself withheld has the reason quiet', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'reasons-')), 'private.csv');
  // Five small wards in one small whole: an intruder who knows each to be small infers that some are below four.
  const { attempt } = run(
    { inner: 'ward,n\nAsh,1\nBirch,1\nCedar,1\nElm,1\nOak,1\n', hierarchies: '{"ward":["ward"]}' },
    path,
  );
  attempt();
  const reasons = readFileSync(path, 'utf8');
  expect(reasons).toContain(',quiet\n');
  expect(reasons).not.toContain(',secondary\n');
});

test('reasons are never written where the public reads', () => {
  const files = { inner: 'inner.csv', hierarchies: 'h.json', published: 'a.csv', reasons: './a.csv' };
  expect(() => runProtect(files, { out: () => {}, now: () => 0 })).toThrow(
    '--reasons and --out name the same file',
  );
});

test('it asks for what it needs', async () => {
  const command = async (...args: string[]) => {
    const { code, out, err } = await runProgram(['server/disclosure/cli.ts', ...args], {});
    return [code, out, err.split('\n')[0]];
  };
  expect(await command()).toEqual([1, '', 'name one file of inner cells']);
  expect(await command('inner.csv', '--out', 'a.csv')).toEqual([1, '', '--hierarchies is missing']);
  expect(await command('inner.csv', '--hierarchies', 'h.json')).toEqual([1, '', '--out is missing']);
});

/** The true totals of every level, as a file. */
function totals(change: (line: string) => string | undefined = (line) => line): string {
  const { attempt, written } = run({ inner: innerFile(() => ({})) });
  attempt();
  const codes = (parse(written() ?? '', { columns: true }) as Record<string, string>[]).map(
    ({ ward, group, out }) => ({ ward, group, out }),
  );
  const lines = codes
    .filter(({ ward = '', group, out }) => !(ward in WARDS) || group === 'Total' || out === 'Total')
    .map(({ ward = '', group, out }) => {
      const inside = cells.filter(
        (cell) =>
          ['Total', cell.ward, cell.nb].includes(ward) &&
          ['Total', cell.group].includes(group ?? '') &&
          ['Total', cell.out].includes(out ?? ''),
      );
      return `${ward},${group},${out},${inside.reduce((sum, { n }) => sum + n, 0)}`;
    });
  return ['ward,group,out,n', ...lines.flatMap((line) => change(line) ?? [])].join('\n');
}

test('totals that came with the table are checked first', () => {
  const { attempt, written } = run({ inner: innerFile(() => ({})), margins: totals() });
  attempt();
  expect(written()).toBeDefined();
});

const whole = { inner: innerFile(() => ({})) };
const wrong: readonly (readonly [what: string, files: Files, said: string | RegExp])[] = [
  [
    'parts that do not add up to their total',
    { ...whole, margins: totals((line) => line.replace(/^North,x,Total,.*/, 'North,x,Total,99')) },
    /line \d+: the total for ward=North, group=x, out=Total is not what its parts add up to; right is the sum of its inner cells$/,
  ],
  [
    'a missing total',
    { ...whole, margins: totals((line) => (line.startsWith('South,y,Total') ? undefined : line)) },
    'the total for ward=South, group=y, out=Total is missing',
  ],
  [
    'a total of no cell',
    { ...whole, margins: `${totals()}\nWest,x,Total,10` },
    'the table has no cell ward=West, group=x, out=Total',
  ],
  [
    'a group that is part of itself',
    { hierarchies: '{"ward":["ward","nb","ward"],"group":["group"],"out":["out"]}' },
    /ward -> nb -> ward names a column twice|lies in/,
  ],
  [
    'a code on two levels',
    { inner: innerFile((cell) => (cell.nb === 'North' ? { nb: 'Elm' } : {})) },
    'the code Elm stands in columns ward and nb; it would be part of itself',
  ],
  [
    'an area in two groups',
    { inner: innerFile((cell) => (isOne(cell) ? { nb: 'North' } : {})) },
    /Elm lies in .* and in .*; it can lie in one only/,
  ],
  [
    'a count below zero',
    { inner: innerFile((cell) => (isOne(cell) ? { n: -3 } : {})) },
    /line \d+: n must be a whole number of people, zero or more; this is none$/,
  ],
  [
    'a count that is no number',
    { inner: innerFile((cell) => (isOne(cell) ? { n: '3.5' } : {})) },
    /line \d+: n must be a whole number of people, zero or more; this is none$/,
  ],
  [
    'a missing cell',
    { inner: innerFile().replace(/\nElm,South,x,with,3/, '') },
    'no count for ward=Elm, group=x, out=with: give every inner cell, with 0 where there is nobody',
  ],
  [
    'a cell given twice',
    { inner: `${innerFile()}\nElm,South,x,with,3` },
    /line 18: the cell .*Elm.* is given twice/,
  ],
  [
    'a column the file has not',
    { hierarchies: '{"ward":["ward","region"],"group":["group"],"out":["out"]}' },
    'the column region is missing; the file has ward, nb, group, out, n',
  ],
  [
    'a code called Total',
    { inner: innerFile((cell) => (cell.group === 'x' ? { group: 'Total' } : {})) },
    'holds the code Total',
  ],
  [
    'an empty code',
    { inner: innerFile((cell) => (isOne(cell) ? { group: '' } : {})) },
    'holds an empty code',
  ],
  ['hierarchies that are not JSON', { hierarchies: '{"ward":' }, 'the hierarchies are not JSON'],
  [
    'hierarchies that take people for a code',
    { hierarchies: '{"ward":["ward","n"],"group":["group"],"out":["out"]}' },
    'the column n counts people, so it cannot be a code',
  ],
  [
    'a file without a header',
    { inner: innerFile().replace(/^.*\n/, '') },
    'the first line holds numbers, so it is no header',
  ],
  [
    'a quote in mid-cell',
    { inner: innerFile((cell) => (isOne(cell) ? { n: '"3"1' } : {})) },
    /the file is not well-formed CSV; right are as many cells in every line/,
  ],
  [
    'a line cut short',
    { inner: innerFile().replace(/,3$/m, '') },
    /line \d+: the file is not well-formed CSV/,
  ],
  [
    'hierarchies that are no chains',
    { hierarchies: '{"ward":"ward"}' },
    'dimension ward: its chain must be a list of columns',
  ],
  ['a file without cells', { inner: 'ward,nb,group,out,n\n' }, 'the file holds no cells'],
];

test.each(wrong)('%s is refused by name, and nothing is written', (_, files, said) => {
  const { attempt, written } = run(files);
  expect(attempt).toThrow(said);
  expect(written()).toBeUndefined();
});

test.each(wrong)('refusing %s repeats no count of people', (_, files) => {
  const said = messageOf(run(files).attempt);
  // Where lines are, and what it would be right to write, may be numbers.
  const numbers = said.replaceAll(/line \d+/g, '').match(/\d+(\.\d+)?/g) ?? [];
  expect(numbers.filter((number) => number !== '0')).toEqual([]);
});

test('of a handful of people nothing is shown at all', () => {
  const { attempt, lines, written } = run({
    inner: 'ward,n\nAsh,1\nBirch,2\n',
    hierarchies: '{"ward":["ward"]}',
  });
  attempt();
  expect(written()).toBe('ward,status,count\nAsh,withheld,\nBirch,withheld,\nTotal,withheld,\n');
  expect(lines.join('\n')).toContain('holds for all 3 small counts');
});
