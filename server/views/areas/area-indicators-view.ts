/** Everything known about one area, beside the whole place and the country. Pure. */

import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { SelectedArea } from '../../../db/queries/releases.ts';
import type { AreaIndicatorsReply } from '../../contract/area-replies.ts';
import { inWords } from '../../contract/phrases.ts';
import type { Place } from '../../contract/place.ts';
import { answerTo, lookUp } from '../../judge/look-up.ts';
import type { AreaQuestion } from '../../judge/release/area-questions.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { againstTheRest } from '../comparing/compared-area.ts';
import { comparisonFacts } from '../comparing/comparison-facts.ts';
import { areaOpening } from './area-opening.ts';
import { type AreaDraft, areaDraft, areaRow, candidatesOf, countryOf } from './area-row.ts';
import { placeOpening } from './place-opening.ts';

type Row = SelectedEstimate & { readonly series_id: number };

export interface AreaAsked {
  readonly area: SelectedArea;
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
  const bySeries = Map.groupBy(rows, (row) => row.series_id);
  const drafts = questions.map((question) =>
    areaDraft(question, area, bySeries.get(question.series.id) ?? [], snapshot, place),
  );
  const answers = lookUp(drafts.flatMap(candidatesOf), snapshot.judgement);
  const indicators = drafts.map((draft) => areaRow(draft, answers, area, snapshot, place));
  const { code, name, type, illustrative } = area;
  const parents = area.parents.map((parent) => ({
    ...parent,
    ...(snapshot.areaOf(parent.code)?.illustrative && { illustrative: true }),
  }));
  const isPlace = code === place.code;
  const tested = drafts.flatMap((draft) =>
    testedIn(draft, isPlace).map((one) => ({ answer: answerTo(one, answers), roundedTo: draft.roundedTo })),
  );
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    query: { area: code },
    area: { code, name, type, parents, ...(illustrative && { illustrative }) },
    place: { code: place.code, name: place.name, type: place.type },
    country: countryOf(place) ?? null,
    edition: area.edition,
    neighbours: neighbours
      .map((other) => ({ code: other, name: snapshot.nameOf(type, other) ?? other, type }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    opening: isPlace
      ? placeOpening(indicators, place.name)
      : areaOpening(indicators, { area: name, place: place.name }),
    indicators,
    comparison: comparisonFacts(
      tested.map(({ answer }) => answer),
      {
        against: isPlace ? againstLargerAreas(place) : againstTheRest(type, place),
        figures: indicators.map(({ estimate }) => estimate),
        roundedTo: tested.map(({ roundedTo }) => roundedTo),
        untested: untestedWords(area, place),
      },
    ),
  };
}

/** The whole place is compared with larger areas, everything within it with the rest of it. */
const testedIn = ({ candidate, comparisons }: AreaDraft, isPlace: boolean) =>
  isPlace ? comparisons.map((one) => one.candidate) : [candidate];

const againstLargerAreas = ({ parents }: Place) =>
  `each larger area it lies in, itself taken out of it where counts allow: ${inWords(parents.map(({ name }) => name))}`;

function untestedWords({ code, parents }: SelectedArea, place: Place): string {
  const isHere = code === place.code || parents.some((parent) => parent.code === place.code);
  return isHere ? 'None: the figures come without counts to test' : `None: it is not a part of ${place.name}`;
}

/** Areas whose figures one reply needs. */
export const areasNeeded = (area: { readonly code: string }, place: Place): string[] => [
  ...new Set([area.code, place.code, ...place.parents.map(({ code }) => code)]),
];
