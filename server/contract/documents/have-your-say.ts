import { Type } from 'typebox';
import { populationGroups } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { address, day, documentOf, id, indicatorIds, provenance, strict, words } from './parts.ts';

const contact = Type.Object(
  {
    name: words('The team or organisation that answers.'),
    words: words('What to write to them about.'),
    email: Type.Optional(Type.String({ format: 'email', description: 'Their address for e-mail.' })),
    telephone: Type.Optional(words('Their telephone number.')),
    url: Type.Optional(address('Their page.')),
    ...provenance,
  },
  strict,
);
const theme = Type.Object(
  {
    id: id('Its id, for links.'),
    title: words('The theme, in a few words.'),
    words: words('What residents said, as the source reports it, in our words.'),
    date: Type.Optional(day('When the source reported it; left out where it does not say.')),
    populationGroups: Type.Array(idsOf(populationGroups, 'A population group.'), {
      description: 'Whose voices; empty where of everyone.',
    }),
    indicators: indicatorIds,
    ...provenance,
  },
  strict,
);
const answer = Type.Object(
  {
    id: id('Its id, for links.'),
    date: Type.Optional(day('When it was done or reported; left out where the source does not say.')),
    youSaid: words('What residents said.'),
    weDid: words('What was done.'),
    indicators: indicatorIds,
    ...provenance,
  },
  strict,
);

export const haveYourSay = documentOf('have-your-say', 'How residents are heard, and what came of it.', {
  contacts: Type.Array(contact, { description: 'Whom to write to, the first foremost.' }),
  themes: Type.Array(theme, { description: 'What residents have said, as published sources report it.' }),
  answers: Type.Array(answer, { description: 'You said, we did.' }),
});
