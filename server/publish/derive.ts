/** Every series of an indicator, from what is observed. Pure. */
import type { CoverageRow, EstimateRow, SeriesRow } from '../../db/schema.ts';
import { ageRange } from '../contract/age-bands.ts';
import { type AreaType, type Basis, bases } from '../contract/dimensions.ts';
import { complementOf } from '../indicators/complement.ts';
import type { DenominatorDefinition, Indicator } from '../indicators/indicator.ts';
import type { PopulationBase } from '../indicators/known-characteristics.ts';
import { byAreas } from './by-areas.ts';
import {
  type EstimateFigures,
  notesFor,
  plainEstimate,
  possibleShare,
  proportionEstimate,
  shareOfPeople,
} from './estimate.ts';
import type { FigureSource, StratumParts } from './figures.ts';
import { type AreaList, basisAt, type Figures, NOT_AVAILABLE } from './figures.ts';
import { addedUp, withModelling } from './modelled.ts';
import type { Modelling } from './modelling.ts';
import { sourceWords } from './source-words.ts';
import { type PublishedStratum, strataOf } from './strata.ts';

export interface DerivedSeries {
  readonly series: Omit<SeriesRow, 'id' | 'version_id'>;
  readonly estimates: readonly (EstimateFigures & Pick<EstimateRow, 'area_type' | 'period' | 'area_code'>)[];
  readonly coverage: readonly Omit<CoverageRow, 'series_id'>[];
}

/** For each area the error of sharing out, on the log-odds scale; undefined where it cannot be measured. */
export type ErrorsOf = Modelling['errorsOf'];

/** One after another, so that nobody has to hold them all. */
export function* deriveSeries(
  indicator: Indicator,
  observed: FigureSource,
  errorsOf: ErrorsOf,
): Generator<DerivedSeries> {
  const variants: readonly (DenominatorDefinition | undefined)[] =
    indicator.valueType === 'proportion' ? indicator.denominators : [undefined];
  for (const variant of variants) {
    for (const published of strataOf(indicator)) {
      if (variant?.ageBands?.includes(published.stratum.ageBand) === false) continue;
      const derived = deriveOne(indicator, variant, published, { observed, errorsOf });
      if (derived.estimates.length > 0) yield derived;
    }
  }
}

function deriveOne(
  indicator: Indicator,
  variant: DenominatorDefinition | undefined,
  { stratum, areaTypes }: PublishedStratum,
  { observed, errorsOf }: { readonly observed: FigureSource; readonly errorsOf: ErrorsOf },
): DerivedSeries {
  const estimates: DerivedSeries['estimates'][number][] = [];
  const coverage: DerivedSeries['coverage'][number][] = [];
  for (const areaType of withComparators(areaTypes)) {
    for (const period of observed.periodsOf(indicator.measure).sort()) {
      const at = (type: AreaType) => estimatesAt(indicator, variant, stratum, type, period, observed);
      const { figures: found, sharedOutFrom: from, basis } = at(areaType);
      if (found.size === 0) continue;
      const errors =
        from && errorsOf({ from, to: areaType }, baseOf(indicator), (type) => countsOf(at(type).figures));
      const figures = new Map(
        [...found].map(([code, figure]) => [
          code,
          figure.basis === 'modelled'
            ? withModelling(figure, { from, error: errors?.get(code) })
            : addedUp(figure, from),
        ]),
      );
      for (const [area_code, figure] of [...figures].sort(([a], [b]) => (a < b ? -1 : 1))) {
        estimates.push({
          area_type: areaType,
          period,
          area_code,
          ...figure,
          notes: [
            ...sourceWords(figure.notes, indicator, stratum.ageBand),
            ...notesFor(indicator, { ageBand: stratum.ageBand, areaType, basis: figure.basis }),
          ],
        });
      }
      const all = [...figures.values()];
      coverage.push({
        area_type: areaType,
        period,
        // Of what was made for demonstration, also where a few of its figures are official ones.
        basis: all.map((figure) => figure.basis).reduce(lessDirect, basis),
        areas: all.length,
        shown: all.filter((figure) => figure.status === 'shown').length,
      });
    }
  }
  const series = {
    indicator: indicator.id,
    denominator: variant?.id ?? ('' as const),
    ethnic_group: stratum.ethnicGroup,
    age_band: stratum.ageBand,
    sex: stratum.sex,
    deprivation: stratum.deprivation,
  };
  return { series, estimates, coverage };
}

