/** The question as each endpoint asks it; undefined where it has no figures to answer with. Pure. */
import type { AreaType, Denominator, EthnicScheme } from '../../../server/contract/dimensions.ts';
import type {
  AreasOverTimeQuery,
  GroupsOverTimeQuery,
  ReachQuery,
} from '../../../server/contract/uptake-queries.ts';
import { releaseOf } from '../../shared/url/page-search.ts';
import { type Asked, ethnicGroupOf, everyoneOf, periodAtMost, rowsLike, schemesOf } from './question.ts';
import type { UptakeSearch } from './uptake-search.ts';

/** Areas a map or a list is of: wards where there are any, else what lies side by side within the place. */
const sideBySide: readonly AreaType[] = ['ward', 'neighbourhood', 'msoa'];

/** The scheme asked for where the area has it, else the coarsest it has. */
export function schemeOf(asked: Asked, wanted: EthnicScheme | undefined): EthnicScheme | undefined {
  const held = schemesOf(asked, asked.area.type);
  return held.find((id) => id === wanted) ?? held[0];
}

/** Ethnic groups where there are any; else the API chooses what the area can be told apart by. */
const byScheme = (scheme: EthnicScheme | undefined) =>
  scheme === undefined ? {} : ({ by: 'ethnicGroup', ethnicScheme: scheme } as const);

export const groupsQueryOf = (asked: Asked, search: UptakeSearch): GroupsOverTimeQuery => ({
  ...byScheme(schemeOf(asked, search.ethnicScheme)),
  ...everyoneOf(asked),
  area: asked.area.code,
  ...releaseOf(search),
});

export function mapQueryOf(asked: Asked, search: UptakeSearch): AreasOverTimeQuery | undefined {
  const group = ethnicGroupOf(asked.selection);
  const areaType = sideBySide.find((type) =>
    rowsLike(asked, type).some(
      ({ ethnicScheme, ethnicGroup }) =>
        ethnicGroup === (group.ethnicGroup ?? 'all') &&
        (group.ethnicScheme === undefined || ethnicScheme === group.ethnicScheme),
    ),
  );
  if (areaType === undefined) return undefined;
  return { areaType, ...everyoneOf(asked), ...group, ...releaseOf(search) };
}

/** Areas crossed with groups are published for fewer dates than totals are: the newest not after the page's. */
export function reachQueryOf(asked: Asked, search: UptakeSearch): ReachQuery | undefined {
  const areaType = sideBySide.find((type) => schemesOf(asked, type).length > 0);
  if (areaType === undefined) return undefined;
  const [scheme] = schemesOf(asked, areaType);
  const rows = rowsLike(asked, areaType).filter(({ ethnicScheme }) => ethnicScheme === scheme);
  const period = periodAtMost(rows, asked.selection.period);
  if (period === undefined) return undefined;
  return {
    ...byScheme(scheme),
    areaType,
    period,
    ...everyoneOf(asked),
    target: search.target ?? 'place',
    ...releaseOf(search),
  };
}

/** The populations these groups can be counted among; fewer than two cannot stand side by side. */
export function populationsOf(asked: Asked, search: UptakeSearch): Denominator[] {
  const scheme = schemeOf(asked, search.ethnicScheme);
  const held = asked.definition.denominators.filter(({ id }) =>
    asked.words.available.some(
      (row) =>
        row.denominator === id &&
        row.ageBand === asked.selection.ageBand &&
        (scheme === undefined || row.ethnicScheme === scheme),
    ),
  );
  return held.length > 1 ? held.map(({ id }) => id) : [];
}

/** Of one date alone nothing can be said about when. */
export const hasDates = (asked: Asked) =>
  new Set(rowsLike(asked, asked.area.type).flatMap(({ periods }) => periods)).size > 1;
