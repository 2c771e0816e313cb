import { Type } from 'typebox';
import { decisionStatuses, decisionTypes } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { day, documentOf, id, indicator, provenance, strict, words } from './parts.ts';

const decision = Type.Object(
  {
    id: id('Its id, for links.'),
    date: day('When it was decided or noted.'),
    type: idsOf(decisionTypes, 'Whether something was decided, or only noted.'),
    indicator,
    words: words('What was decided or noted.'),
    owner: Type.Optional(words('Who answers for the action.')),
    action: Type.Optional(words('What is to be done.')),
    due: Type.Optional(day('By when.')),
    status: Type.Optional(
      idsOf(decisionStatuses, 'How far the action has come; left out where there is none.'),
    ),
    ...provenance,
  },
  strict,
);

export const decisions = documentOf('decisions', 'Decisions and notes against indicators.', {
  decisions: Type.Array(decision, { description: 'In any order; readers sort by date.' }),
});
