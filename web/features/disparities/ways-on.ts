/** Where the gaps of an indicator can be seen that the area asked about has not by these groups. Pure. */
import type { DisparityOverviewReply } from '../../../server/contract/gap-replies.ts';
import type { HeldBreakdown } from '../../../server/contract/held-breakdowns.ts';
import type { IndicatorReply } from '../../../server/contract/replies.ts';
import { type DisparitiesSearch, withBreakdown, withIndicator } from './disparities-search.ts';
import { breakdownWords } from './gap-choices.ts';

interface Held {
  readonly overview: Pick<DisparityOverviewReply, 'area' | 'held'>;
  readonly groupsIn: IndicatorReply['groupsIn'];
}

export interface WayOn {
  readonly text: string;
  readonly search: DisparitiesSearch;
}

/** Other groups here first, then the areas it is held in; each leads to figures, and where there are none, nothing does. */
export function waysOn(search: DisparitiesSearch, indicator: string, { overview, groupsIn }: Held): WayOn[] {
  const to = (way: HeldBreakdown, area: string | undefined) => ({
    ...withIndicator(withBreakdown(search, way.by, way.ethnicScheme), indicator),
    ...(area !== undefined && { area }),
  });
  const here = overview.held
    .filter(({ indicators }) => indicators.includes(indicator))
    .map((way) => ({
      text: `Try it by ${breakdownWords(way)} in ${overview.area.name}`,
      search: to(way, search.area),
    }));
  const elsewhere = groupsIn
    .filter(({ code }) => code !== overview.area.code)
    .flatMap(({ code, name, breakdowns }) =>
      breakdowns.map((way) => ({
        text: `See it by ${breakdownWords(way)} in ${name}`,
        search: to(way, code),
      })),
    );
  return [...here, ...elsewhere];
}
