import { Type } from 'typebox';

const release = Type.Integer({ description: 'Number of the release this reply was answered from.' });

export const healthReply = Type.Object({
  status: Type.Unsafe<'ok' | 'degraded' | 'down'>(
    Type.String({
      enum: ['ok', 'degraded', 'down'],
      description: 'Whether figures can be served; degraded: those in memory only, the database being away.',
    }),
  ),
  release: Type.Union([release, Type.Null()], {
    description: 'Newest release that is known; null where there is none.',
  }),
  database: Type.Unsafe<'up' | 'down'>(
    Type.String({ enum: ['up', 'down'], description: 'Whether the database answers.' }),
  ),
});
export const liveReply = Type.Object({
  status: Type.Literal('ok', { description: 'The process answers.' }),
});
