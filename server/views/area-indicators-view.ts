/** Everything known about one area, beside the whole place and the country. Pure. */

import type { StoredEstimate } from '../../db/queries/estimates.ts';
import type { StoredArea } from '../../db/queries/releases.ts';
import { ageField } from '../contract/ages.ts';
import type { AreaIndicator, AreaIndicatorsReply } from '../contract/area-replies.ts';
import type { Estimate } from '../contract/estimate.ts';
import type { Meaning } from '../contract/meaning.ts';
import type { Place } from '../contract/place.ts';
import { areaCandidate, untestedArea } from '../judge/candidates/of-areas.ts';
import { answerTo, lookUp } from '../judge/look-up.ts';
import type { AreaQuestion } from '../judge/release/area-questions.ts';
import { estimateView } from '../judge/release/estimate-view.ts';
import { roundedToOf } from '../judge/release/rounded-to.ts';
import type { Snapshot } from '../judge/release/snapshot.ts';
import { againstTheRest, compared } from './compared-area.ts';
import { comparisonFacts } from './comparison-facts.ts';
import { meaningOf, spokenPolarity } from './meaning.ts';
import { areaOpening } from './opening/area-opening.ts';
import { recentTrendView } from './recent-trend-view.ts';
import { pointsOf } from './trend-view.ts';
import { datedBy, periodWords, titleOf } from './words.ts';

type Row = StoredEstimate & { readonly series_id: number };

export interface AreaAsked {
  readonly area: StoredArea;
  /** Codes of the areas that share a border with it. */
  readonly neighbours: readonly string[];
}

export function areaIndicatorsView(
  { area, neighbours }: AreaAsked,
  questions: readonly AreaQuestion[],
  rows: readonly Row[],
  snapshot: Snapshot,
  place: Place,
): AreaIndicatorsReply {
  const country = countryOf(place);
  const bySeries = Map.groupBy(rows, (row) => row.series_id);
  const answers = questions.map((question) => {
    const own = bySeries.get(question.series.id) ?? [];
    const at = (code: string) => own.find((row) => row.area_code === code && row.period === question.period);
    const [here, whole, wide] = [at(area.code), at(place.code), country && at(country.code)];
    const asked = { ...question, areaType: area.type };
    return {
      question,
      candidate:
        here === undefined
          ? untestedArea(asked, area.code, NO_FIGURE)
          : areaCandidate(asked, here, whole, snapshot, place),
      points: pointsOf(
        question.indicator,
        own.filter((row) => row.area_code === (question.publishedHere ? area.code : place.code)),
      ),
      estimate: question.publishedHere ? estimateOr(here) : null,
      place: whole ? estimateView(whole) : null,
      country: wide ? estimateView(wide) : null,
    };
  });
  const inPlace = area.parents.some(({ code }) => code === place.code);
  const roundedTo = answers.map(({ question }) => roundedToOf(question.series.version_id, snapshot));
  const looked = lookUp(
    answers.map(({ candidate }) => candidate),
    snapshot.judgement,
  );
  const indicators = answers.map(({ question, candidate, points, ...figures }) => ({
    ...wordsOf(question),
    ...ageField(question.period, datedBy(question.indicator, snapshot)),
    ...figures,
    ...compared(candidate, looked),
    trend: recentTrendView({ ...question.indicator, polarity: spokenPolarity(question.indicator) }, points),
  }));
  const { code, name, type, parents, illustrative } = area;
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    query: { area: code },
    area: { code, name, type, parents, ...(illustrative && { illustrative }) },
    place: { code: place.code, name: place.name, type: place.type },
    country: country ?? null,
    edition: area.edition,
    neighbours: neighbours
      .map((other) => ({ code: other, name: snapshot.nameOf(type, other) ?? other, type }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    opening: areaOpening(indicators, { area: name, place: place.name }),
    indicators,
    comparison: comparisonFacts(
      answers.map(({ candidate }) => answerTo(candidate, looked)),
      {
        against: againstTheRest(type, place),
        roundedTo,
        untested: inPlace
          ? 'None: the figures come without counts to test'
          : code === place.code
            ? 'None: it is the whole place, which the board compares with larger areas'
            : `None: it is not a part of ${place.name}`,
      },
    ),
  };
}

const countryOf = (place: Place) => place.parents.find(({ type }) => type === 'country');

/** Areas whose figures one reply needs. */
export const areasNeeded = (area: { readonly code: string }, place: Place): string[] => [
  ...new Set([
    area.code,
    place.code,
    ...(countryOf(place) === undefined ? [] : [countryOf(place)?.code ?? '']),
  ]),
];

const NO_FIGURE = 'There is no figure for this area.';
const estimateOr = (row: Row | undefined): Estimate =>
  row === undefined ? { status: 'missing', reason: NO_FIGURE } : estimateView(row);

function wordsOf({
  indicator,
  group,
  stratum,
  period,
  areaTypes,
  publishedHere,
}: AreaQuestion): Pick<
  AreaIndicator,
  | 'indicator'
  | 'title'
  | 'shortTitle'
  | 'aim'
  | 'populationGroup'
  | 'membership'
  | 'stratum'
  | 'unit'
  | 'decimals'
  | 'polarity'
  | keyof Meaning
  | 'finestArea'
  | 'areaTypes'
  | 'publishedHere'
  | 'period'
  | 'periodLabel'
  | 'source'
> {
  const { publisher, shortPublisher = publisher, title, url, licence } = indicator.source;
  return {
    indicator: indicator.id,
    title: titleOf(indicator, stratum, period),
    shortTitle: indicator.shortTitle,
    aim: indicator.aim,
    populationGroup: group.id,
    membership: group.membership,
    stratum,
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    finestArea: indicator.finestArea,
    areaTypes: [...areaTypes],
    publishedHere,
    period,
    periodLabel: periodWords(indicator, period),
    source: { publisher, shortPublisher, title, url, licence },
  };
}
