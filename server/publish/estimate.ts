/** One published figure from counts or from a value. Pure. */

import type { EstimateRow, SmallAreas } from '../../db/schema.ts';
import type { AreaType, Basis } from '../contract/dimensions.ts';
import { RELIABLE_ROUNDED_COUNT } from '../contract/policies.ts';
import { type MissingReason, type WithheldReason, withheldReasons } from '../contract/without-figure.ts';
import { isSmall } from '../disclosure/policy.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { ABOVE_ALL } from '../judge/figures/counted-estimate.ts';
import { proportion } from '../stats/proportion.ts';
import type { Figure } from './figures.ts';

/** An estimate as it is stored, but for where it belongs. */
export type EstimateFigures = Omit<
  EstimateRow,
  'series_id' | 'area_type' | 'period' | 'area_code' | 'notes' | 'small_areas'
> & {
  notes: string[];
  small_areas?: SmallAreas;
};

/** What a row without a figure holds in place of one. */
export const NOTHING = {
  value: null,
  interval: 'none',
  lower95: null,
  upper95: null,
  lower998: null,
  upper998: null,
  numerator: null,
  denominator: null,
  notes: [],
} as const;

export function plainEstimate(figure: Figure, basis: Basis): EstimateFigures {
  if (figure.status !== 'value') return withoutFigure(reasonOf(figure), basis);
  const { value, lower95 = null, upper95 = null } = figure;
  const interval = lower95 !== null && upper95 !== null ? 'published' : 'none';
  return {
    ...NOTHING,
    status: 'shown',
    reason: null,
    basis,
    value,
    interval,
    lower95,
    upper95,
    notes: notesOf(figure),
  };
}

/** A percentage with Wilson limits at 95% and 99.8%; none where the population is smaller than the count. */
export function proportionEstimate(numerator: Figure, denominator: Figure, basis: Basis): EstimateFigures {
  for (const part of [numerator, denominator]) {
    if (part.status === 'withheld') return withoutFigure('small-counts', basis);
  }
  // Nobody in the population: there is no share of nobody, whatever is said of those counted among them.
  if (denominator.status === 'value' && denominator.value === 0 && !(numberOf(numerator) > 0))
    return withoutFigure('nobody-to-count', basis);
  for (const part of [denominator, numerator]) {
    if (part.status !== 'value') return withoutFigure(reasonOf(part), basis);
  }
  const counts = { numerator: numberOf(numerator), denominator: numberOf(denominator) };
  // Counted among nobody: the two counts do not belong together.
  if (counts.denominator === 0) return withoutFigure('not-available', basis);
  const shown = { ...NOTHING, ...counts, status: 'shown', reason: null, basis } as const;
  const value = (100 * counts.numerator) / counts.denominator;
  const notes = [...new Set([...notesOf(numerator), ...notesOf(denominator)])];
  if (counts.numerator > counts.denominator) return { ...shown, value, notes: [ABOVE_ALL, ...notes] };
  const [at95, at998] = [0.95, 0.998].map((level) => proportion(counts.numerator, counts.denominator, level));
  if (at95 === undefined || at998 === undefined) throw new Error('two levels give two intervals');
  return {
    ...shown,
    value,
    interval: 'ours',
    lower95: 100 * at95.lower,
    upper95: 100 * at95.upper,
    lower998: 100 * at998.lower,
    upper998: 100 * at998.upper,
    notes,
  };
}

const WIDER_IN_TRUTH = 'The interval is wider in truth: counts are rounded.';

/** A share of people from records says three counts: it is withheld where those without it are, too. */
export function shareOfPeople(share: EstimateFigures, without: Figure | undefined): EstimateFigures {
  if (share.status !== 'shown') return share;
  if (without?.status !== 'value') return withoutFigure('small-counts', share.basis);
  const fewest = Math.min(share.numerator ?? 0, without.value);
  return fewest < RELIABLE_ROUNDED_COUNT ? { ...share, notes: [...share.notes, WIDER_IN_TRUTH] } : share;
}

/**
 * A share of people from records shows those it leaves out, too, as the difference of its two rounded counts. Where that
 * would be a count which is never shown, no true counts make such a share (15 of 20 stand for 13 or 14 of 21 or 22, for 64%
 * at most and not 75%), so it is withheld.
 */
export function possibleShare(share: EstimateFigures): EstimateFigures {
  const { numerator, denominator, basis } = share;
  if (numerator === null || denominator === null || numerator > denominator) return share;
  return isSmall(denominator - numerator) ? withoutFigure('small-counts', basis) : share;
}

/** What the source or its importer says of one figure. */
function notesOf(figure: Figure): string[] {
  return figure.status === 'value' && figure.note !== undefined ? [figure.note] : [];
}

interface NotedFigure {
  readonly ageBand: string;
  readonly areaType: AreaType;
  readonly basis: Basis;
}

/** The notes an indicator's definition puts beside a figure. */
export function notesFor(indicator: Indicator, { ageBand, areaType, basis }: NotedFigure): string[] {
  return (indicator.notes ?? [])
    .filter(
      (note) =>
        (note.ageBand ?? ageBand) === ageBand &&
        (note.areaType ?? areaType) === areaType &&
        (note.basis ?? basis) === basis,
    )
    .map((note) => note.text);
}

const numberOf = (figure: Figure): number => (figure.status === 'value' ? figure.value : 0);

const reasonOf = (figure: Exclude<Figure, { status: 'value' }>) =>
  figure.status === 'withheld' ? 'small-counts' : figure.reason;

function withoutFigure(reason: WithheldReason | MissingReason, basis: Basis): EstimateFigures {
  const status = withheldReasons.some(({ id }) => id === reason) ? 'withheld' : 'missing';
  return { ...NOTHING, status, reason, basis, notes: [] };
}
