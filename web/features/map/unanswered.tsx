/** What the map cannot show as its link asks for it, with the way to where it can be had. */
import { Link } from '@tanstack/react-router';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { insteadOf, nearestWith } from '../../shared/question/instead.ts';
import { questionOf, type Selection, wantedOf } from '../../shared/question/selection.ts';
import type { Unanswered } from '../../shared/ui/instead-notice.tsx';
import { type MapSearch, withQuestion } from './map-search.ts';
import type { Picture } from './picture.ts';

interface Worded {
  readonly definition: IndicatorReply;
  readonly selection: Selection;
}

/** Parts of the question that have no figures, each with the way to where it has some. */
export function unanswered(
  search: MapSearch,
  indicator: string,
  { definition, selection }: Worded,
): Unanswered[] {
  const wanted = wantedOf(search);
  return insteadOf(wanted, selection).map(({ word, sentence }) => {
    const near = nearestWith(definition, wanted, word);
    const whole = nearestWith({ ...definition, drawn: ['borough'] }, wanted, word);
    if (near !== undefined)
      return {
        sentence,
        near: (
          <Link to="/map" search={withQuestion(search, questionOf(indicator, near))}>
            See where there are
          </Link>
        ),
      };
    if (whole === undefined) return { sentence };
    const { indicator: _, ...question } = questionOf(indicator, whole);
    return {
      sentence,
      near: (
        <Link to="/indicators/$id" params={{ id: indicator }} search={question}>
          See them for the whole place
        </Link>
      ),
    };
  });
}

/** Ways of looking that the picture does not have. */
export function unseen({ view, area }: MapSearch, { reply, outlines }: Picture): Unanswered[] {
  const isHere = area === undefined || outlines.features.some(({ id }) => id === area);
  return [
    ...(view === 'verdict' && reply.comparison.compared === 0
      ? [{ sentence: 'These areas are not compared with the rest. The map shows their values.' }]
      : []),
    ...(isHere
      ? []
      : [
          {
            sentence: `There is no area “${area}” on this map. Every area is shown, and none is picked out.`,
          },
        ]),
  ];
}
