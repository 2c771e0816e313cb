/**
 * What rounded counts leave open, once more from the rounding rule, for tests that recompute what the API gives.
 * Imports nothing of the project but its companion.
 */
import { type Counts, scoreP, share, standardPeople } from './testing-gap-formulas.ts';

type Range = readonly [lowest: number, highest: number];

/** Counts as published and, where those are rounded, the least and the most each may be in truth. */
export interface Known extends Counts {
  readonly range?: { readonly numerator: Range; readonly denominator: Range };
}

/**
 * Rounded to the nearest five: two either way; an exact zero is zero, and what is no multiple of five was never rounded.
 * Of exactly known people no more have the outcome than there are.
 */
export function rounded({ numerator, denominator }: Counts): Known {
  const around = (count: number): Range =>
    count === 0 || count % 5 !== 0 ? [count, count] : [count - 2, count + 2];
  const [people, [least, most]] = [around(denominator), around(numerator)];
  const affected: Range = [least, numerator > denominator ? most : Math.min(most, people[1])];
  return { numerator, denominator, range: { numerator: affected, denominator: people } };
}

export function sum(parts: readonly (Known | undefined)[]): Known | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length < parts.length) return undefined;
  const total = (of: (part: Known) => number) => known.reduce((all, part) => all + of(part), 0);
  const range = (of: 'numerator' | 'denominator'): Range => [
    total((part) => part.range?.[of][0] ?? part[of]),
    total((part) => part.range?.[of][1] ?? part[of]),
  ];
  const [numerator, denominator] = [total((part) => part.numerator), total((part) => part.denominator)];
  // Errors of parts are independent, each of so many people.
  const spread = (one: Counts) => one.numerator * (1 - share(one));
  const people = Math.hypot(...known.map((part) => spread(part) * (part.error ?? 0)));
  return {
    numerator,
    denominator,
    ...(people > 0 && { error: people / spread({ numerator, denominator }) }),
    ...(known.some((part) => part.range !== undefined) && {
      range: { numerator: range('numerator'), denominator: range('denominator') },
    }),
  };
}

/** Everybody but the group. */
export function rest(everyone: Known | undefined, own: Known | undefined): Known | undefined {
  if (everyone === undefined || own === undefined) return undefined;
  const denominator = everyone.denominator - own.denominator;
  if (denominator < 1e-6) return undefined;
  const numerator = Math.min(Math.max(everyone.numerator - own.numerator, 0), denominator);
  const [all, part] = [everyone.range, own.range];
  const within = own.denominator / everyone.denominator;
  const modelled =
    own.error === undefined ? {} : { error: (own.error * within) / (1 - within), opposes: true };
  if (all === undefined || part === undefined) return { numerator, denominator, ...modelled };
  const people: Range = [
    Math.max(1, all.denominator[0] - part.denominator[1]),
    Math.max(1, all.denominator[1] - part.denominator[0]),
  ];
  const affected: Range = [
    Math.max(0, all.numerator[0] - part.numerator[1]),
    Math.max(0, all.numerator[1] - part.numerator[0]),
  ];
  return { numerator, denominator, range: partOfWhole(affected, people) };
}

/** Nobody is affected who is not among the people: what that rules out is left out. */
function partOfWhole(affected: Range, people: Range): NonNullable<Known['range']> {
  const least = Math.min(affected[0], people[1]);
  return {
    numerator: [least, Math.min(affected[1], people[1])],
    denominator: [Math.max(people[0], least), people[1]],
  };
}

/** The least and the largest share the counts may stand for. */
function shareRange(counts: Known): Range {
  const { range } = counts;
  if (range === undefined) return [share(counts), share(counts)];
  return [range.numerator[0] / range.denominator[1], Math.min(1, range.numerator[1] / range.denominator[0])];
}

/** The least and the largest standardised share, every age at its own end. */
export function standardisedRange(byBand: readonly { readonly band: string; readonly counts: Known }[]) {
  const people = byBand.map(({ band }) => standardPeople(band));
  const total = people.reduce((all, one) => all + one, 0);
  const at = (end: 0 | 1) =>
    byBand.reduce(
      (all, { counts }, index) => all + ((people[index] ?? 0) / total) * shareRange(counts)[end],
      0,
    );
  return { lowest: at(0), highest: at(1) };
}

/** The score test where rounding leaves the largest p; 1 where it leaves open who is higher. */
export function worstP(a: Known, b: Known): number {
  if (a.range === undefined || b.range === undefined) return scoreP(a, b);
  const [ofA, ofB] = [shareRange(a), shareRange(b)];
  if (ofA[0] <= ofB[1] && ofB[0] <= ofA[1]) return 1;
  return Math.max(...ends(a.range).flatMap((own) => ends(b.range).map((other) => scoreP(own, other))));
}

function ends(range: Known['range']): Counts[] {
  if (range === undefined) return [];
  return range.denominator.flatMap((denominator) =>
    range.numerator.map((numerator) => ({ numerator: Math.min(numerator, denominator), denominator })),
  );
}
