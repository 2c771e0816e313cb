import { describe, expect, test } from 'vitest';
import { orderedRows } from './heat-order.ts';
import { aroundCell, cellText, cellVerdict, groupsLabel, overviewTitle, worseCounts } from './heat-words.ts';
import { gapOf, labelled, nothingCompared, overviewOf, rowOf, shownFigure } from './testing-gaps.ts';

const cell = (group: string, points: number, found: 'worse' | 'better' | 'similar', basis?: 'synthetic') => ({
  ...labelled(group),
  estimate: shownFigure(20 + points, basis ?? 'published'),
  gap: gapOf(points, found, basis ?? 'published'),
});
const withheld = (group: string) => ({
  ...labelled(group),
  estimate: { status: 'withheld', reason: 'small-counts', explanation: 'Small.' } as const,
  gap: nothingCompared,
});

const wide = rowOf('Wide', [cell('black', 9, 'worse'), cell('white', -9, 'better')]);
const narrow = rowOf('Narrow', [cell('black', 1, 'similar'), cell('white', -1, 'similar')]);
const hidden = rowOf('Hidden', [withheld('black'), cell('white', 2, 'worse')]);
const highGood = rowOf('High is good', [cell('black', -4, 'worse'), cell('white', 4, 'better')], {
  polarity: 'higher-is-better',
});
const madeUp = rowOf('Made up', [cell('black', 30, 'worse', 'synthetic')]);
const rows = [narrow, hidden, wide, highGood];
const names = (list: readonly { shortTitle: string }[]) => list.map(({ shortTitle }) => shortTitle);

describe('sorting', () => {
  test('by a group puts the widest gap the wrong way first, whichever way is wrong', () => {
    expect(names(orderedRows(rows, { column: 'black', descending: true }))).toEqual([
      'Wide',
      'High is good',
      'Narrow',
      'Hidden',
    ]);
  });
  test('leaves a withheld cell last both ways', () => {
    expect(names(orderedRows(rows, { column: 'black', descending: false }))).toEqual([
      'Narrow',
      'High is good',
      'Wide',
      'Hidden',
    ]);
  });
  test('by name, and as the aims have them', () => {
    expect(names(orderedRows(rows, { column: 'name', descending: false }))).toEqual([
      'Hidden',
      'High is good',
      'Narrow',
      'Wide',
    ]);
    expect(orderedRows(rows, undefined)).toBe(rows);
  });
});

test('a cell says size and verdict, and never a number for what is withheld', () => {
  const [first, second] = [wide.cells[0], hidden.cells[0]];
  if (first === undefined || second === undefined) throw new Error('the rows have cells');
  expect([cellText(first, wide), cellVerdict(first)]).toEqual(['+9.0', 'Worse']);
  expect([cellText(second, hidden), cellVerdict(second)]).toEqual(['Withheld', '']);
  expect(aroundCell(first, wide)).toEqual(['Wide, Black residents: ', ', 9.0 points higher (8.0 to 10.0)']);
  expect(aroundCell(second, hidden)).toEqual(['Hidden, Black residents: ', '']);
  expect(cellVerdict({ ...first, gap: { ...first.gap, couldBeChance: true, verdict: 'similar' } })).toBe(
    'Could be chance',
  );
});

test('what is made up is marked and makes no headline', () => {
  const [first] = madeUp.cells;
  if (first === undefined) throw new Error('the row has a cell');
  expect(aroundCell(first, madeUp)[1]).toMatch(/, synthetic$/);
  expect(overviewTitle(overviewOf([madeUp]))).not.toContain('Made up');
  expect(worseCounts(overviewOf([wide, madeUp]))).toBe(
    'Of 1 outcome or service with real figures, proven worse: Black residents on 1.',
  );
});

test('the headline is the widest proven gap', () => {
  const largest = [{ indicator: 'Wide', group: 'black', comparison: 'x', reading: '' }];
  expect(overviewTitle(overviewOf([wide, narrow], largest))).toBe(
    'Widest gap proven worse in Elmstead: Black residents, wide, 9.0 points higher',
  );
  expect(overviewTitle(overviewOf([narrow]))).toBe(
    'Gaps in Elmstead: no group is proven worse, of 2 real gaps tested',
  );
});

test('fifths that rank different areas are both named', () => {
  const mixed = overviewOf([rowOf('A', [], { fifths: 'wards' }), rowOf('B', [], { fifths: 'national' })]);
  expect(groupsLabel(mixed)).toBe('Fifths of the wards here; National fifths of small areas (LSOAs)');
  expect(groupsLabel(overviewOf([wide]))).toBe('Census 2021, five groups');
});

test('a gap that was adjusted for age says so in the headline', () => {
  const [black] = wide.cells;
  if (black === undefined) throw new Error('the row has a cell');
  const adjusted = rowOf('Doses', [{ ...black, crude: { estimate: black.estimate, gap: black.gap } }]);
  const largest = [{ indicator: 'Doses', group: 'black', comparison: 'id', reading: '' }];
  expect(overviewTitle(overviewOf([adjusted], largest))).toMatch(/9\.0 points higher, adjusted for age$/);
  expect(overviewTitle(overviewOf([wide], [{ ...largest[0], indicator: 'Wide' } as never]))).not.toMatch(
    /adjusted/,
  );
});
