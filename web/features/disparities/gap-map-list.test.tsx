import { expect, test } from 'vitest';
import { drawnAlone } from '../../testing-router.tsx';
import { GapMapList } from './gap-map-list.tsx';
import { areaOf, gapOf, gapsOf, shownFigure } from './testing-gaps.ts';

const listOf = (basis: 'published' | 'synthetic') =>
  drawnAlone(
    <GapMapList
      reply={gapsOf([areaOf('Ash', shownFigure(29, basis), gapOf(9, 'worse', basis))])}
      onSelect={() => undefined}
    />,
  );

test('areas are listed as proven of real figures only', async () => {
  expect(await listOf('published')).toMatch(
    /Where the gap is proven.*Ash.*\+9\.0 \(\+8\.0 to \+10\.0\) points/,
  );
  expect(await listOf('synthetic')).toBe('');
});
