/** A reach list once more, from published counts and the formulas, for tests. Imports no statistic and no view. */
import { difference, type Figure, normalP, wilson } from './testing-gap-formulas.ts';
import { calledOf, isAmongAnother, isUntested, largestRejected } from './testing-judged.ts';
import type { PublishedFigure } from './testing-published-counts.ts';
import { type Known, rest, worstP } from './testing-rounded-counts.ts';

export interface Cell {
  readonly area: string;
  readonly group: string;
  readonly figure: PublishedFigure;
}

export interface ExpectedRow {
  readonly area: string;
  readonly group: string;
  readonly needed: Figure;
  readonly difference: Figure;
  readonly p: number;
  readonly verdict: string;
  readonly couldBeChance: boolean;
}

type Meaning = Parameters<typeof calledOf>[0] & Parameters<typeof isUntested>[0];

interface Against {
  readonly difference: Figure;
  readonly p: number;
}

/** @param target the counts of the whole place, or a percentage. */
export function reachList(
  cells: readonly Cell[],
  target: Known | undefined | number,
  polarity: 'higher-is-better' | 'lower-is-better',
  {
    share: selected,
    meaning,
    denominator,
  }: { readonly share: number; readonly meaning: Meaning; readonly denominator: string | undefined },
) {
  const isTested = !isUntested(meaning) && !isAmongAnother(denominator);
  const held = cells.map(({ figure: { counts } }) =>
    counts === undefined || counts.numerator > counts.denominator ? undefined : against(counts, target),
  );
  // A reach list is looked up: it is a list at 5% times the share of lists of indicators selected.
  const tested = held.flatMap((one) => (one === undefined ? [] : [one.p]));
  const below = isTested ? largestRejected(tested, 0.05 * selected) : -1;
  const isProven = (p: number) => p <= below;
  const sign = polarity === 'higher-is-better' ? -1 : 1;
  const rows = cells.flatMap(({ area, group, figure: { counts } }, index): ExpectedRow[] => {
    const one = held[index];
    if (one === undefined || counts === undefined) return [];
    const people = (gap: number) => sign * counts.denominator * gap;
    if (people(one.difference.value) < 1e-6) return [];
    const ends = [people(one.difference.lower), people(one.difference.upper)];
    const excludesNone = one.difference.lower > 0 || one.difference.upper < 0;
    return [
      {
        area,
        group,
        needed: { value: people(one.difference.value), lower: Math.min(...ends), upper: Math.max(...ends) },
        ...one,
        verdict: !isTested
          ? 'not-compared'
          : isProven(one.p)
            ? calledOf(meaning, one.difference.value > 0)
            : 'similar',
        couldBeChance: isTested && !isProven(one.p) && excludesNone,
      },
    ];
  });
  const compared = held.filter((one) => one !== undefined).length;
  const of = (status: PublishedFigure['status']) =>
    cells.filter(({ figure }) => figure.status === status).length;
  return {
    rows,
    compared: isTested ? compared : 0,
    reached: compared - rows.length,
    withheld: of('withheld'),
    missing: of('missing'),
    notCompared: of('shown') - compared,
  };
}

/** Less the whole it is part of: its distance from everyone else, times everyone else's share (Eayres 2008). */
function against(own: Known, target: Known | undefined | number): Against | undefined {
  if (typeof target === 'number') return againstFixed(own, target / 100);
  const others = rest(target, own);
  if (others === undefined) return undefined;
  const gap = difference(wilson(own), wilson(others));
  const away = others.denominator / (own.denominator + others.denominator);
  return {
    difference: { value: away * gap.value, lower: away * gap.lower, upper: away * gap.upper },
    p: worstP(own, others),
  };
}

/** Score test against a fixed proportion (Fleiss, Levin, Paik 2003, 2.3), where rounding leaves the largest p. */
function againstFixed(own: Known, fixed: number): Against {
  const { value, lower, upper } = wilson(own);
  const p = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    normalP((numerator - denominator * fixed) / Math.sqrt(denominator * fixed * (1 - fixed)));
  const { range } = own;
  const least = range && range.numerator[0] / range.denominator[1];
  const most = range && Math.min(1, range.numerator[1] / range.denominator[0]);
  const isOpen = least !== undefined && most !== undefined && least <= fixed && fixed <= most;
  const possible =
    range === undefined
      ? [own]
      : range.denominator.flatMap((denominator) =>
          range.numerator.map((numerator) => ({ numerator: Math.min(numerator, denominator), denominator })),
        );
  return {
    difference: { value: value - fixed, lower: lower - fixed, upper: upper - fixed },
    p: isOpen ? 1 : Math.max(...possible.map(p)),
  };
}
