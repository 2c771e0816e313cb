/** What indicators mean, in the form of the Fingertips API. */
import { PROFILE } from '../../contract/fingertips/ids.ts';
import {
  byGroupQuery,
  byGroupsQuery,
  byIndicatorsQuery,
  byIndicatorsWithDefinitionQuery,
  byProfileQuery,
  withDefinitionQuery,
} from '../../contract/fingertips/queries.ts';
import { csvReply, indicatorNamesReply, metadataReply } from '../../contract/fingertips/replies.ts';
import { ProblemError } from '../../errors.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { type Listed, listedIn, listedIndicators } from '../../views/fingertips/listed.ts';
import { metadataCsv } from '../../views/fingertips/metadata-csv.ts';
import { metadataView } from '../../views/fingertips/metadata-view.ts';
import { problems, type RouteContext, type TypedInstance } from '../context.ts';
import { numberOf, numbersOf } from './asked-numbers.ts';
import { CSV_TYPE } from './data.ts';

export function fingertipsMetadataRoutes(app: TypedInstance, context: RouteContext): void {
  csvRoutes(app, context);
  jsonRoutes(app, context);
}

function csvRoutes(app: TypedInstance, { releases }: RouteContext): void {
  const response = { 200: csvReply, ...problems };

  app.get(
    '/indicator_metadata/csv/by_indicator_id',
    { schema: { summary: 'What indicators mean, in 32 columns', querystring: byIndicatorsQuery, response } },
    async ({ query }, reply) => {
      const snapshot = await releases.snapshot(undefined);
      reply.type(CSV_TYPE);
      return metadataCsv(namedIn(query.indicator_ids, snapshot), snapshot);
    },
  );

  app.get(
    '/indicator_metadata/csv/by_group_id',
    { schema: { summary: 'The same of a group', querystring: byGroupQuery, response } },
    async ({ query }, reply) => {
      const snapshot = await releases.snapshot(undefined);
      const listed = known(listedIn(numberOf(query.group_id), snapshot), 'group', query.group_id, 'group_id');
      reply.type(CSV_TYPE);
      return metadataCsv(listed, snapshot);
    },
  );

  app.get(
    '/indicator_metadata/csv/by_profile_id',
    { schema: { summary: 'The same of the profile', querystring: byProfileQuery, response } },
    async ({ query }, reply) => {
      const snapshot = await releases.snapshot(undefined);
      const all = numberOf(query.profile_id) === PROFILE ? listedIndicators(snapshot) : [];
      const listed = known(all, 'profile', query.profile_id, 'profile_id');
      reply.type(CSV_TYPE);
      return metadataCsv(listed, snapshot);
    },
  );

  app.get(
    '/indicator_metadata/csv/all',
    { schema: { summary: 'The same of every indicator', response } },
    async (_request, reply) => {
      const snapshot = await releases.snapshot(undefined);
      reply.type(CSV_TYPE);
      return metadataCsv(listedIndicators(snapshot), snapshot);
    },
  );
}

function jsonRoutes(app: TypedInstance, { releases }: RouteContext): void {
  const keyed = (listed: readonly Listed[], definition: string | undefined, snapshot: Snapshot) =>
    Object.fromEntries(
      listed.map((one) => [String(one.number), metadataView(one, definition === 'yes', snapshot)]),
    );

  app.get(
    '/indicator_metadata/by_indicator_id',
    {
      schema: {
        summary: 'What indicators mean, by their numbers',
        querystring: byIndicatorsWithDefinitionQuery,
        response: { 200: metadataReply, ...problems },
      },
    },
    async ({ query }) => {
      const snapshot = await releases.snapshot(undefined);
      return keyed(namedIn(query.indicator_ids, snapshot), query.include_definition, snapshot);
    },
  );

  app.get(
    '/indicator_metadata/all',
    {
      schema: {
        summary: 'The same of every indicator',
        querystring: withDefinitionQuery,
        response: { 200: metadataReply, ...problems },
      },
    },
    async ({ query }) => {
      const snapshot = await releases.snapshot(undefined);
      return keyed(listedIndicators(snapshot), query.include_definition, snapshot);
    },
  );

  app.get(
    '/indicator_names/by_group_id',
    {
      schema: {
        summary: 'Titles of the indicators of groups',
        querystring: byGroupsQuery,
        response: { 200: indicatorNamesReply, ...problems },
      },
    },
    async ({ query }) => {
      const snapshot = await releases.snapshot(undefined);
      return numbersOf(query.group_ids, 'group_ids').flatMap((group) =>
        listedIn(group, snapshot).map(({ number, name }) => ({
          GroupId: group,
          IndicatorId: number,
          IndicatorName: name,
        })),
      );
    },
  );
}

/** @throws ProblemError where one of the indicators named is none: its reader would take what is left for all. */
function namedIn(numbers: string, snapshot: Snapshot): Listed[] {
  const all = listedIndicators(snapshot);
  return numbersOf(numbers, 'indicator_ids').flatMap((number) =>
    known(
      all.filter((one) => one.number === number),
      'indicator',
      String(number),
      'indicator_ids',
    ),
  );
}

/** @throws ProblemError where there is nothing of that number. */
function known(listed: Listed[], what: string, asked: string, field: string): Listed[] {
  if (listed.length > 0) return listed;
  throw new ProblemError('not-found', `There is no ${what} of number "${asked}" with figures here.`, {
    field,
  });
}
