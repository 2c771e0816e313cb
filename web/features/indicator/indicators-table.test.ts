import { expect, test } from 'vitest';
import { indicatorFacts } from './indicators-table.tsx';

const held = { areaTypes: ['ward', 'country'], latestPeriod: '2021', basis: ['published'] } as const;
const facts = (dates?: Record<string, string>) =>
  indicatorFacts({
    areaTypes: [...held.areaTypes],
    latestPeriod: held.latestPeriod,
    basis: [...held.basis],
    ...(dates && { dates }),
  });

test('an indicator is as new as its period', () => {
  expect(facts()).toBe('wards; newest: 2021; published');
});
test('one made of sources of two dates names both, as every page of it does', () => {
  expect(facts({ '2021': 'Indices of 2025, residents of 2021' })).toBe(
    'wards; newest: Indices of 2025, residents of 2021; published',
  );
});
