import { Type } from 'typebox';
import { oneOf, releaseNumber } from './described.ts';

export const healthReply = Type.Object({
  status: oneOf(
    ['ok', 'degraded', 'down'],
    'Whether figures can be served; degraded: those in memory only, the database being away.',
  ),
  release: Type.Union([releaseNumber, Type.Null()], {
    description: 'Newest release that is known; null where there is none.',
  }),
  database: oneOf(['up', 'down'], 'Whether the database answers.'),
});
export const liveReply = Type.Object({
  status: Type.Literal('ok', { description: 'The process answers.' }),
});
