/** The small counts that official totals published elsewhere tell by themselves, in words: what protecting cannot keep. Pure. */

import { ageBandLabel } from '../contract/age-bands.ts';
import { ethnicSchemes } from '../contract/dimensions.ts';
import { parsePeriod } from '../contract/periods.ts';
import type { PolicyNumbers } from '../contract/policies.ts';
import type { CellBounds } from '../disclosure/bounds/cell-bounds.ts';
import { TOTAL } from '../disclosure/table/dimension.ts';
import { codesOf } from '../disclosure/table/layout.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { at } from '../lists.ts';
import type { DoseCells } from './dose-cells.ts';
import type { Stage } from './dose-stages.ts';
import type { Geography } from './geography.ts';

/**
 * Of a count that figures are about, that it is below the least that may be told, or nobody; of any difference, that it is
 * somebody too. What is told of everybody is told of each ethnic group, and said once.
 *
 * @param official the least and the most that official totals alone leave of each cell.
 * @returns a line each: who, what and when; never how many.
 */
export function toldElsewhere(
  definition: DoseTable,
  { table, stages }: DoseCells,
  official: CellBounds,
  { isFigure, isDifference }: Readonly<Record<'isFigure' | 'isDifference', (cell: number) => boolean>>,
  { areas }: Geography,
  { notBelow, largestSmall }: PolicyNumbers,
): string[] {
  const names = new Map(areas.map(({ code, name, known_as }) => [code, known_as ?? name]));
  const isTold = (cell: number) => {
    const [lowest, highest] = [at(official.lowest, cell), at(official.highest, cell)];
    const isFew = highest > 0 && (highest < notBelow || (lowest === highest && highest <= largestSmall));
    return isFew && (isFigure(cell) || (isDifference(cell) && lowest > 0));
  };
  const told = [...table.truth.keys()].filter(isTold);
  const ofEverybody = new Set(told.filter((cell) => codesOf(table, cell)[1] === TOTAL).map(withoutGroup));
  function withoutGroup(cell: number): string {
    const [area, , ...more] = codesOf(table, cell);
    return [area, ...more].join('|');
  }
  return told
    .filter((cell) => codesOf(table, cell)[1] === TOTAL || !ofEverybody.has(withoutGroup(cell)))
    .map((cell) => {
      const [area = '', group = '', age = ''] = codesOf(table, cell);
      const who = [
        area === TOTAL ? 'The whole place' : (names.get(area) ?? area),
        `aged ${ageBandLabel(age === TOTAL ? definition.allAges : age)}`,
        ...(group === TOTAL ? [] : [groupLabel(group)]),
      ];
      return `${who.join(', ')}: ${whatIs(definition, stages.stageOf(table, cell))}`;
    });
}

function whatIs({ doses }: DoseTable, { kind, dose, date, since = '' }: Stage): string {
  const title = doses.find(({ id }) => id === dose)?.title ?? dose;
  switch (kind) {
    case 'people':
      return 'people';
    case 'with':
      return `people with ${title} by ${dayWords(date)}`;
    case 'without':
      return `people without ${title} by ${dayWords(date)}`;
    case 'awaiting':
      return `people awaiting ${title} on ${dayWords(date)}`;
    case 'new':
      return `people who had ${title} between ${dayWords(since)} and ${dayWords(date)}`;
  }
}

const dayWords = (day: string): string => parsePeriod(day)?.label ?? day;

function groupLabel(code: string): string {
  const [scheme, group] = code.split('/');
  return ethnicSchemes.find(({ id }) => id === scheme)?.groups.find(({ id }) => id === group)?.label ?? code;
}
