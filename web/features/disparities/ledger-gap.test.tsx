import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { answer } from '../../testing-answer.ts';
import { commitmentsBy, LedgerGap } from './ledger-section.tsx';

test('the gap of a commitment that is not adjusted for age says so beside its figure', () => {
  const gap = {
    ...answer,
    period: '2021',
    label: '2021',
    difference: { value: -18.6, lower95: -19, upper95: -18.2 },
    basis: 'published',
    verdict: 'lower',
  } as const;
  const text = (ageAdjusted: boolean | null) =>
    renderToStaticMarkup(<LedgerGap name="Newest gap" gap={gap} entry={{ decimals: 1, ageAdjusted }} />);
  expect(text(false)).toMatch(/−18\.6 \(−19\.0 to −18\.2\) points, 2021, not adjusted for age/);
  for (const adjusted of [true, null]) expect(text(adjusted)).not.toMatch(/adjusted for age/);
});

test('a page by one kind of group lists the commitments about those, and counts the others', () => {
  const [one, two, other] = [{ by: 'ethnicGroup' }, { by: 'ethnicGroup' }, { by: 'deprivation' }] as const;
  expect(commitmentsBy('ethnicGroup', [one, other, two])).toEqual({
    own: [one, two],
    elsewhere: [{ by: 'deprivation', count: 1 }],
  });
  expect(commitmentsBy('deprivation', [one, two])).toEqual({
    own: [],
    elsewhere: [{ by: 'ethnicGroup', count: 2 }],
  });
});
