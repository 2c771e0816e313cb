/** What the first page opens with. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { BoardReply } from '../../contract/board-reply.ts';
import type { DisparityOverviewReply } from '../../contract/gap-replies.ts';
import type { HomeReply } from '../../contract/home-reply.ts';
import type { Place } from '../../contract/place.ts';
import type { AreaQuestion } from '../../judge/release/area-questions.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { glanceView } from './glance.ts';
import { wardFiguresShown } from './ward-figures.ts';
import { wardsRule, wardsToLookAt } from './wards-to-look-at.ts';
import { ethnicWords, WIDEST_RULE, widestDifference } from './widest-difference.ts';

type Row = SelectedEstimate & { readonly series_id: number };

/** Questions with the stored figures that answer them. */
interface Answered {
  readonly questions: readonly AreaQuestion[];
  readonly rows: readonly Row[];
}

interface HomeParts {
  readonly glance: Answered;
  readonly wards: Answered;
  /** The gaps of the place, one reply for each way its people are told apart. */
  readonly overviews: readonly DisparityOverviewReply[];
  readonly changed: BoardReply['changed'];
}

export function homeView(
  { glance, wards, overviews, changed }: HomeParts,
  snapshot: Snapshot,
  place: Place,
): HomeReply {
  const figures = wardFiguresShown(wards.questions, wards.rows, snapshot, place);
  const widest = widestDifference(overviews, figures, place.name);
  const ethnic = overviews.find(({ query }) => query.by === 'ethnicGroup');
  return {
    release: snapshot.release,
    asOf: snapshot.asOf,
    area: { code: place.code, name: place.name, type: place.type },
    glance: glanceView(
      glance.questions,
      Map.groupBy(glance.rows, ({ series_id }) => series_id),
      snapshot,
      place,
    ),
    widest,
    widestRule: WIDEST_RULE,
    betweenEthnicGroups: widest?.between === 'ethnicGroup' ? null : ethnicWords(ethnic, place.name),
    wards: wardsToLookAt(figures),
    wardsRule: wardsRule(place.name),
    changed,
  };
}