/** Where a place has a figure, so may the boroughs it is compared with. */
const withComparators = (areaTypes: readonly AreaType[]): readonly AreaType[] =>
  areaTypes.includes('borough') ? [...areaTypes, 'other-borough'] : areaTypes;

const countsOf = (figures: EstimatesAt['figures']) =>
  new Map(
    [...figures].flatMap(([code, { numerator, denominator }]) =>
      numerator === null || denominator === null ? [] : [[code, { numerator, denominator }] as const],
    ),
  );

const baseOf = ({ counted }: Indicator): PopulationBase => (counted === 'households' ? counted : 'people');

interface EstimatesAt {
  readonly figures: Map<string, EstimateFigures>;
  /** The areas that either of the two counts was shared out from, to some areas at least. */
  readonly sharedOutFrom?: AreaList | undefined;
  /** The basis of what was counted, as a whole. */
  readonly basis: Basis;
}

/** A figure is only as direct as the less direct of its two counts, and synthetic where either is. */
function lessDirect(a: Basis, b: Basis): Basis {
  const order = bases.map(({ id }) => id);
  return order.indexOf(a) > order.indexOf(b) ? a : b;
}

function estimatesAt(
  indicator: Indicator,
  variant: DenominatorDefinition | undefined,
  stratum: StratumParts,
  areaType: AreaType,
  period: string,
  observed: FigureSource,
): EstimatesAt {
  const ageBand = stratum.ageBand === 'all' ? (indicator.allAges ?? 'all') : stratum.ageBand;
  if (ageRange(ageBand) === undefined) throw new Error(`${indicator.id}: "${ageBand}" is not an age band`);
  const asked = { ...stratum, ageBand };
  const numerators = observed.figures(indicator.measure, period, asked, areaType);
  const found = new Map<string, EstimateFigures>();
  if (numerators === undefined) return { figures: found, basis: 'published' };
  const { basis: whole } = numerators;
  if (variant === undefined) {
    for (const [code, figure] of numerators.byArea)
      found.set(code, plainEstimate(figure, basisAt(numerators, code)));
    return { figures: found, sharedOutFrom: sharedOutFrom(numerators), basis: whole };
  }
  const amongst = (measure: string) => observed.figures(measure, variant.period ?? period, asked, areaType);
  const ofEveryone = asked.ethnicGroup === 'all' ? variant.everyone : undefined;
  const denominators =
    (ofEveryone === undefined ? undefined : amongst(ofEveryone)) ?? amongst(variant.measure);
  if (denominators === undefined) return { figures: found, basis: whole };
  const from = sharedOutFrom(numerators) ?? sharedOutFrom(denominators);
  for (const [code, numerator] of numerators.byArea) {
    const denominator = denominators.byArea.get(code) ?? NOT_AVAILABLE;
    const among = basisAt(denominators, code);
    // An official count among people whom nobody published stays one of what it was counted with.
    const basis = lessDirect(among === 'published' ? basisAt(numerators, code) : whole, among);
    found.set(code, proportionEstimate(numerator, denominator, basis));
  }
  if (indicator.isOfAreas)
    return {
      figures: byAreas(
        found,
        { measure: indicator.measure, people: variant.measure, period, stratum: asked, areaType },
        observed,
      ),
      sharedOutFrom: from,
      basis: whole,
    };
  const complement = complementOf(indicator);
  if (complement !== undefined) {
    const others = observed.figures(complement.without, period, asked, areaType);
    for (const [code, estimate] of found) {
      const share = shareOfPeople(estimate, others?.byArea.get(code));
      // Among people counted elsewhere the difference of the two counts is nobody in particular.
      found.set(code, variant.measure === complement.everybody ? possibleShare(share) : share);
    }
  }
  return { figures: found, sharedOutFrom: from, basis: whole };
}

const sharedOutFrom = ({ sharedOut }: Figures): AreaList | undefined =>
  sharedOut !== undefined && sharedOut.areas.size > 0 ? sharedOut.from : undefined;
