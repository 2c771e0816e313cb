/** An area against the rest of the place, as maps and profiles show it. Pure. */
import type { Answer } from '../../contract/answer.ts';
import { type AreaType, areaTypes } from '../../contract/dimensions.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { Candidate } from '../../judge/candidate.ts';
import { isTested } from '../../judge/figures/two-figures.ts';
import { answerTo } from '../../judge/look-up.ts';
import { readingOf } from '../../judge/subject.ts';

/** The answer, and where one was tested the figure minus that of the rest. */
export function compared(
  candidate: Candidate | undefined,
  answers: ReadonlyMap<string, Answer>,
): Answer & { readonly gap?: number } {
  if (candidate === undefined) throw new Error('every area is a candidate');
  const { outcome } = candidate;
  const answer = answerTo(candidate, answers);
  return {
    ...answer,
    ...(isTested(outcome) && answer.verdict !== 'not-compared' && { gap: outcome.difference.value }),
  };
}

export const againstTheRest = (areaType: AreaType, place: Pick<Place, 'name'>) =>
  `the rest of ${place.name}: its other ${areaTypes.find(({ id }) => id === areaType)?.plural ?? 'areas'} together`;

/** Why there is no test, where nothing was compared. */
export function untestedWords(indicator: Indicator): string {
  const reading = readingOf(indicator);
  if (reading.words === 'none') return `None. ${reading.reason}`;
  return indicator.unit === 'people'
    ? 'None: numbers of people are not shares of any population, so larger areas have larger ones'
    : 'None: the figures come without counts to test';
}
