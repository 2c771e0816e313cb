/**
 * Differences of dates that do not follow each other, where few people came between them: those alone have to be kept in
 * a table, for of all others nobody could learn about few. Pure.
 */

import { type PolicyNumbers, PROTECT } from '../contract/policies.ts';
import { isSmall } from '../disclosure/policy.ts';
import { TOTAL } from '../disclosure/table/dimension.ts';
import { cellOf, codesOf } from '../disclosure/table/layout.ts';
import type { Table } from '../disclosure/table/table.ts';
import { at, item } from '../lists.ts';
import { type DatesApart, type Stages, stageName } from './dose-stages.ts';
import type { EarlierRow } from './earlier-tables.ts';
import { codesThen } from './earlier-tables.ts';

export interface Apart {
  readonly dates: readonly DatesApart[];
  /** Whether the difference with this name would not be there but for these. */
  readonly isOnlyApart: (stage: string) => boolean;
  /** Whether the difference with this name is kept of people with these codes. */
  readonly has: (people: readonly string[], stage: string) => boolean;
  /** Whether it is kept of people of this age, all ethnic groups together, in any area. */
  readonly hasSomewhere: (age: string, stage: string) => boolean;
}

/** What was there before, and by which numbers it was small. */
interface Sizes {
  readonly earlier?: readonly EarlierRow[];
  readonly policy?: PolicyNumbers | undefined;
}

/**
 * @param table with the differences of dates that follow each other.
 * @param isWanted whether figures could be about the people of a cell.
 * @param sizes `earlier` versions, whose few people are still to be kept when they are few no more.
 */
export function smallApart(
  table: Table,
  stages: Stages,
  isWanted: (cell: number) => boolean,
  { earlier = [], policy = PROTECT }: Sizes = {},
): Apart {
  const names = new Set(stages.dimension.codes);
  const found = new Map<string, { readonly dates: DatesApart; readonly people: Set<string> }>();
  const add = (dates: DatesApart, people: readonly string[]) => {
    const name = stageName({ kind: 'new', ...dates });
    if (cellOf(table, [...people, name]) !== undefined) return;
    const one = found.get(name) ?? { dates, people: new Set() };
    one.people.add(people.join('|'));
    found.set(name, one);
  };
  for (const own of countsSoFar(table, stages, isWanted)) {
    for (const [later, { dose, date, cell }] of own.entries()) {
      for (const before of own.slice(0, later)) {
        const people = at(table.truth, cell) - at(table.truth, before.cell);
        if (before.dose === dose && isSmall(people, policy))
          add({ dose, since: before.date, date }, codesOf(table, cell).slice(0, -1));
      }
    }
  }
  const all = new Map(datesApart(stages).map((dates) => [stageName({ kind: 'new', ...dates }), dates]));
  for (const row of earlier) {
    const then = item(row.layout, row.layout.length - 1).codes;
    for (const [index, count] of row.truth.entries()) {
      const dates = all.get(then[(row.places?.[index] ?? index) % then.length] ?? '');
      if (dates !== undefined && isSmall(Math.max(0, count), row.policy))
        add(dates, codesThen(row, index).slice(0, -1));
    }
  }
  return {
    dates: [...found.values()].map(({ dates }) => dates),
    isOnlyApart: (stage) => found.has(stage) && !names.has(stage),
    hasSomewhere: (age, stage) =>
      found
        .get(stage)
        ?.people.values()
        .some((people) => people.endsWith(`|${TOTAL}|${age}`)) === true,
    has: (people, stage) => found.get(stage)?.people.has(people.join('|')) === true,
  };
}

interface CountSoFar {
  readonly dose: string;
  readonly date: string;
  readonly cell: number;
}

/** The counts so far of the same people, dose by dose, oldest first. */
function countsSoFar(table: Table, stages: Stages, isWanted: (cell: number) => boolean): CountSoFar[][] {
  const found = new Map<string, CountSoFar[]>();
  for (let cell = 0; cell < table.truth.length; cell++) {
    const { kind, dose, date } = stages.stageOf(table, cell);
    if (kind !== 'with' || !isWanted(cell)) continue;
    const people = codesOf(table, cell).slice(0, -1).join('|');
    const own = found.get(people) ?? [];
    own.push({ dose, date, cell });
    found.set(people, own);
  }
  return [...found.values()].map((own) => own.sort((a, b) => (a.date < b.date ? -1 : 1)));
}

function datesApart({ all }: Stages): DatesApart[] {
  const dated = all.filter(({ kind }) => kind === 'with');
  return dated.flatMap(({ dose, date }) =>
    dated
      .filter((before) => before.dose === dose && before.date < date)
      .map((before) => ({ dose, since: before.date, date })),
  );
}
