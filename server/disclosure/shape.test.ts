/**
 * A table of the shape and size that this product publishes, protected and then checked by code that has nothing to do
 * with ours; `npm run bench -- long` does so with many, and twice the size. `DISCLOSURE_TABLE` names a file of inner cells to check as well: columns ward, eth, grp, out, nb, eth5, n.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shapeCells, shapeFile, shapeHierarchies } from '../../fixtures/generate/shape.ts';
import { check } from './testing-independent-check.ts';
import { type Protected, protectedApart, protectedHere } from './testing-protect.ts';

interface Sample {
  readonly name: string;
  readonly csv: string;
  readonly hierarchies: Readonly<Record<string, readonly string[]>>;
  /** Cells under secondary suppression at most, as a share of the small counts. */
  readonly most: number;
  readonly open?: Protected['before'];
}

const given = process.env.DISCLOSURE_TABLE;
const samples: readonly Sample[] = [
  { name: 'seed 1', csv: shapeFile(shapeCells(1)), hierarchies: shapeHierarchies, most: 0.27 },
  ...(given === undefined
    ? []
    : [
        {
          name: given,
          csv: readFileSync(given, 'utf8'),
          hierarchies: { ward: ['ward', 'nb'], eth: ['eth', 'eth5'], grp: ['grp'], out: ['out'] },
          most: 0.16,
          open: { small: 1625, inferred: 335, exactly: 29 },
        },
      ]),
];

/** Long enough for a slow machine; how fast it is belongs into the bench. */
const timeout = 600_000;

test.each(samples)(
  'a table in our shape, $name: primary suppression alone leaves counts to infer; protected, every witness and every bound passes an independent check',
  { timeout },
  async ({ csv, hierarchies, most, open }) => {
    const { claim, report, before } = await protectedApart(csv, hierarchies);
    expect(before.exactly).toBeGreaterThan(0);
    if (open !== undefined) expect(before).toEqual(open);
    expect(report.open).toEqual([]);
    const { failures, small, cells } = check(claim);
    expect(failures).toEqual([]);
    expect([small, cells]).toEqual([before.small, report.cells]);
    expect(report.primary + report.quiet).toBe(small);
    expect(report.secondary / small).toBeLessThanOrEqual(most);
  },
);

/** A check that cannot fail proves nothing: each kind of mistake is found. */
test('the check finds a count shown wrongly, a witness that does not fit, and a small count without one', () => {
  const { claim } = protectedHere({
    csv: 'area,group,n\nA,x,12\nA,y,5\nB,x,31\nB,y,4\nC,x,23\nC,y,9\n',
    hierarchies: '{"area":["area"],"group":["group"]}',
  });
  expect(check(claim).failures).toEqual([]);
  const wrong = (what: Partial<typeof claim>) => check({ ...claim, ...what }).failures.length;
  expect(wrong({ csv: claim.csv.replace('A,x,shown,10', 'A,x,shown,15') })).toBeGreaterThan(0);
  expect(wrong({ csv: claim.csv.replace('A,y,withheld,', 'A,y,shown,5') })).toBeGreaterThan(0);
  expect(wrong({ witnesses: [...claim.witnesses, new Map([['A|x', 40]])] })).toBeGreaterThan(0);
  expect(wrong({ witnesses: [] })).toBeGreaterThan(0);
  expect(wrong({ reasons: claim.reasons.replace('small', 'secondary') })).toBeGreaterThan(0);
  expect(wrong({ bounds: new Map([...claim.bounds, ['B|x', [0, 30]]]) })).toBeGreaterThan(0);
});
