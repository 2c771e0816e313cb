import { Type } from 'typebox';
import { address, day, documentOf, id, indicatorIds, provenance, strict, words } from './parts.ts';

const fact = Type.Object(
  {
    words: words('One plain statement.'),
    reviewed: day('When it was last held against its source.'),
    ...provenance,
  },
  strict,
);
const topic = Type.Object(
  {
    id: id('Its id, for links.'),
    title: words('The question it answers.'),
    facts: Type.Array(fact, { minItems: 1, description: 'Statements, most important first.' }),
    indicators: indicatorIds,
  },
  strict,
);
const link = Type.Object(
  {
    title: words('What is found there.'),
    url: address('Where.'),
    words: words('When to go there.'),
    reviewed: day('When the link was last tried.'),
    ...provenance,
  },
  strict,
);

export const vaccinationFacts = documentOf('vaccination-facts', 'Facts about vaccination for residents.', {
  topics: Type.Array(topic, { description: 'In the order they are shown.' }),
  links: Type.Array(link, { description: 'Where to book and to read more.' }),
});
