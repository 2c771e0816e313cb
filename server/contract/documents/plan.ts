import { Type } from 'typebox';
import { aims, populationGroups } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { area, documentOf, id, indicatorIds, provenance, strict, words } from './parts.ts';

const statement = Type.Object({ words: words('One paragraph.'), ...provenance }, strict);
const statements = (description: string) => Type.Array(statement, { minItems: 1, description });

const group = Type.Object(
  {
    id: idsOf(populationGroups, 'The population group.'),
    words: words('Who it is, and what the plan wants for them.'),
    ...provenance,
  },
  strict,
);
const aim = Type.Object(
  { id: idsOf(aims, 'The aim.'), words: words('What it means, in plain words.'), ...provenance },
  strict,
);
const partnership = Type.Object(
  {
    id: id('Its id, for links.'),
    name: words('Its name.'),
    area: Type.Optional(area),
    words: words('What it does.'),
    ...provenance,
  },
  strict,
);
const priority = Type.Object(
  {
    id: id('Its id, for links.'),
    title: words('The priority, in a few words.'),
    words: words('What is to be done.'),
    aim: idsOf(aims, 'The aim it serves.'),
    populationGroup: idsOf(populationGroups, 'Whom it is for.'),
    indicators: indicatorIds,
    ...provenance,
  },
  strict,
);

export const plan = documentOf('plan', 'The frame of the recovery plan, for residents and staff.', {
  title: words('The name of the plan.'),
  vision: statements('What the partnership wants to bring about.'),
  reframed: statements('Why the plan was framed anew.'),
  populationGroups: Type.Array(group, { description: 'The population groups it is built around.' }),
  aims: Type.Array(aim, { description: 'The quadruple aim; its titles are those of the API.' }),
  neighbourhoods: statements('How neighbourhoods work together.'),
  partnerships: Type.Array(partnership, { description: 'Learning partnerships and what they try out.' }),
  priorities: Type.Array(priority, { description: 'Priorities and the indicators that track them.' }),
});
