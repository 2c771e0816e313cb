import { attributableRisk } from '../attributable-risk.ts';
import { gapBetweenEnds } from '../gap-between-ends.ts';
import { linearSlopeIndex } from '../linear-slope-index.ts';
import { logisticSlopeIndex } from '../logistic-slope-index.ts';
import type { MeasuredIndex } from '../normal-interval.ts';
import { inRankOrder } from '../rank-order.ts';
import { requirement } from '../requirement.ts';
import type { Subgroup } from '../subgroups.ts';
import { type Case, type CaseCell, type CaseRow, caseFigures, caseNumber, optional } from './case.ts';

/** One subgroup of a case, with everything the reference says about it. */
type Described = Subgroup & {
  readonly order: number | undefined;
  readonly reference: boolean;
  readonly better: 'higher' | 'lower';
  readonly ordered: boolean;
  readonly per: number | undefined;
};

/** The measure of a case's subgroups, as estimate, standard error and limits. */
export function measure(
  work: (
    groups: readonly Described[],
    options: { readonly confidence: number; readonly one: Case },
  ) => MeasuredIndex | number,
  { missing = 0.15 }: { readonly missing?: number } = {},
): (one: Case) => CaseRow[] {
  return (one) => {
    const found = () => work(subgroups(one, missing), { confidence: confidenceOf(one), one });
    return [caseFigures(one, () => measured(found()))];
  };
}

function measured(found: MeasuredIndex | number): CaseRow {
  const { value, standardError, lower, upper } = typeof found === 'number' ? { value: found } : found;
  return { estimate: value, se: standardError, lowerci: lower, upperci: upper };
}

function confidenceOf(one: Case): number {
  return caseNumber(one.inputs.args?.['conf.level'] ?? 0.95);
}

function subgroups(one: Case, missing: number): Described[] {
  const args = one.inputs.args ?? {};
  const list = (name: string): readonly (CaseCell | undefined)[] => {
    const given = args[name];
    return Array.isArray(given) ? given : given === undefined ? [] : [given as CaseCell];
  };
  const described = list('est').map((_, i) => {
    const at = (name: string): CaseCell | undefined => list(name)[i];
    const standardError = optional(at('se'));
    return {
      // Measures without populations count every group alike.
      population: 'pop' in args ? caseNumber(at('pop')) : 1,
      value: caseNumber(at('est')),
      ...(standardError === undefined ? {} : { standardError }),
      order: optional(at('subgroup_order')),
      reference: at('reference_subgroup') === 1,
      better: at('favourable_indicator') === 0 ? ('lower' as const) : ('higher' as const),
      ordered: at('ordered_dimension') === 1,
      per: optional(at('scaleval')),
    };
  });
  requirement(
    described.every(({ population }) => !Number.isNaN(population)),
    'subgroups',
    'populations',
  );
  const known = described.filter(({ value }) => !Number.isNaN(value));
  requirement(
    args.force === true || described.length - known.length <= missing * described.length,
    'subgroups',
    'figures for nearly all groups',
  );
  const needsOrder = 'subgroup_order' in args;
  if (!needsOrder) return known;
  inRankOrder(described, ({ order }) => order ?? Number.NaN);
  return known.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
}

/** The reference among the groups; exactly one must be named. */
export function referenceOf(groups: readonly Described[]): number {
  requirement(groups.filter(({ reference }) => reference).length === 1, 'referenceOf', 'one reference group');
  return groups.findIndex(({ reference }) => reference);
}

function ends(groups: readonly Described[], confidence: number, one: Case) {
  const first = groups[0];
  return gapBetweenEnds(groups, {
    confidence,
    better: first?.better ?? 'higher',
    ordered: first?.ordered ?? false,
    ...('reference_subgroup' in (one.inputs.args ?? {}) ? { reference: referenceOf(groups) } : {}),
  });
}

/** Two ends need no more than two figures, however many groups lack one. */
const however = { missing: 1 };

export const difference = measure(
  (groups, { confidence, one }) => ends(groups, confidence, one).difference,
  however,
);

export const ratio = measure((groups, { confidence, one }) => {
  const found = ends(groups, confidence, one).ratio;
  requirement(found !== undefined, 'ratio', 'figures above zero');
  return found;
}, however);

/**
 * Groups that count alike: the reference counts one with nobody in it, too. Ours takes no part, so its voice is asked
 * for by a person next to none.
 */
export const alike = (groups: readonly Described[]): readonly Described[] =>
  groups.some(({ population }) => population > 0)
    ? groups.map((group) => ({ ...group, population: Math.max(group.population, nextToNone) }))
    : groups;

const nextToNone = 1e-9;

/** Population attributable risk or fraction: against the reference, the most advantaged, or the best group. */
export function attributable(part: 'risk' | 'fraction'): (one: Case) => CaseRow[] {
  return measure((groups, { confidence, one }) => {
    const named = 'reference_subgroup' in (one.inputs.args ?? {});
    const ordered = groups[0]?.ordered ?? false;
    const place = named
      ? { reference: referenceOf(groups) }
      : ordered
        ? { reference: groups.length - 1 }
        : {};
    const found = attributableRisk(groups, {
      better: groups[0]?.better ?? 'higher',
      per: groups[0]?.per ?? 100,
      confidence,
      ...place,
    });
    return found[part];
  });
}

/** What figures are per, guessed from the largest as the reference does: 1, 100, 1,000 and so on. */
function guessedScale(groups: readonly Subgroup[]): number {
  const largest = Math.max(...groups.map(({ value }) => value));
  return [1, 100, 1_000, 10_000, 100_000, 1_000_000].find((scale) => largest <= scale) ?? Number.NaN;
}

/** Halves to the even neighbour, as the reference rounds its counts. */
function roundedHalfEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}

/** Slope or relative index: logistic on whole counts, or linear on the figures. */
export function regression(part: 'slope' | 'ratio'): (one: Case) => CaseRow[] {
  return measure(
    (groups, { confidence, one }) => {
      if (one.inputs.args?.linear === true) {
        const found = linearSlopeIndex(groups, confidence)[part];
        requirement(found !== undefined, 'regression', 'fitted ends above zero');
        return found;
      }
      const scale = guessedScale(groups);
      const counts = groups.map(({ value, population }) => ({
        numerator: roundedHalfEven((value / scale) * population),
        denominator: population,
      }));
      const index = logisticSlopeIndex(counts, confidence);
      return part === 'ratio' ? index.ratio : times(index.slope, scale);
    },
    { missing: 0 },
  );
}

function times({ value, standardError, lower, upper }: MeasuredIndex, scale: number): MeasuredIndex {
  const known = standardError !== undefined && lower !== undefined && upper !== undefined;
  return known
    ? {
        value: value * scale,
        standardError: standardError * scale,
        lower: lower * scale,
        upper: upper * scale,
      }
    : { value: value * scale };
}
