/** Figures in the form of the Fingertips API, from the release in memory and one reading of the database. */

import type { FastifyReply } from 'fastify';
import type { Static } from 'typebox';
import { estimatesOfTypes } from '../../../db/queries/estimates.ts';
import { PROFILE } from '../../contract/fingertips/ids.ts';
import {
  dataByGroupQuery,
  dataByIndicatorQuery,
  dataByProfileQuery,
  latestQuery,
  rootsQuery,
} from '../../contract/fingertips/queries.ts';
import { csvReply, latestReply, rootsReply } from '../../contract/fingertips/replies.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { csvText } from '../../views/fingertips/csv-text.ts';
import { dataCsv, dataHeader } from '../../views/fingertips/data-csv.ts';
import { areaTypeNumbered, type Listed, listedIn, listedIndicators } from '../../views/fingertips/listed.ts';
import { latestView, rootsView } from '../../views/fingertips/roots-view.ts';
import { type AreasAsked, seriesAsked } from '../../views/fingertips/series-asked.ts';
import { problems, type RouteContext, type TypedInstance } from '../context.ts';
import { numberOf, numbersOf } from './asked-numbers.ts';

type AreasQuery = Pick<
  Static<typeof dataByIndicatorQuery>,
  'child_area_type_id' | 'parent_area_type_id' | 'parent_area_code'
>;

export const CSV_TYPE = 'text/csv; charset=utf-8';
const UNKNOWN_TYPE = { id: 0, short: 'parent' };

export function fingertipsDataRoutes(app: TypedInstance, context: RouteContext): void {
  const { releases } = context;

  const csv = async (
    query: AreasQuery,
    snapshot: Snapshot,
    listed: readonly Listed[],
    reply: FastifyReply,
  ) => {
    reply.type(CSV_TYPE);
    return csvOf(query, snapshot, listed, context);
  };

  app.get(
    '/all_data/csv/by_indicator_id',
    {
      schema: {
        summary: 'Figures of indicators in 27 columns; the header alone where there are none',
        querystring: dataByIndicatorQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async ({ query }, reply) => {
      const snapshot = await releases.snapshot(undefined);
      const asked = numbersOf(query.indicator_ids, 'indicator_ids');
      const listed = listedIndicators(snapshot).filter(({ number }) => asked.includes(number));
      return csv(query, snapshot, listed, reply);
    },
  );

  app.get(
    '/all_data/csv/by_group_id',
    {
      schema: {
        summary: 'The same of a group of indicators',
        querystring: dataByGroupQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async ({ query }, reply) => {
      const snapshot = await releases.snapshot(undefined);
      return csv(query, snapshot, listedIn(numberOf(query.group_id), snapshot), reply);
    },
  );

  app.get(
    '/all_data/csv/by_profile_id',
    {
      schema: {
        summary: 'The same of the whole profile',
        querystring: dataByProfileQuery,
        response: { 200: csvReply, ...problems },
      },
    },
    async ({ query }, reply) => {
      const snapshot = await releases.snapshot(undefined);
      return csv(query, snapshot, membersOfProfile(query.profile_id, snapshot), reply);
    },
  );

  rootRoutes(app, context);
}

const membersOfProfile = (profile: string, snapshot: Snapshot) =>
  numberOf(profile) === PROFILE ? listedIndicators(snapshot) : [];

async function csvOf(
  query: AreasQuery,
  snapshot: Snapshot,
  listed: readonly Listed[],
  { db, place }: RouteContext,
): Promise<string> {
  const child = areaTypeNumbered(numberOf(query.child_area_type_id));
  const parent = areaTypeNumbered(numberOf(query.parent_area_type_id));
  if (child === undefined || parent === undefined) return csvText(dataHeader(parent ?? UNKNOWN_TYPE), []);
  const { parent_area_code: parentCode } = query;
  const areas: AreasAsked = {
    child: child.type,
    parent: parent.type,
    ...(parentCode !== undefined && { parentCode }),
  };
  const asked = seriesAsked(listed, areas, snapshot);
  const series = asked.map((one) => one.series.id);
  const rows = await estimatesOfTypes(db, series, ['country', parent.type, child.type]);
  return dataCsv({ asked, areas }, parent, rows, snapshot, place);
}

/** What a group holds, and its newest figures. */
function rootRoutes(app: TypedInstance, { db, releases, place }: RouteContext): void {
  app.get(
    '/grouproot_summaries/by_profile_id',
    {
      schema: {
        summary: 'Every indicator of the profile with the ages and sexes it is of',
        querystring: rootsQuery,
        response: { 200: rootsReply, ...problems },
      },
    },
    async ({ query }) => {
      const snapshot = await releases.snapshot(undefined);
      const type = areaTypeNumbered(numberOf(query.area_type_id))?.type;
      if (type === undefined) return [];
      const areas: AreasAsked = { child: type, parent: 'country' };
      return rootsView(seriesAsked(membersOfProfile(query.profile_id, snapshot), areas, snapshot));
    },
  );

  app.get(
    '/latest_data/all_indicators_in_profile_group_for_child_areas',
    {
      schema: {
        summary: 'The newest figures of a group of indicators in the areas within another',
        querystring: latestQuery,
        response: { 200: latestReply, ...problems },
      },
    },
    async ({ query }) => {
      const snapshot = await releases.snapshot(undefined);
      const type = areaTypeNumbered(numberOf(query.area_type_id))?.type;
      const isKnown = numberOf(query.profile_id) === PROFILE;
      if (type === undefined || !isKnown) return [];
      const parentCode = query.parent_area_code;
      const parent = snapshot.areaOf(parentCode)?.type ?? 'country';
      const areas: AreasAsked = { child: type, parent, parentCode };
      const listed = listedIn(numberOf(query.group_id), snapshot);
      const asked = seriesAsked(listed, areas, snapshot).filter(({ codes }) => codes.category === undefined);
      const series = asked.map((one) => one.series.id);
      const rows = await estimatesOfTypes(db, series, [type]);
      return latestView({ asked, areas }, rows, snapshot, place);
    },
  );
}
