import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { indicatorQueryOptions } from '../../shared/api/queries.ts';
import { NearIndicators } from '../../shared/search/near-matches.tsx';
import { usePageHead } from '../../shared/ui/page-head.ts';
import { releaseOf } from '../../shared/url/page-search.ts';
import { changedSearch } from '../../shared/url/read-search.ts';
import { isOfficial } from '../../shared/words/meaning.ts';
import { type DisparitiesSearch, withIndicator } from './disparities-search.ts';
import { breakdownWords } from './gap-choices.ts';
import { waysOn } from './ways-on.ts';

interface NotHeldProps {
  readonly indicator: string;
  readonly overview: DisparityOverviewReply;
  /** Undefined where there is no such indicator. */
  readonly known: Pick<IndicatorSummary, 'shortTitle' | 'basis'> | undefined;
  readonly search: DisparitiesSearch;
}

/** An indicator that cannot be told apart by these groups here, and where to go from there. */
export function NotHeld({ indicator, overview, known, search }: NotHeldProps) {
  // Of one there is not, nothing is asked: the page would come and go with each refusal.
  const { data } = useQuery({
    ...indicatorQueryOptions(indicator, releaseOf(search)),
    enabled: known !== undefined,
  });
  usePageHead(known === undefined ? { status: 404 } : {});
  if (known === undefined)
    return (
      <div className="notice instead">
        <p>There is no outcome called “{indicator}”. Choose one above.</p>
        <NearIndicators
          written={indicator}
          linkTo={({ id, shortTitle }) => (
            <Link to="/disparities" search={withIndicator(search, id)}>
              {shortTitle}
            </Link>
          )}
        />
      </div>
    );
  if (search.figures === 'real' && !isOfficial(known))
    return (
      <p className="notice instead">
        The figures of {lowerFirst(known.shortTitle)} are synthetic, and only real ones are shown.{' '}
        <Link to="/disparities" search={changedSearch(search, { figures: undefined })}>
          Show the synthetic ones too
        </Link>
      </p>
    );
  const ways = waysOn(search, indicator, { overview, groupsIn: data?.groupsIn ?? [] });
  return (
    <div className="notice instead">
      <p>
        {known.shortTitle} is not published by {breakdownWords(overview.query)} in {overview.area.name}.
        {data?.groupsIn.length === 0 && ways.length === 0 && ' It is published by no groups at all.'}
      </p>
      <ul>
        {ways.map((way) => (
          <li key={way.text}>
            <Link to="/disparities" search={way.search}>
              {way.text}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/indicators/$id" params={{ id: indicator }}>
            Read what is published of it
          </Link>
        </li>
      </ul>
    </div>
  );
}
