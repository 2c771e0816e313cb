import { expect, test } from 'vitest';
import type { OverviewRow } from '../../contract/gap-replies.ts';
import { realFirst } from './overview-view.ts';

const row = (indicator: string, kind: string, basis: string): OverviewRow =>
  ({
    indicator,
    kind,
    cells: [{ estimate: { status: 'shown', basis }, gap: { basis } }],
  }) as unknown as OverviewRow;

test('rows of real figures stand before those made up, among outcomes and services and then among the rest', () => {
  const rows = [
    row('made outcome', 'outcome', 'synthetic'),
    row('real outcome', 'outcome', 'published'),
    row('made cause', 'determinant', 'synthetic'),
    row('real service', 'service', 'published'),
    row('real cause', 'determinant', 'published'),
  ];
  expect(realFirst(rows).map(({ indicator }) => indicator)).toEqual([
    'real outcome',
    'real service',
    'made outcome',
    'real cause',
    'made cause',
  ]);
});
