/** The profile and the code lists in the form of the Fingertips API. */
import { PROFILE } from '../../contract/fingertips/ids.ts';
import { byGroupsQuery, byProfileQuery } from '../../contract/fingertips/queries.ts';
import {
  agesReply,
  categoryTypesReply,
  groupsReply,
  namesReply,
  notesReply,
  profileReply,
  profilesReply,
} from '../../contract/fingertips/replies.ts';
import { ProblemError } from '../../errors.ts';
import * as lists from '../../views/fingertips/code-lists-view.ts';
import { groupsView, profileView } from '../../views/fingertips/listed.ts';
import { problems, type RouteContext, type TypedInstance } from '../context.ts';
import { numberOf, numbersOf } from './asked-numbers.ts';

export function fingertipsListRoutes(app: TypedInstance, context: RouteContext): void {
  profileRoutes(app, context);
  codeListRoutes(app, context);
}

function profileRoutes(app: TypedInstance, { place }: RouteContext): void {
  app.get(
    '/profiles',
    {
      schema: { summary: 'The one profile, with its groups', response: { 200: profilesReply, ...problems } },
    },
    async () => [profileView(place)],
  );

  app.get(
    '/profile',
    {
      schema: {
        summary: 'A profile',
        querystring: byProfileQuery,
        response: { 200: profileReply, ...problems },
      },
    },
    async ({ query }) => {
      if (numberOf(query.profile_id) === PROFILE) return profileView(place);
      throw new ProblemError('not-found', `There is no profile "${query.profile_id}"; there is ${PROFILE}.`, {
        field: 'profile_id',
      });
    },
  );

  app.get(
    '/group_metadata',
    {
      schema: {
        summary: 'Groups of indicators by number',
        querystring: byGroupsQuery,
        response: { 200: groupsReply, ...problems },
      },
    },
    async ({ query }) => {
      const asked = numbersOf(query.group_ids, 'group_ids');
      return groupsView().filter(({ Id }) => asked.includes(Id));
    },
  );
}

function codeListRoutes(app: TypedInstance, { releases }: RouteContext): void {
  app.get(
    '/ages',
    { schema: { summary: 'Ages there are figures of', response: { 200: agesReply, ...problems } } },
    async () => lists.agesView(await releases.snapshot(undefined)),
  );
  app.get(
    '/value_notes',
    { schema: { summary: 'What stands beside figures', response: { 200: notesReply, ...problems } } },
    async () => lists.valueNotesView(),
  );
  app.get(
    '/category_types',
    {
      schema: {
        summary: 'Ethnic groups and fifths of deprivation',
        response: { 200: categoryTypesReply, ...problems },
      },
    },
    async () => lists.categoryTypesView(),
  );
  for (const [path, summary, view] of [
    ['/sexes', 'Sexes', lists.sexesView],
    ['/units', 'Units', lists.unitsView],
    ['/value_types', 'Forms of numbers', lists.valueTypesView],
    ['/year_types', 'Forms of periods', lists.yearTypesView],
    ['/polarities', 'Which way is better', lists.polaritiesView],
    ['/comparator_methods', 'How figures are compared', lists.comparatorMethodsView],
    ['/confidence_interval_methods', 'How limits come about', lists.intervalMethodsView],
  ] as const)
    app.get(path, { schema: { summary, response: { 200: namesReply, ...problems } } }, async () => view());
}
