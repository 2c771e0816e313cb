import { placeReply } from '../contract/place-reply.ts';
import { COVID_19_VACCINATION } from '../indicators/catalogue.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';

export function placeRoutes(app: TypedInstance, { releases, place }: RouteContext): void {
  app.get(
    '/place',
    {
      schema: {
        summary: 'Whose installation it is, and what its newest release has something to show of',
        response: { 200: placeReply, ...problems },
      },
    },
    async () => {
      const snapshot = await releases.snapshot(undefined);
      return {
        release: snapshot.release,
        place: { ...place, parents: place.parents.map((parent) => ({ ...parent })) },
        documents: [...snapshot.documentKinds],
        contact: snapshot.documentOf('about-this-site')?.contact.email ?? null,
        covid19Vaccination: snapshot.catalogue.indicators.some(
          ({ id, dataset }) => dataset === COVID_19_VACCINATION && snapshot.seriesOf(id).length > 0,
        ),
      };
    },
  );
}
