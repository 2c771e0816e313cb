/** Doses and dates as one dimension: people, those with each dose so far, and every difference somebody could take. Pure. */

import type { Dimension } from '../disclosure/table/dimension.ts';
import { codeIn, type Layout } from '../disclosure/table/layout.ts';
import type { DoseTable } from '../indicators/dose-tables.ts';
import { item } from '../lists.ts';

/** One dose by one date. */
export interface DoseDate {
  readonly dose: string;
  readonly date: string;
  /** Counted in pieces, by ethnic group and age. */
  readonly isCrossed: boolean;
  /** Counted by ward and the finest ethnic groups, all ages together. */
  readonly isWeekly: boolean;
}

/**
 * - people: everybody;
 * - with: those with the dose so far;
 * - without: those without it;
 * - awaiting: those without it who had the dose before;
 * - new: those with it who had not by an earlier date.
 */
export type StageKind = 'people' | 'with' | 'without' | 'awaiting' | 'new';

export interface Stage {
  readonly kind: StageKind;
  readonly dose: string;
  readonly date: string;
  readonly isCrossed: boolean;
  readonly isWeekly: boolean;
  /** Of new ones, since when. */
  readonly since?: string;
}

/** Two dates of one dose that do not follow each other. */
export interface DatesApart {
  readonly dose: string;
  readonly since: string;
  readonly date: string;
}

export interface Stages {
  readonly dimension: Dimension;
  /** What each code of the dimension is. */
  readonly all: readonly Stage[];
  /** The code of a stage; undefined where there is none. */
  readonly codeOf: (kind: StageKind, dose: string, date: string) => number | undefined;
  /** What a cell of a table with this dimension last is. */
  readonly stageOf: (table: Layout, cell: number) => Stage;
}

const EVERYBODY: Stage = { kind: 'people', dose: '', date: '', isCrossed: true, isWeekly: true };

/**
 * People, doses by their dates, and differences.
 *
 * @param dates of each dose.
 * @param apart dates whose difference is wanted though there are others between; that of dates which follow each other is
 * always there, and says what follows from counts that never fall.
 */
export function stagesOf(
  { doses }: DoseTable,
  dates: readonly DoseDate[],
  apart: readonly DatesApart[] = [],
): Stages {
  const all: Stage[] = [...dates.map((one): Stage => ({ ...one, kind: 'with' })), EVERYBODY];
  const finest = all.length;
  const people = finest - 1;
  const within = all.map((_, code) => [{ code, times: 1 }]);
  const sums: [number, number, number][] = [];
  const addDifference = (stage: Stage, whole: number, part: number) => {
    const code = all.push(stage) - 1;
    sums.push([whole, part, code]);
    within[whole]?.push({ code, times: 1 });
    within[part]?.push({ code, times: -1 });
  };
  const at = (dose: string | undefined, date: string) =>
    dates.findIndex((one) => one.dose === dose && one.date === date);
  for (const [code, one] of dates.entries()) {
    const { dose, date } = one;
    addDifference({ ...one, kind: 'without' }, people, code);
    const before = at(doses[doses.findIndex(({ id }) => id === dose) - 1]?.id, date);
    const other = dates[before];
    if (other !== undefined)
      addDifference({ kind: 'awaiting', dose, date, ...both(one, other) }, before, code);
    const previous = previousOf(one, dates);
    for (const other of apart.filter((pair) => pair.dose === dose && pair.date === date)) {
      const earlier = dates.findIndex((before) => before.dose === dose && before.date === other.since);
      previous.set(earlier, both(one, item(dates, earlier)));
    }
    for (const [earlier, where] of previous)
      addDifference({ dose, date, kind: 'new', ...where, since: item(dates, earlier).date }, code, earlier);
  }
  const codes = all.map(stageName);
  const byName = new Map(all.map(({ kind, dose, date }, code) => [[kind, dose, date].join(), code]));
  return {
    all,
    dimension: { name: 'stage', codes, finest, sums, within },
    codeOf: (kind, dose, date) => byName.get([kind, dose, date].join()),
    stageOf: (table, cell) => item(all, codeIn(table, cell, table.dimensions.length - 1)),
  };
}

type Where = Pick<Stage, 'isCrossed' | 'isWeekly'>;

/** Where both are counted, so is their difference. */
const both = (one: Where, other: Where): Where => ({
  isCrossed: one.isCrossed && other.isCrossed,
  isWeekly: one.isWeekly && other.isWeekly,
});

/** The dates right before one: among crossed dates, and among weekly ones; often the same. */
function previousOf(one: DoseDate, dates: readonly DoseDate[]): Map<number, Where> {
  const before = (where: 'isCrossed' | 'isWeekly') =>
    one[where]
      ? dates.reduce(
          (newest, { dose, date, ...other }, code) =>
            dose === one.dose && other[where] && date < one.date && date > (dates[newest]?.date ?? '')
              ? code
              : newest,
          -1,
        )
      : -1;
  const [crossed, weekly] = [before('isCrossed'), before('isWeekly')];
  return new Map(
    [crossed, weekly]
      .filter((code) => code >= 0)
      .map((code) => [code, { isCrossed: code === crossed, isWeekly: code === weekly }]),
  );
}

/** What a stage is called: a name means the same in every version. */
export function stageName({ kind, dose, date, since }: Omit<Stage, 'isCrossed' | 'isWeekly'>): string {
  if (kind === 'people') return kind;
  if (kind === 'with') return `${dose} ${date}`;
  return `${kind} ${dose} ${date}${since === undefined ? '' : ` since ${since}`}`;
}
