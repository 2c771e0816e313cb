/** Cumulative counts, which never fall, in small random tables of which every possible one can be counted out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PublishedTable } from './bounds/published-table.ts';
import type { Sensitivity } from './bounds/sensitivity.ts';
import { protect } from './protect.ts';
import { type Publicity, suppressPrimary } from './suppress/primary.ts';
import type { Dimension } from './table/dimension.ts';
import { dimensionOf } from './table/hierarchy.ts';
import { codesOf } from './table/layout.ts';
import { tableOf } from './table/table.ts';

const GROUPS = ['A', 'B'] as const;
/** With it by two dates and everybody; then those without it by each date, and those who got it between the dates. */
const CODES = ['first', 'second', 'people', 'without first', 'without second', 'between'];
const stage: Dimension = {
  name: 'stage',
  codes: CODES,
  finest: 3,
  sums: [
    [2, 0, 3],
    [2, 1, 4],
    [1, 0, 5],
  ],
  within: [
    [
      { code: 0, times: 1 },
      { code: 3, times: -1 },
      { code: 5, times: -1 },
    ],
    [
      { code: 1, times: 1 },
      { code: 4, times: -1 },
      { code: 5, times: 1 },
    ],
    [
      { code: 2, times: 1 },
      { code: 3, times: 1 },
      { code: 4, times: 1 },
    ],
  ],
};

type Triple = readonly [first: number, second: number, people: number];
type Counts = Readonly<Record<(typeof GROUPS)[number], Triple>>;

const triples: fc.Arbitrary<Triple> = fc
  .tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }))
  .map(([first, more, others]) => [first, first + more, first + more + others]);
const samples: fc.Arbitrary<Counts> = fc.record({ A: triples, B: triples });

const groups = dimensionOf(
  'group',
  [['group']],
  GROUPS.map((group) => ({ group })),
);
const tableFrom = (counts: Counts) =>
  tableOf([groups, stage], ([group = 'A', code = '']) => counts[group as 'A' | 'B'][CODES.indexOf(code)]);

const codeOf = (published: PublishedTable, cell: number) => codesOf(published.table, cell)[1] ?? '';
const rules = (counts: Counts) => {
  const table = tableFrom(counts);
  const code = (cell: number) => codesOf(table, cell)[1] ?? '';
  const publish = (cell: number): Publicity => {
    if (code(cell) === 'between') return 'no';
    return code(cell).startsWith('without') ? 'implied' : 'yes';
  };
  const sensitivity = (cell: number): Sensitivity => (code(cell) === 'between' ? 'difference' : 'full');
  return { table, options: { publish, sensitivity } };
};

/** The six counts that belong to three. */
const all = ([first, second, people]: Triple) => [
  first,
  second,
  people,
  people - first,
  people - second,
  second - first,
];
const together = (a: Triple, b: Triple): Triple => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** Whether a count fits what is said of a cell, by the rules as they are written. */
function fits(status: string | undefined, truth: number, count: number): boolean {
  if (status === 'small') return count >= 1 && count <= 7;
  if (status === 'shown') {
    const rounded = (people: number) => (people === 0 ? 0 : Math.max(10, 5 * Math.round(people / 5)));
    return count === 0 ? truth === 0 : count > 7 && rounded(count) === rounded(truth);
  }
  if (status === 'known') return count === truth;
  if (status === 'not-small') return truth === 0 ? count === 0 : count > 7;
  return true;
}

