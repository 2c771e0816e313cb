import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { AreaType, Denominator, EthnicScheme } from '../../server/contract/dimensions.ts';
import {
  areasOverTimeQuery,
  boundariesQuery,
  groupsOverTimeQuery,
  indicatorQuery,
  indicatorsQuery,
  milestonesQuery,
  reachQuery,
} from '../api/queries.ts';
import { releaseOf } from '../page-search.ts';
import type { VaccinationSearch } from '../vaccination-search.ts';
import { type Asked, everyoneOf, groupOf, periodAtMost, rowsLike, schemesOf } from './question.ts';
import { vaccines } from './vaccines.ts';

/** Areas a map or a list is of: wards where there are any, else what lies side by side within the place. */
const sideBySide: readonly AreaType[] = ['ward', 'neighbourhood', 'msoa'];

export const mapTypeOf = (asked: Asked): AreaType | undefined =>
  sideBySide.find((type) =>
    rowsLike(asked, type).some(({ ethnicScheme, ethnicGroup }) => {
      const group = groupOf(asked.selection);
      return (
        ethnicGroup === (group.ethnicGroup ?? 'all') &&
        (group.ethnicScheme === undefined || ethnicScheme === group.ethnicScheme)
      );
    }),
  );

/** Every picture's figures, each asked for by itself so that one does not wait for another. */
export function useFigures(asked: Asked | undefined, search: VaccinationSearch) {
  const release = releaseOf(search);
  const id = asked?.definition.id ?? '';
  const who = asked === undefined ? {} : everyoneOf(asked);
  const scheme = asked && schemeOf(asked, search.ethnicScheme);
  const grouped = byScheme(scheme);
  const kept = { placeholderData: keepPreviousData };
  const area = asked?.area.code ?? '';
  const groups = useQuery({
    ...groupsOverTimeQuery(id, { ...grouped, ...who, area, ...release }),
    enabled: asked !== undefined,
    ...kept,
  });
  const milestones = useQuery({
    ...milestonesQuery(id, { ...grouped, ...who, area, ...release }),
    enabled: asked !== undefined,
    ...kept,
  });
  const mapType = asked && mapTypeOf(asked);
  const group = asked === undefined ? {} : groupOf(asked.selection);
  const map = useQuery({
    ...areasOverTimeQuery(id, { ...(mapType && { areaType: mapType }), ...who, ...group, ...release }),
    enabled: mapType !== undefined,
    ...kept,
  });
  const outlines = useQuery({
    ...boundariesQuery(map.data?.query.areaType ?? 'ward', map.data?.edition),
    enabled: map.data !== undefined,
  });
  const reach = useReach(asked, search);
  const completes = vaccines.find(({ indicator }) => indicator === id)?.completion;
  const completion = useCompletion(completes, asked, search);
  return {
    scheme,
    completion,
    groups,
    milestones,
    map: mapType === undefined ? undefined : map,
    outlines,
    ...reach,
  };
}

/** The scheme asked for where the area has it, else the coarsest it has. */
function schemeOf(asked: Asked, wanted: EthnicScheme | undefined): EthnicScheme | undefined {
  const held = schemesOf(asked, asked.area.type);
  return held.find((id) => id === wanted) ?? held[0];
}

/** Ethnic groups where there are any; else the API chooses what the area can be told apart by. */
const byScheme = (scheme: EthnicScheme | undefined) =>
  scheme === undefined ? {} : ({ by: 'ethnicGroup', ethnicScheme: scheme } as const);

/** The list crosses areas with groups, which is published for fewer dates than totals are. */
function useReach(asked: Asked | undefined, search: VaccinationSearch) {
  const areaType = asked && sideBySide.find((type) => schemesOf(asked, type).length > 0);
  const scheme = asked && areaType && schemesOf(asked, areaType)[0];
  const rows = asked && areaType ? rowsLike(asked, areaType) : [];
  const period =
    asked &&
    periodAtMost(
      rows.filter(({ ethnicScheme }) => ethnicScheme === scheme),
      asked.selection.period,
    );
  const enabled = asked !== undefined && scheme !== undefined && period !== undefined;
  const reach = useQuery({
    ...reachQuery(asked?.definition.id ?? '', {
      by: 'ethnicGroup',
      ...(scheme && { ethnicScheme: scheme }),
      ...(areaType && { areaType }),
      ...(period && { period }),
      ...(asked && everyoneOf(asked)),
      target: search.target ?? 'place',
      ...releaseOf(search),
    }),
    enabled,
    placeholderData: keepPreviousData,
  });
  return { reach: enabled ? reach : undefined };
}

/** The groups of the area among each population there are figures on, where there are two. */
export function usePopulations(asked: Asked | undefined, search: VaccinationSearch) {
  const scheme = asked && schemeOf(asked, search.ethnicScheme);
  const ids = asked === undefined ? [] : asked.definition.denominators.map(({ id }) => id as Denominator);
  const offered = ids.filter((id) =>
    asked?.words.available.some(
      (row) =>
        row.denominator === id &&
        row.ageBand === asked.selection.ageBand &&
        (scheme === undefined || row.ethnicScheme === scheme),
    ),
  );
  const replies = useQueries({
    queries: (offered.length > 1 ? offered : []).map((denominator) => ({
      ...groupsOverTimeQuery(asked?.definition.id ?? '', {
        ...byScheme(scheme),
        ...(asked && everyoneOf(asked)),
        area: asked?.area.code ?? '',
        denominator,
        ...releaseOf(search),
      }),
    })),
  });
  return offered.flatMap((id, index) => {
    const reply = replies[index]?.data;
    return reply === undefined ? [] : [{ id, reply }];
  });
}

/** Those with this dose among people with the one before, by the same groups. */
function useCompletion(id: string | undefined, asked: Asked | undefined, search: VaccinationSearch) {
  const release = releaseOf(search);
  const held = useQuery(indicatorsQuery(release)).data?.indicators.some((one) => one.id === id) ?? false;
  const enabled = id !== undefined && asked !== undefined && held;
  const definition = useQuery({ ...indicatorQuery(id ?? '', release), enabled });
  const { denominator: _, ...who } = asked === undefined ? { denominator: undefined } : everyoneOf(asked);
  const reply = useQuery({
    ...groupsOverTimeQuery(id ?? '', {
      ...byScheme(asked && schemeOf(asked, search.ethnicScheme)),
      ...who,
      area: asked?.area.code ?? '',
      ...release,
    }),
    enabled,
    placeholderData: keepPreviousData,
  });
  return enabled && definition.data && reply.data
    ? { definition: definition.data, reply: reply.data, busy: reply.isPlaceholderData }
    : undefined;
}
