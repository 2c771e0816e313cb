/** The areas of one type within the place, each against the rest of the place. Pure. */
import type { AreaType } from '../../contract/dimensions.ts';
import type { Estimate } from '../../contract/estimate.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type Candidate, candidateOf } from '../candidate.ts';
import type { Comparison } from '../comparison.ts';
import { countedOf, isUnmeasured, restOf } from '../figures/counted.ts';
import {
  isAboveAll,
  MORE_THAN_ALL,
  WITHDRAWN,
  whyMissing,
  whyNoneOfSet,
} from '../figures/counted-estimate.ts';
import { NONE_OR_ALL, UNMEASURED } from '../figures/modelled-words.ts';
import { isTested, type TestOutcome, testOfCounted } from '../figures/two-figures.ts';
import { estimateView } from '../release/estimate-view.ts';
import { roundedToOf } from '../release/rounded-to.ts';
import type { SeriesWithCoverage, Snapshot } from '../release/snapshot.ts';
import type { StoredEstimate } from '../release/stored.ts';

/** One series at one period and type of area: what a map is drawn from. */
export interface SeriesAt {
  readonly indicator: Indicator;
  readonly series: SeriesWithCoverage;
  readonly areaType: AreaType;
  readonly period: string;
}

const NO_PLACE = 'The whole place has no figure to compare with.';

/**
 * The areas of one map, each against the rest of the place. None is tested once an area of the place counts more people
 * than its population holds.
 *
 * @param asked the series, period and type of area.
 * @param rows the figures of the areas and of the place, others left aside.
 * @param snapshot the release they are of.
 * @param place the place the areas are compared within.
 * @returns one for each area that has a row, in the order of the rows; differences in percentage points.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG et al (2000) Statistics with Confidence, ch. 6 (independent groups).
 * @example areaCandidates(wards, rows.filter(({ series_id, period }) => series_id === 1 && period === '2024-25'), snapshot, place)
 *   .map(({ id, outcome }) => [id, outcome.difference.value]);
 *   // [['made-up:2024-25:all:E05000001:rest', -22.5], ['made-up:2024-25:all:E05000002:rest', 22.5]]
 */
export function areaCandidates(
  asked: SeriesAt,
  rows: readonly StoredEstimate[],
  snapshot: Snapshot,
  place: Place,
): Candidate[] {
  const whole = rows.find((row) => row.area_type === place.type && row.area_code === place.code);
  const own = rows.filter((row) => row.area_type === asked.areaType);
  const here = own.filter((row) => isWithin(row.area_code, snapshot, place));
  const reason = whyNoneOfSet(here.map(estimateView));
  return own.map((row) => {
    const candidate = areaCandidate(asked, row, whole, snapshot, place);
    return reason !== undefined && isTested(candidate.outcome)
      ? { ...candidate, outcome: { reason } }
      : candidate;
  });
}

/**
 * One area against the rest of the place: a part and its whole are not independent, so the part is taken out.
 *
 * @param asked the series, period and type of area.
 * @param row the figure of the area.
 * @param ofPlace that of the whole place; undefined where it has none.
 * @param snapshot the release they are of.
 * @param place the place it is compared within.
 * @returns the difference in percentage points and p, or why there is no test.
 * @throws RangeError for counts that are no part of a whole.
 * @see Altman DG et al (2000) Statistics with Confidence, ch. 6 (independent groups).
 * @example areaCandidate(wards, rows.find(({ area_code }) => area_code === 'E05000001'), undefined, snapshot, place).outcome;
 *   // { reason: 'The whole place has no figure to compare with.' }
 */
export function areaCandidate(
  asked: SeriesAt,
  row: StoredEstimate,
  ofPlace: StoredEstimate | undefined,
  snapshot: Snapshot,
  place: Place,
): Candidate {
  const roundedTo = roundedToOf(asked.series.version_id, snapshot);
  const own = estimateView(row);
  return candidateOf({
    subject: asked.indicator,
    comparison: comparisonOf(asked, row.area_code, 'rest'),
    shape: shapeOf(asked, 'rest'),
    outcome: isWithin(row.area_code, snapshot, place)
      ? isCountAlone(asked, own)
        ? { reason: COUNT_ALONE }
        : againstRest(own, ofPlace && estimateView(ofPlace), roundedTo)
      : { reason: outsideReason(row.area_code, place) },
    basis: own.status === 'shown' ? basisOfSet(asked) : undefined,
  });
}

const COUNT_ALONE = 'A number of people is not a share of anybody, so it cannot be tested.';
const isCountAlone = ({ indicator }: SeriesAt, { status }: Estimate) =>
  indicator.unit === 'people' && status === 'shown';

/** That of the least real figure: of what is made up, an official figure is compared with made-up ones. */
const basisOfSet = ({ series, areaType, period }: SeriesAt) =>
  series.coverage.find((row) => row.area_type === areaType && row.period === period)?.basis;

/** The whole has no rest within the place; against larger areas it has comparisons of their own. */
const outsideReason = (code: string, { code: whole, name }: Place): string =>
  code === whole
    ? `${name} is the whole place: it is compared with larger areas.`
    : `It is not a part of ${name}.`;

/** An area the series has nothing of. */
export const untestedArea = (asked: SeriesAt, code: string, reason: string): Candidate =>
  candidateOf({
    subject: asked.indicator,
    comparison: comparisonOf(asked, code, 'rest'),
    shape: shapeOf(asked, 'rest'),
    outcome: { reason },
  });

export const comparisonOf = (
  { indicator, series, period }: Omit<SeriesAt, 'areaType'>,
  area: string,
  reference: string,
): Comparison => ({
  indicator: indicator.id,
  denominator: series.denominator,
  period,
  stratum: series,
  area,
  reference,
});

/** Every comparison of the indicator alike in all but the area. */
export const shapeOf = (asked: SeriesAt, reference: string): string =>
  [asked.series.id, asked.period, asked.areaType, reference].join(' ');

const isWithin = (code: string, snapshot: Snapshot, place: Place): boolean =>
  snapshot.areaOf(code)?.parents.some((parent) => parent.code === place.code) === true;

/** A part and its whole are not independent, so the part is taken out. */
function againstRest(own: Estimate, whole: Estimate | undefined, roundedTo: number | null): TestOutcome {
  const part = countedOf(own, roundedTo);
  if (part === undefined) return { reason: untestedReason(own) };
  const all = whole && countedOf(whole, roundedTo);
  if (all === undefined) return { reason: NO_PLACE };
  const rest = restOf(all, part);
  return rest === undefined ? { reason: 'Nobody else lives in the place.' } : testOfCounted(part, rest);
}

/** Why a figure by itself cannot be tested, in a sentence for readers. */
function untestedReason(estimate: Estimate): string {
  if (estimate.status === 'withheld') return 'The figure is withheld to protect people.';
  if (estimate.status === 'withdrawn') return WITHDRAWN;
  if (estimate.status === 'missing') return whyMissing(estimate);
  if (isUnmeasured(estimate) && estimate.numerator !== undefined) return UNMEASURED;
  if (estimate.modellingError !== undefined && estimate.interval === 'none' && !isAboveAll(estimate))
    return NONE_OR_ALL;
  if (isAboveAll(estimate)) return MORE_THAN_ALL;
  return 'The figure comes without counts to test.';
}