const MOST = 34;
/** Every count each cell can have, over all possible tables. */
function possible(published: PublishedTable, counts: Counts): Map<string, Set<number>> {
  const statusOf = new Map(
    [...published.statuses.entries()].map(([cell, status]) => [
      codesOf(published.table, cell).join(),
      status,
    ]),
  );
  const truth: Record<string, number[]> = {
    A: all(counts.A),
    B: all(counts.B),
    Total: all(together(counts.A, counts.B)),
  };
  const isPossible = (group: string, triple: Triple) =>
    all(triple).every((count, at) =>
      fits(statusOf.get([group, CODES[at]].join()), truth[group]?.[at] ?? -1, count),
    );
  const own = (group: string) => {
    const found: Triple[] = [];
    for (let people = 0; people <= MOST; people++)
      for (let second = 0; second <= people; second++)
        for (let first = 0; first <= second; first++)
          if (isPossible(group, [first, second, people])) found.push([first, second, people]);
    return found;
  };
  const seen = new Map<string, Set<number>>();
  const see = (group: string, triple: Triple) => {
    for (const [at, count] of all(triple).entries()) {
      const key = [group, CODES[at]].join();
      seen.set(key, (seen.get(key) ?? new Set()).add(count));
    }
  };
  const ofB = own('B');
  for (const a of own('A')) {
    for (const b of ofB) {
      if (!isPossible('Total', together(a, b))) continue;
      see('A', a);
      see('B', b);
      see('Total', together(a, b));
    }
  }
  return seen;
}

test('of cumulative counts, protected, an intruder infers no small one, and no difference between dates exactly or as one to three', {
  timeout: 300_000,
}, () => {
  let [tried, open] = [0, 0];
  fc.assert(
    fc.property(samples, (counts) => {
      const { table, options } = rules(counts);
      const primary = suppressPrimary(table, options);
      const { published, proof } = protect(table, options);
      fc.pre(proof.inferred.length + proof.unsettled.length === 0);
      const before = possible(primary, counts);
      const after = possible(published, counts);
      for (const [cell, { count }] of published.sensitive) {
        const key = codesOf(table, cell).join();
        const isInferred = (values: ReadonlySet<number> | undefined) => {
          const others = [...(values ?? [])].filter((other) => other !== count);
          if (others.length === 0) return true;
          // That nobody came between two dates is as good as four and more.
          const least = codeOf(published, cell) === 'between' ? 1 : 0;
          return count < 4 && others.every((other) => other >= least && other < 4);
        };
        expect([key, isInferred(after.get(key))]).toEqual([key, false]);
        if (isInferred(before.get(key))) open++;
      }
      tried++;
    }),
    { numRuns: 120, seed: 7 },
  );
  expect(tried).toBe(120);
  // Without protection some can be inferred, so that there is something to protect.
  expect(open).toBeGreaterThan(10);
});

test('where official totals leave only a few people, an intruder cannot infer that there is anybody', () => {
  /** Both groups together lack one to three people by the first date, as everybody knows. */
  const few: fc.Arbitrary<Counts> = fc
    .record({
      first: fc.tuple(fc.integer({ min: 8, max: 14 }), fc.integer({ min: 8, max: 14 })),
      without: fc.constantFrom([1, 0], [1, 1], [2, 0], [2, 1], [0, 3], [3, 0]),
    })
    .map(({ first: [a, b], without: [c = 0, d = 0] }) => ({ A: [a, a, a + c], B: [b, b, b + d] }));
  let open = 0;
  fc.assert(
    fc.property(few, (counts) => {
      const table = tableFrom(counts);
      const stageAt = (cell: number) => codesOf(table, cell)[1] ?? '';
      const isOfGroup = (cell: number) => codesOf(table, cell)[0] !== 'Total';
      const options = {
        publish: (cell: number): Publicity => {
          if (!['first', 'people', 'without first'].includes(stageAt(cell))) return 'no';
          if (!isOfGroup(cell)) return 'known';
          return stageAt(cell) === 'without first' ? 'implied' : 'yes';
        },
        sensitivity: (cell: number): Sensitivity =>
          stageAt(cell) === 'without first' && isOfGroup(cell) ? 'presence' : 'none',
      };
      const primary = suppressPrimary(table, options);
      const { published, proof } = protect(table, options);
      expect([...proof.inferred, ...proof.unsettled]).toEqual([]);
      expect(published.sensitive.size).toBeGreaterThan(0);
      const [before, after] = [possible(primary, counts), possible(published, counts)];
      for (const cell of published.sensitive.keys()) {
        const key = codesOf(table, cell).join();
        expect(published.statuses[cell]).toBe('secondary');
        expect([key, after.get(key)?.has(0)]).toEqual([key, true]);
        if (before.get(key)?.has(0) !== true) open++;
      }
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(open).toBeGreaterThan(5);
});
