import { Type } from 'typebox';
import { address, day, documentOf, id, provenance, strict, words } from './parts.ts';

const statement = Type.Object({ words: words('One plain statement.'), ...provenance }, strict);
const section = Type.Object(
  {
    id: id('Its id, for links: `accessibility` and `privacy` are linked from every page.'),
    title: words('What it is about.'),
    statements: Type.Array(statement, { minItems: 1, description: 'In the order they are read.' }),
    reviewed: day('When its words were last held against the site.'),
  },
  strict,
);
const contact = Type.Object(
  {
    name: words('The team that answers.'),
    words: words('What to write to them about.'),
    email: Type.String({ format: 'email', description: 'Where problems with a page are reported to.' }),
    url: Type.Optional(address('Their page.')),
    ...provenance,
  },
  strict,
);

export const aboutThisSite = documentOf(
  'about-this-site',
  'Whom to write to, how accessible the site is, and what it keeps of its readers.',
  {
    contact,
    sections: Type.Array(section, {
      minItems: 1,
      description: 'Accessibility, privacy, and what else there is.',
    }),
  },
);
