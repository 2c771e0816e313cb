/** The attack on a table of doses through HTTP: what dates and doses tell together, and that protection keeps it. */
import { expect, test } from 'vitest';
import { createApi } from './api.ts';
import { attack } from './attack.ts';
import type { Finding } from './judge.ts';
import { type FewCounts, publishDoses } from './testing-doses.ts';
import { clock, serving } from './testing-server.ts';

const timeout = 600_000;

/**
 * On 30 June the three wards come to 17 first doses, shown as 15, and two of them are shown as 10, which is 8 at least:
 * for the third one is left. What it had in March, and of second doses, follows from that alone: 15 less 10 leaves more.
 */
const few: FewCounts = {
  'W1 black 80-plus 2021-03-31': [5, 0],
  'W2 black 80-plus 2021-03-31': [1, 0],
  'W3 black 80-plus 2021-03-31': [8, 0],
  'W1 black 80-plus 2021-06-30': [8, 5],
  'W2 black 80-plus 2021-06-30': [1, 1],
  'W3 black 80-plus 2021-06-30': [8, 8],
};
const cell = (stage: string) =>
  `covid-19-vaccination, release 1: area=W2, ethnicGroup=census-2021-5/black, ageBand=80-plus, stage=${stage}`;

async function attackOn(address: string, withheldIsSmall: boolean, seconds: number) {
  return attack(createApi(address), { log: () => {}, now: clock(), seconds, withheldIsSmall });
}

test('with protection off, a small count gives away those before it and those of the next dose', {
  timeout,
}, async () => {
  const server = await serving((owner) => publishDoses(owner, few, { rulesOnly: true }));
  try {
    const report = await attackOn(server.address, true, 0);
    expect(report.contradictions).toEqual([]);
    const inferred = (findings: readonly Finding[]) => new Map(findings.map((one) => [one.cell, one.lowest]));
    expect(inferred(report.exact)).toEqual(
      new Map([
        [cell('dose-1 2021-06-30'), 1],
        // These follow only from counts that never fall, and doses that need the one before.
        [cell('dose-1 2021-03-31'), 1],
        [cell('dose-2 2021-06-30'), 1],
        [cell('awaiting dose-2 2021-03-31'), 1],
      ]),
    );
    expect(inferred(report.unpublished)).toEqual(
      new Map([[cell('new dose-2 2021-06-30 since 2021-03-31'), 1]]),
    );
    expect(report.belowFour).toEqual([]);
  } finally {
    await server.close();
  }
});

test('with protection on, it infers none, by linear programs either', { timeout }, async () => {
  const server = await serving((owner) => publishDoses(owner, few));
  try {
    const report = await attackOn(server.address, false, 30);
    expect(report.figures).toBeGreaterThan(5000);
    expect(report.cells).toBeGreaterThan(5000);
    expect(report.programs).toBeGreaterThan(10);
    expect([report.exact, report.belowFour, report.unpublished, report.contradictions]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  } finally {
    await server.close();
  }
});
