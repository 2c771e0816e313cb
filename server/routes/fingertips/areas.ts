/** Areas and their types in the form of the Fingertips API. */
import {
  areasOfParentQuery,
  areasOfTypeQuery,
  areaTypesQuery,
  availableQuery,
  childAreasQuery,
  parentAreasQuery,
} from '../../contract/fingertips/queries.ts';
import {
  areaTypesReply,
  availableReply,
  childAreasReply,
  fingertipsAreasReply,
  neighbourTypesReply,
  parentAreasReply,
  parentAreaTypesReply,
} from '../../contract/fingertips/replies.ts';
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
import { problems, type RouteContext, type TypedInstance } from '../context.ts';
import { numberOf, numbersOf } from './asked-numbers.ts';

export function fingertipsAreaRoutes(app: TypedInstance, context: RouteContext): void {
  areaRoutes(app, context);
  areasWithinRoutes(app, context);
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
