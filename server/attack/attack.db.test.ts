/** The attack through HTTP, on a table in our shape: open by the rules for single cells alone, closed once it is proved. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { boundsAt } from '../disclosure/bounds/cell-bounds.ts';
import { deduce } from '../disclosure/bounds/deduction.ts';
import { publishedBounds } from '../disclosure/bounds/published-table.ts';
import { isInferred } from '../disclosure/bounds/sensitivity.ts';
import { suppressPrimary } from '../disclosure/suppress/primary.ts';
import { cellName } from '../disclosure/table/layout.ts';
import { testPlace } from '../ingest/testing.ts';
import { runWithdraw } from '../publish/withdraw.ts';
import { shareOf } from '../testing-share.ts';
import { createApi } from './api.ts';
import { type AttackReport, attack } from './attack.ts';
import { clock, serving } from './testing-server.ts';
import {
  catalogueShape,
  type InnerCell,
  publishShape,
  seededShape,
  shapeAsTable,
  shapeFrom,
  shapeTable,
} from './testing-shape.ts';

const timeout = 600_000;

/** A server on which this table, and nothing else, is published. */
const serve = (cells: readonly InnerCell[], options: { readonly rulesOnly?: boolean } = {}) =>
  serving((owner) => publishShape(owner, cells, options));

const attackOn = (address: string, withheldIsSmall: boolean, seconds = 0) =>
  attack(createApi(address), { log: () => {}, now: clock(), seconds, withheldIsSmall });

/** What can be inferred from the whole table as the rules for single cells publish it. */
function inferredFrom(cells: readonly InnerCell[]): Map<string, [number, number]> {
  const primary = suppressPrimary(shapeAsTable(cells));
  const bounds = deduce(primary.table, publishedBounds(primary));
  const inferred = [...primary.sensitive.keys()].filter((cell) =>
    isInferred(primary, cell, boundsAt(bounds, cell)),
  );
  return new Map(
    inferred.map((cell) => {
      const { lowest, highest } = boundsAt(bounds, cell);
      return [cellName(primary.table, cell), [lowest, highest]];
    }),
  );
}

const inferences = ({ exact, belowFour }: AttackReport) =>
  new Map(
    [...exact, ...belowFour].map(({ cell, lowest, highest }) => [
      cell.replace(/^.*?: /, ''),
      [lowest, highest],
    ]),
  );

beforeAll(catalogueShape);

/** Three wards of the table in our shape: quickly published, and open all the same. */
const few = seededShape(1, ['W01', 'W02', 'W10']);

test('with protection off the attack infers every count that can be inferred, and each rightly', {
  timeout,
}, async () => {
  const server = await serve(few, { rulesOnly: true });
  try {
    const report = await attackOn(server.address, true);
    expect(report.contradictions).toEqual([]);
    expect(inferences(report)).toEqual(inferredFrom(few));
    const table = shapeAsTable(few);
    const truth = new Map([...table.truth.entries()].map(([cell, count]) => [cellName(table, cell), count]));
    expect(report.exact.length).toBeGreaterThan(0);
    for (const { cell, lowest } of report.exact) expect(truth.get(cell.replace(/^.*?: /, ''))).toBe(lowest);
  } finally {
    await server.close();
  }
});

test('with protection on it infers none, by linear programs either', { timeout }, async () => {
  const server = await serve(few);
  try {
    const report = await attackOn(server.address, false, 30);
    expect(report.figures).toBeGreaterThan(1000);
    expect(report.cells).toBeGreaterThan(1000);
    expect(report.programs).toBeGreaterThan(10);
    expect([report.exact, report.belowFour, report.contradictions]).toEqual([[], [], []]);
  } finally {
    await server.close();
  }
});

test('where a figure was withdrawn it infers none either', { timeout }, async () => {
  const [ward = '', ethnic_group] = ['W01', 'census-2021-5/black'];
  const server = await serving(async (owner) => {
    await publishShape(owner, few);
    const { figures, what } = await runWithdraw(
      {
        kind: 'figures',
        indicator: shapeTable.with,
        period: '2024-25',
        area: ward,
        stratum: { ethnic_group, age_band: 'all' },
      },
      {
        database: owner,
        place: testPlace,
        now: () => new Date('2026-01-06T09:00:00Z'),
        by: 'A. Steward',
        reason: 'typed wrong',
      },
    );
    // Those with it, those without and all people: of the ward, its neighbourhood and the place, of the group and of everybody.
    expect(what).toContain('with the sums it is part of');
    expect(figures.map((one) => one.figures)).toEqual([6, 6, 6]);
  });
  try {
    const report = await attackOn(server.address, false, 30);
    expect(report.programs).toBeGreaterThan(10);
    expect([report.exact, report.belowFour, report.contradictions]).toEqual([[], [], []]);
  } finally {
    await server.close();
  }
});

const given = process.env.DISCLOSURE_TABLE;
/** With the counts known to be open of the file that may be named. */
const whole = [
  // Minutes of publishing: three wards of it are attacked above in any run.
  ...shareOf([{ name: 'seed 1', cells: () => seededShape(1) }], []),
  ...(given === undefined
    ? []
    : [{ name: given, cells: () => shapeFrom(readFileSync(given, 'utf8')), inferred: 335, exactly: 29 }]),
] as const;

test.each(whole)(
  'of the whole table in our shape, $name, all that primary suppression leaves open is inferred',
  { timeout },
  async ({ cells, ...known }) => {
    const inner = cells();
    const expected = inferredFrom(inner);
    const server = await serve(inner, { rulesOnly: true });
    try {
      const report = await attackOn(server.address, true);
      expect(inferences(report)).toEqual(expected);
      expect(report.exact.length).toBeGreaterThan(0);
      if ('inferred' in known)
        expect([expected.size, report.exact.length]).toEqual([known.inferred, known.exactly]);
    } finally {
      await server.close();
    }
  },
);
