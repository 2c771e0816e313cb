/**
 * How what is aimed for by a date stands: one rule for the targets of figures and for commitments to narrow gaps. Pure.
 */
import type { Course } from '../../contract/dimensions.ts';

/** Where the whole interval lies: beyond what is aimed for, short of it, or on both sides. */
export type Attainment = 'reached' | 'short' | 'holds';

export interface HeldAgainst {
  readonly side: Attainment;
  /** The last day of what was measured. */
  readonly end: string;
  /** By when; left out, at all times. */
  readonly due?: string | undefined;
  /** The day it is judged on. */
  readonly asOf: string;
  /** Whether it is of three or more years ago. */
  readonly isOld: boolean;
  /** Whether what is reached stays so until the date: of a count that can only rise. */
  readonly stays?: boolean;
}

export interface StandingByDate {
  /** Undefined where the way there decides: a line to the date. */
  readonly course: Course | undefined;
  /** Whether the first measurement on or after the date, or one at all times, decides it. */
  readonly isDecided: boolean;
}

/**
 * The first measurement on or after the date decides. Until then what lies beyond has not met it, for it may come back, but
 * is on course; what is short is told by the way it goes; and what is years old tells nothing of where it is now. Once the
 * date is past without a measurement on or after it nobody knows. Only what stays reached is met before its date.
 *
 * @param held what was measured, against what is aimed for.
 * @returns how it stands.
 * @example
 * standingByDate({ side: 'reached', end: '2025-12-31', due: '2031-03-31', asOf: '2026-11-27', isOld: false })
 * // { course: 'on-course', isDecided: false }
 */
export function standingByDate({ side, end, due, asOf, isOld, stays = false }: HeldAgainst): StandingByDate {
  if (due === undefined || end >= due || (side === 'reached' && stays))
    return { course: decided[side], isDecided: true };
  const course = asOf > due ? 'date-passed' : isOld ? 'cannot-tell' : underWay[side];
  return { course, isDecided: false };
}

const decided: Readonly<Record<Attainment, Course>> = {
  reached: 'met',
  short: 'not-met',
  holds: 'cannot-tell',
};
const underWay: Readonly<Record<Attainment, Course | undefined>> = {
  reached: 'on-course',
  short: undefined,
  holds: undefined,
};

/** How what is made for demonstration stands is shown in its row, and no sentence is made of it. */
export const MADE_UP_STANDING = 'Worked out from figures made for demonstration.';
