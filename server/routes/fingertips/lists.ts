/** Profiles, areas and code lists in the form of the Fingertips API. */
import { PROFILE } from '../../contract/fingertips/ids.ts';
import {
  areasOfParentQuery,
  areasOfTypeQuery,
  areaTypesQuery,
  availableQuery,
  byGroupsQuery,
  byProfileQuery,
  childAreasQuery,
  parentAreasQuery,
} from '../../contract/fingertips/queries.ts';
import {
  agesReply,
  areaTypesReply,
  availableReply,
  categoryTypesReply,
  childAreasReply,
  fingertipsAreasReply,
  groupsReply,
  namesReply,
  neighbourTypesReply,
  notesReply,
  parentAreasReply,
  parentAreaTypesReply,
  profileReply,
  profilesReply,
} from '../../contract/fingertips/replies.ts';
import { ProblemError } from '../../errors.ts';
import {
  areasOfParentView,
  areasOfTypeView,
  areaTypeView,
  availableView,
  childAreasView,
  neighbourTypesView,
  parentAreasView,
  parentAreaTypesView,
  typesHeld,
} from '../../views/fingertips/areas-view.ts';
import * as lists from '../../views/fingertips/code-lists-view.ts';
import { groupsView, profileView } from '../../views/fingertips/listed.ts';
import { problems, type RouteContext, type TypedInstance } from '../context.ts';
import { numberOf, numbersOf } from './asked-numbers.ts';

export function fingertipsListRoutes(app: TypedInstance, context: RouteContext): void {
  profileRoutes(app, context);
  areaRoutes(app, context);
  areasWithinRoutes(app, context);
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

function areaRoutes(app: TypedInstance, { releases, place }: RouteContext): void {
  const held = async () => ({ snapshot: await releases.snapshot(undefined), place });

  app.get(
    '/area_types',
    {
      schema: {
        summary: 'Types of area there are figures of',
        querystring: areaTypesQuery,
        response: { 200: areaTypesReply, ...problems },
      },
    },
    async () => typesHeld(await held()).map(areaTypeView),
  );

  app.get(
    '/area_types/parent_area_types',
    {
      schema: {
        summary: 'The same with the types of area they lie in',
        response: { 200: parentAreaTypesReply, ...problems },
      },
    },
    async () => parentAreaTypesView(await held()),
  );

  app.get(
    '/areas/by_area_type',
    {
      schema: {
        summary: 'Areas of a type',
        querystring: areasOfTypeQuery,
        response: { 200: fingertipsAreasReply, ...problems },
      },
    },
    async ({ query }) => areasOfTypeView(numberOf(query.area_type_id), await held()),
  );

  app.get(
    '/available_data',
    {
      schema: {
        summary: 'Which indicator has figures of which type of area',
        querystring: availableQuery,
        response: { 200: availableReply, ...problems },
      },
    },
    async ({ query: { indicator_id, area_type_id } }) => {
      const indicator = indicator_id === undefined ? undefined : numberOf(indicator_id);
      const areaType = area_type_id === undefined ? undefined : numberOf(area_type_id);
      return availableView({ indicator, areaType }, await held());
    },
  );
}

/** Which area lies in which. */
function areasWithinRoutes(app: TypedInstance, { releases, place }: RouteContext): void {
  const held = async () => ({ snapshot: await releases.snapshot(undefined), place });

  app.get(
    '/areas/by_parent_area_code',
    {
      schema: {
        summary: 'Areas of a type within another',
        querystring: areasOfParentQuery,
        response: { 200: fingertipsAreasReply, ...problems },
      },
    },
    async ({ query }) =>
      areasOfParentView(numberOf(query.area_type_id), query.parent_area_code, await held()),
  );

  app.get(
    '/area/parent_areas',
    {
      schema: {
        summary: 'The areas one lies in',
        querystring: parentAreasQuery,
        response: { 200: parentAreasReply, ...problems },
      },
    },
    async ({ query }) => {
      const types = numbersOf(query.parent_area_type_ids, 'parent_area_type_ids');
      return parentAreasView(query.child_area_code, types, await held());
    },
  );

  app.get(
    '/parent_to_child_areas',
    {
      schema: {
        summary: 'Codes of the areas of one type in each of another',
        querystring: childAreasQuery,
        response: { 200: childAreasReply, ...problems },
      },
    },
    async ({ query }) => {
      const [child, parent] = [numberOf(query.child_area_type_id), numberOf(query.parent_area_type_id)];
      return childAreasView(child, parent, await held());
    },
  );

  app.get(
    '/nearest_neighbour_types',
    {
      schema: {
        summary: 'Which lists of areas most like another there are',
        response: { 200: neighbourTypesReply, ...problems },
      },
    },
    async () => neighbourTypesView(await held()),
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
