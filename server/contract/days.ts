/** Calendar dates are days, not instants: `YYYY-MM-DD` is the same day wherever on earth it is read. Pure. */

const MILLISECONDS = 86_400_000;

/** Midnight (UTC) at the start of a day, in milliseconds: what distances in time are measured by; NaN where the text is no day. */
export const timeOfDay = (day: string): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;

/** Whether a text is a day of the calendar: 2026-02-30 is none. */
export const isDay = (text: string): boolean => {
  const time = timeOfDay(text);
  return !Number.isNaN(time) && dayOfInstant(new Date(time)) === text;
};

/** Days from one day to another; negative where the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  (timeOfDay(to) - timeOfDay(from)) / MILLISECONDS;

/** A day in years, so that a line can be drawn through days. */
export const yearsOfDay = (day: string): number => timeOfDay(day) / (365.25 * MILLISECONDS);

/** The day of an instant in UTC, which is the same for every reader. */
export const dayOfInstant = (instant: Date): string => instant.toISOString().slice(0, 10);

/** Whole years from one day to another, as birthdays count them; negative where the other is earlier. */
export function wholeYearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** A day in months, the ends of months being whole numbers: quarters are then equally long. */
export function monthsOfDay(day: string): number {
  const [year = Number.NaN, month = Number.NaN, date = Number.NaN] = day.split('-').map(Number);
  return 12 * year + month - 1 + date / new Date(Date.UTC(year, month, 0)).getUTCDate();
}
