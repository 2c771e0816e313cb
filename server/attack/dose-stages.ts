/** Doses and dates as one dimension: everybody, those with each dose so far, and every difference of two. Pure. */
import type { Dimension, Membership } from '../disclosure/table/dimension.ts';
import { codesOf, type Layout } from '../disclosure/table/layout.ts';

/** People with a dose by a date. */
export interface DatedDose {
  readonly dose: string;
  /** The dose everybody with this one had before. */
  readonly before: string | null;
  readonly date: string;
  /** Whether figures of the date tell ages, or groups of small areas, apart. */
  readonly isCrossed: boolean;
}

/** How stages are called. */
export const stage = {
  people: 'people',
  with: (dose: string, date: string) => `${dose} ${date}`,
  without: (dose: string, date: string) => `without ${dose} ${date}`,
  awaiting: (dose: string, date: string) => `awaiting ${dose} ${date}`,
  added: (dose: string, date: string, since: string) => `new ${dose} ${date} since ${since}`,
} as const;

/** The dose and the date of people with a dose; undefined of everybody and of differences. */
export function doseAndDate(name: string): { readonly dose: string; readonly date: string } | undefined {
  const [dose, date, ...more] = name.split(' ');
  return dose === undefined || date === undefined || more.length > 0 ? undefined : { dose, date };
}

/** Whether a stage is of people between two dates, or between two doses. */
export const isDifference = (name: string): boolean => /^(new|awaiting) /.test(name);

export const stageIn = (layout: Layout, cell: number): string => codesOf(layout, cell).at(-1) ?? '';

/** A stage, another whose people are all among them, and the people of the difference. */
interface Difference {
  readonly whole: string;
  readonly part: string;
  readonly rest: string;
  readonly isCrossed: boolean;
}

interface DoseStages {
  readonly dimension: Dimension;
  /** For each code whether the figures behind it tell ages, or groups of small areas, apart. */
  readonly isCrossed: readonly boolean[];
}

/** Nothing here is below nobody: counts so far never fall, and nobody has a dose without the one before. */
export function doseStages(dates: readonly DatedDose[]): DoseStages {
  const differences = dates.flatMap((one) => differencesOf(one, dates));
  const finest = [stage.people, ...dates.map(({ dose, date }) => stage.with(dose, date))];
  const codes = [...finest, ...differences.map(({ rest }) => rest)];
  const numbers = new Map(codes.map((code, number) => [code, number]));
  const number = (code: string) => numbers.get(code) ?? -1;
  const within = finest.map((code): Membership[] => [
    { code: number(code), times: 1 },
    ...differences
      .filter(({ whole, part }) => whole === code || part === code)
      .map(({ whole, rest }) => ({ code: number(rest), times: whole === code ? 1 : -1 })),
  ]);
  const sums = differences.map(
    ({ whole, part, rest }) => [number(whole), number(part), number(rest)] as const,
  );
  return {
    dimension: { name: 'stage', codes, finest: finest.length, sums, within },
    isCrossed: [true, ...dates.map((one) => one.isCrossed), ...differences.map((one) => one.isCrossed)],
  };
}

function differencesOf(one: DatedDose, dates: readonly DatedDose[]): Difference[] {
  const { dose, date, isCrossed } = one;
  const own = stage.with(dose, date);
  const before = dates.find((other) => other.dose === one.before && other.date === date);
  return [
    { whole: stage.people, part: own, rest: stage.without(dose, date), isCrossed },
    ...(before === undefined
      ? []
      : [
          {
            whole: stage.with(before.dose, date),
            part: own,
            rest: stage.awaiting(dose, date),
            isCrossed: isCrossed && before.isCrossed,
          },
        ]),
    ...previousOf(one, dates).map((earlier) => ({
      whole: own,
      part: stage.with(dose, earlier.date),
      rest: stage.added(dose, date, earlier.date),
      isCrossed: isCrossed && earlier.isCrossed,
    })),
  ];
}

/** The date before; of crossed dates the crossed one before too. */
function previousOf({ dose, date, isCrossed }: DatedDose, dates: readonly DatedDose[]): DatedDose[] {
  const earlier = dates
    .filter((other) => other.dose === dose && other.date < date)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
  const crossed = isCrossed ? earlier.find((other) => other.isCrossed) : undefined;
  return [...new Set([earlier[0], crossed])].filter((other) => other !== undefined);
}
