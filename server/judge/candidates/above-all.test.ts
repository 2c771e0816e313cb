import { expect, test } from 'vitest';
import { ONE_ABOVE_ALL } from '../figures/counted-estimate.ts';
import { PartFigures, type StoredFigure } from '../figures/part.ts';
import { isTested } from '../figures/two-figures.ts';
import { groupFigures } from '../groups/group-figures.ts';
import { judgeTogether } from '../judge.ts';
import { lookUp } from '../look-up.ts';
import { town } from '../testing-town.ts';
import { areaCandidate, areaCandidates } from './of-areas.ts';
import { groupCandidates } from './of-groups.ts';

const { place, snapshot, wards, question, rows } = town;

/** The figures of the town, but for one with more people counted than its population holds. */
const withAbove = (series: number, area: string): StoredFigure[] =>
  rows.map((row) =>
    row.series_id === series && row.area_code === area && row.period === '2024-25'
      ? { ...row, numerator: (row.denominator ?? 0) + 1, value: 101, interval: 'none' }
      : row,
  );
const ofWards = (all: readonly StoredFigure[]) =>
  all.filter(({ series_id, period }) => series_id === 1 && period === '2024-25');
const reasons = (candidates: ReturnType<typeof areaCandidates>) =>
  candidates.map(({ outcome }) => (isTested(outcome) ? 'tested' : outcome.reason));

test('no ward of a map is tested once one counts more people than its population holds', () => {
  expect(reasons(areaCandidates(wards, ofWards(rows), snapshot, place))).toEqual(['tested', 'tested']);
  const above = ofWards(withAbove(1, 'E05000002'));
  expect(reasons(areaCandidates(wards, above, snapshot, place))).toEqual([
    ONE_ABOVE_ALL,
    'More are counted than there are to be counted among.',
  ]);
});

test('an area of another place with such a figure takes nothing from those here', () => {
  const elsewhere = ofWards(withAbove(1, 'E05000002')).map((row) =>
    row.area_code === 'E05000002' ? { ...row, area_code: 'E05000099' } : row,
  );
  expect(reasons(areaCandidates(wards, elsewhere, snapshot, place))).toEqual([
    'tested',
    'It is not a part of Exampleton.',
  ]);
});

test('no group of an area is tested once one counts more people than its population holds', () => {
  const found = (all: readonly StoredFigure[]) =>
    groupFigures(question, new PartFigures(all, null), '2024-25');
  expect(reasons(groupCandidates(question, '2024-25', found(rows)))).toEqual(['tested', 'tested']);
  const [asian, white] = reasons(groupCandidates(question, '2024-25', found(withAbove(2, place.code))));
  expect(asian).toBe('More are counted than there are to be counted among.');
  expect(white).toBe(ONE_ABOVE_ALL);
});

test('a page that shows one ward alone says why, from what was stored', () => {
  const above = ofWards(withAbove(1, 'E05000002'));
  const judged = judgeTogether(areaCandidates(wards, above, snapshot, place));
  const [row] = above.filter(({ area_code }) => area_code === 'E05000001');
  const whole = above.find(({ area_code }) => area_code === place.code);
  if (row === undefined) throw new Error('the town has a ward named Ash');
  const alone = areaCandidate(wards, row, whole, snapshot, place);
  expect(isTested(alone.outcome)).toBe(true);
  expect(lookUp([alone], judged).get(alone.id)).toMatchObject({
    verdict: 'not-compared',
    couldBeChance: false,
    untested: ONE_ABOVE_ALL,
  });
});

test('what an earlier release answered stands, whatever the rule is now', () => {
  const earlier = judgeTogether(areaCandidates(wards, ofWards(rows), snapshot, place));
  const now = areaCandidates(wards, ofWards(withAbove(1, 'E05000002')), snapshot, place);
  for (const [id, answer] of lookUp(now, earlier)) {
    expect(answer).toEqual(earlier.answers.get(id));
    expect(answer.verdict).not.toBe('not-compared');
  }
});
