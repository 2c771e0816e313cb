import { expect, test } from 'vitest';
import { DIFFERENCES_KEPT, PROTECT } from '../contract/policies.ts';
import type { Sensitivity } from '../disclosure/bounds/sensitivity.ts';
import type { Publicity } from '../disclosure/suppress/primary.ts';
import type { Dimension } from '../disclosure/table/dimension.ts';
import { dimensionOf } from '../disclosure/table/hierarchy.ts';
import { cellOf, codesOf } from '../disclosure/table/layout.ts';
import { tableOf } from '../disclosure/table/table.ts';
import type { EarlierRow } from './earlier-tables.ts';

import { proved, rowOf } from './proving.ts';

/** With it by two dates, and those who got it between. */
const stage: Dimension = {
  name: 'stage',
  codes: ['first', 'second', 'between'],
  finest: 2,
  sums: [[1, 0, 2]],
  within: [
    [
      { code: 0, times: 1 },
      { code: 2, times: -1 },
    ],
    [
      { code: 1, times: 1 },
      { code: 2, times: 1 },
    ],
  ],
};
const ward = dimensionOf('ward', [['ward']], [{ ward: 'Ash' }, { ward: 'Birch' }]);
const counts: Readonly<Record<string, number>> = {
  'Ash first': 20,
  'Ash second': 21,
  'Birch first': 10,
  'Birch second': 12,
};
const table = tableOf([ward, stage], (codes) => counts[codes.join(' ')]);
const codes = (cell: number) => codesOf(table, cell).join(' ');
/** Three came in all, as everybody knows; in Birch two at most, as 10 before and a shown 10 after say: so one to three in Ash. */
const known = ['Total first', 'Total second', 'Total between', 'Birch first'];
const rules = {
  publish: (cell: number): Publicity =>
    known.includes(codes(cell)) ? 'known' : codes(cell).endsWith('between') ? 'no' : 'yes',
  sensitivity: (cell: number): Sensitivity => (codes(cell).endsWith('between') ? 'difference' : 'full'),
};
const provedBeside = (earlier: readonly EarlierRow[]) =>
  proved({ id: 'shots', period: '', table }, rules, { earlier, log: () => {} });
const at = (...of: readonly string[]) => cellOf(table, of) ?? -1;

/** The same as it was published when a difference might be told to be few. */
const former = (edition: number): EarlierRow => {
  const now = rowOf(provedBeside([]));
  const statuses = now.statuses.map((status, cell) => (cell === at('Birch', 'second') ? 'shown' : status));
  return { ...now, statuses, truth: [...now.truth], policy: { ...PROTECT, edition } };
};

test('a count is withheld where it would tell a difference to be one to three', () => {
  expect(provedBeside([]).protection.published.statuses[at('Birch', 'second')]).toBe('secondary');
});

test('a status kept in the word of before is read as secondary suppression: the same is shown again', () => {
  const now = rowOf(provedBeside([]));
  const kept = now.statuses.map((status) => (status === 'secondary' ? 'others' : status));
  expect(kept).toContain('others');
  const again = provedBeside([{ ...now, statuses: kept }]);
  expect(again.protection.published.statuses).toEqual(now.statuses);
  expect(again.protection.proof.witnesses).toEqual([]);
});

test('what an edition from before differences were kept has told stays told; all else is proved', () => {
  const beside = provedBeside([former(DIFFERENCES_KEPT - 1)]);
  expect(beside.report.open).toEqual([]);
  expect(beside.protection.proof.witnesses.length).toBeGreaterThan(0);
});

test('an edition from since then that tells a difference is refused, by name and without a count', () => {
  const revised = { ...former(DIFFERENCES_KEPT), policy: { ...PROTECT, roundedTo: 5, largestSmall: 6 } };
  expect(() => provedBeside([revised])).toThrow(
    /shots: the proof fails for 1 small counts.*\n {2}ward=Ash, stage=between$/,
  );
});
