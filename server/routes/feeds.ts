import { type TSchema, Type } from 'typebox';
import { withdrawalsOf } from '../../db/queries/withdrawals.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import { areaParams, indicatorParams } from '../contract/queries.ts';
import { type FeedSubject, feedView } from '../views/releases/feed-view.ts';
import { areaCalled } from './breakdown-context.ts';
import { changesAnswer } from './changes-answer.ts';
import { problems, type RouteContext, type TypedInstance } from './context.ts';
import { releasedIndicator } from './released-indicator.ts';

/** A feed tells of so many releases, newest first: what is older stands under /releases. */
const MOST_RELEASES = 6;

const feedReply = Type.String({
  description: `Atom (RFC 4287): an entry for each of the newest ${MOST_RELEASES} releases in which something changed, in sentences written from real figures only, and for each withdrawal.`,
});
const nothing = Type.Object({}, { additionalProperties: false });

/** Releases and what changed, for whoever wants to be told: of the place, of an indicator, of an area. */
export function feedRoutes(app: TypedInstance, context: RouteContext): void {
  const { releases, place, db } = context;

  async function feedOf(path: string, subject: Omit<FeedSubject, 'place'>): Promise<string> {
    const all = (await releases.all()).slice(0, MOST_RELEASES + 1);
    const changes = new Map<number, ChangesReply>();
    for (const [at, { id }] of all.slice(0, MOST_RELEASES).entries()) {
      const before = all[at + 1];
      if (before === undefined || !(await isIn(subject, id, before.id))) continue;
      const area = subject.area?.code ?? place.code;
      changes.set(id, await changesAnswer(context, id, { area, since: String(before.id) }));
    }
    const { publicUrl: site } = app;
    const named = { ...subject, place };
    const withdrawals = await withdrawalsOf(db);
    return feedView({ subject: named, releases: all, changes, withdrawals, site, address: site + path });
  }

  /** An area that either release does not have cannot have changed between them. */
  async function isIn({ area }: Omit<FeedSubject, 'place'>, ...ids: readonly number[]): Promise<boolean> {
    if (area === undefined) return true;
    const snapshots = await Promise.all(ids.map((id) => releases.snapshot(id)));
    return snapshots.every((snapshot) => snapshot.areaOf(area.code) !== undefined);
  }

  const schema = <Params extends TSchema>(summary: string, params: Params) => ({
    summary,
    params,
    querystring: nothing,
    response: { 200: feedReply, ...problems },
  });

  app.get(
    '/releases.atom',
    { schema: schema('Feed of releases and what changed', nothing) },
    async (request, reply) => {
      // Nothing is published before the first release, and then there is no feed either.
      await releases.snapshot(undefined);
      return reply.type(ATOM).send(await feedOf(request.url, {}));
    },
  );

  app.get(
    '/indicators/:id/changes.atom',
    { schema: schema('Feed of what changed of an indicator', indicatorParams) },
    async (request, reply) => {
      const indicator = releasedIndicator(request.params.id, await releases.snapshot(undefined));
      return reply.type(ATOM).send(await feedOf(request.url, { indicator }));
    },
  );

  app.get(
    '/areas/:code/changes.atom',
    { schema: schema('Feed of what changed of an area', areaParams) },
    async (request, reply) => {
      const area = areaCalled(request.params.code, await releases.snapshot(undefined), 'code');
      return reply.type(ATOM).send(await feedOf(request.url, { area }));
    },
  );
}

const ATOM = 'application/atom+xml; charset=utf-8';
