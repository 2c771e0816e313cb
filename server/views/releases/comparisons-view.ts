/** What a release judged, and in which lists. Pure. */
import type { Answer } from '../../contract/answer.ts';
import type { ComparisonsReply, JudgedComparison } from '../../contract/comparison-replies.ts';
import { comparisonParts } from '../../judge/comparison.ts';
import type { ListFacts } from '../../judge/judgement.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { sortsOfLists, standingsIn } from '../../judge/standing.ts';

type Judged = Pick<Snapshot, 'judgement' | 'areaOf' | 'catalogue'>;

/** Every comparison of a release, by id. */
export function judgedComparisons(
  { judgement, areaOf, catalogue }: Judged,
  lists: readonly ListFacts[],
): JudgedComparison[] {
  const judged = [...judgement.answers.values()].flatMap((answer) => {
    const parts = comparisonParts(answer.comparison);
    const indicator = parts && catalogue.find(parts.indicator);
    // What the release does not define has neither kind nor title.
    return parts === undefined || indicator === undefined ? [] : [{ answer, parts, indicator }];
  });
  const standings = standingsIn(
    judged.map(({ answer: { comparison, p = null }, indicator }) => ({
      id: comparison,
      kind: indicator.kind,
      p,
    })),
    lists,
  );
  return judged.map(({ answer, parts: { form: _, ...parts }, indicator: { title } }) => ({
    ...withReason(answer),
    ...parts,
    title,
    area: { code: parts.area, name: areaOf(parts.area)?.name ?? parts.area },
    lists: [...(standings.get(answer.comparison) ?? [])],
  }));
}

/** Why nothing was tested is told by the figures, where they are shown. */
const withReason = (answer: Answer): Answer =>
  answer.verdict === 'not-compared' ? { ...answer, untested: NOT_TESTED } : answer;
const NOT_TESTED = 'Nothing was tested; where the figure is shown it says why.';

export const sortsOf = (lists: readonly ListFacts[]): ComparisonsReply['sorts'] => sortsOfLists(lists);
