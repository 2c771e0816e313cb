import type { Candidate } from './candidate.ts';
import type { ListSort } from './judgement.ts';

/** What a change stands in where groups and named references stand in theirs. */
const EARLIER = 'earlier';

/**
 * The list of a sort that a comparison stands in. Lists of areas and of groups are kept apart by the kind of indicator,
 * all of them by whether figures are synthetic.
 *
 * @param sort which sort of lists.
 * @param candidate the comparison with its kind.
 * @returns the name of the list; undefined where the comparison stands in none of the sort: a whole area against the rest
 * is in no list of groups.
 * @see Benjamini Y, Bogomolov M (2014) Selective inference on multiple families of hypotheses. J R Stat Soc B 76:297-318.
 * @example listOfComparison('area', {
 *   kind: 'service', comparison: { indicator: 'mmr-1-at-2-years', area: 'E05000001', reference: 'rest' },
 * }); // 'E05000001 service'
 */
export function listOfComparison(
  sort: ListSort,
  { comparison, kind }: Pick<Candidate, 'kind'> & ListedBy,
): string | undefined {
  const { indicator, area, group, reference } = comparison;
  if (sort === 'indicator') return indicator;
  if (sort === 'area') return `${area} ${kind}`;
  const named = group ?? (reference.startsWith('since-') ? EARLIER : reference);
  return named === 'rest' ? undefined : `${named} ${kind}`;
}

interface ListedBy {
  readonly comparison: Pick<Candidate['comparison'], 'indicator' | 'area' | 'group' | 'reference'>;
}
