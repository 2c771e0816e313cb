/** Figures that were taken back, as every reply says it. */
import { type Static, Type } from 'typebox';

const text = (description: string) => Type.String({ description });

export const withdrawalReply = Type.Object({
  id: Type.Integer({ description: 'Number of the withdrawal.' }),
  withdrawnAt: text('When figures were taken back, ISO 8601.'),
  by: text('Who took them back.'),
  reason: text('Why.'),
  what: text('What was taken back, in words: never how much it was.'),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer({ description: 'Number of a version that held some of it.' }),
      dataset: text('Id of its dataset.'),
      figures: Type.Integer({ description: 'How many figures it held of it, shown or not.' }),
      synthetic: Type.Boolean({ description: 'True where all of them were synthetic.' }),
    }),
    { description: 'The versions it was taken out of.' },
  ),
});
export type WithdrawalReply = Static<typeof withdrawalReply>;
