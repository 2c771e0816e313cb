import { Link } from '@tanstack/react-router';
import { type Breakdown, breakdowns } from '../../server/contract/dimensions.ts';
import type { DisparityOverviewReply } from '../../server/contract/gap-replies.ts';
import type { IndicatorSummary } from '../../server/contract/replies.ts';
import { type DisparitiesSearch, withBreakdown, withIndicator } from '../disparities-search.ts';
import { lowerFirst } from '../format.ts';
import { NearIndicators } from '../ui/near-matches.tsx';

interface NotHeldProps {
  readonly indicator: string;
  readonly overview: DisparityOverviewReply;
  readonly indicators: readonly IndicatorSummary[];
  readonly search: DisparitiesSearch;
}

/** An outcome that cannot be told apart by these groups here, and where to go from there. */
export function NotHeld({ indicator, overview, indicators, search }: NotHeldProps) {
  const known = indicators.find(({ id }) => id === indicator);
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
  const others = breakdowns.filter(({ id }) => id !== overview.query.by);
  return (
    <div className="notice instead">
      <p>
        {known.shortTitle} is not published by {lowerFirst(overview.breakdown.label)} in {overview.area.name}.{' '}
        {others.map(({ id, label }) => (
          <Link key={id} to="/disparities" search={elsewhere(search, id, indicator)}>
            Try it by {lowerFirst(label)}
          </Link>
        ))}
        , or read{' '}
        <Link to="/indicators/$id" params={{ id: indicator }}>
          what is published of it
        </Link>
        .
      </p>
    </div>
  );
}

const elsewhere = (search: DisparitiesSearch, by: Breakdown, indicator: string) =>
  withIndicator(withBreakdown(search, by, undefined), indicator);
