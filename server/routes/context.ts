import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Kysely } from 'kysely';
import type { ReleaseTables } from '../../db/schema.ts';
import type { Place } from '../contract/place.ts';
import { problem } from '../contract/problem.ts';
import type { ReleasesInMemory } from './releases-in-memory.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Where readers find the site, without a slash at its end; empty where nobody said so, which leaves addresses relative to it. */
    publicUrl: string;
  }
}

/** What a route may use: the release schema, what is in memory of it, and the place. Intake is not among it. */
export interface RouteContext {
  readonly db: Kysely<ReleaseTables>;
  readonly releases: ReleasesInMemory;
  readonly place: Place;
}

export type TypedInstance = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Replies every route may give beside its own. */
export const problems = { '4xx': problem, '5xx': problem } as const;
