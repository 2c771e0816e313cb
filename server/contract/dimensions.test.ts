import { expect, test } from 'vitest';
import { ethnicSchemes, nestedEthnicSchemes } from './dimensions.ts';

const groupsOf = (scheme: string): string[] =>
  ethnicSchemes.find(({ id }) => id === scheme)?.groups.map(({ id }) => id) ?? [];

test.each(nestedEthnicSchemes)(
  'every group of $finer lies in one of $coarser, and none of those is empty',
  ({ finer, coarser, groupOf }) => {
    expect(Object.keys(groupOf).sort()).toEqual(groupsOf(finer).sort());
    expect([...new Set(Object.values(groupOf))].sort()).toEqual(groupsOf(coarser).sort());
  },
);

test('a group of the nineteen lies in the one of the five its label begins with', () => {
  const nested = nestedEthnicSchemes.find(({ finer }) => finer === 'census-2021-19');
  const scheme = ethnicSchemes.find(({ id }) => id === 'census-2021-19');
  for (const { id, label } of scheme?.groups ?? []) {
    if (id !== 'unknown') expect(label.split(':')[0]?.toLowerCase()).toBe(nested?.groupOf[id]);
  }
});
