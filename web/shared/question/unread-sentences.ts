/** What a link asks for that no page can read, in sentences: every page may have to say it, so it stands alone. Pure. */

/** Parameters by the names readers know them by. */
const parameters: Readonly<Record<string, string>> = {
  indicator: 'an indicator',
  area: 'an area',
  period: 'a period',
  ageBand: 'an age',
  sex: 'a sex',
  populationGroup: 'a population group',
  ethnicGroup: 'an ethnic group',
  ethnicScheme: 'a list of ethnic groups',
  deprivation: 'a part by deprivation',
  denominator: 'a population to count among',
  areaType: 'a type of area',
  release: 'a release',
  since: 'a release or a day to compare with',
  pins: 'a row to pin',
  by: 'a way to tell groups apart',
  fifths: 'a kind of fifths',
  reference: 'a group to compare with',
  group: 'a group',
  compare: 'a way to compare',
  measure: 'a way to measure a gap',
  view: 'a way to colour the map',
  display: 'a way to look at the figures',
  tally: 'a way to count people',
  rows: 'an order of the list',
  target: 'a target',
  moment: 'a date',
  order: 'an order of the table',
};

/** What a page says of parameters it cannot read. */
export const unreadSentences = (unread: Readonly<Record<string, string>>): string[] =>
  Object.entries(unread).map(([name, text]) =>
    parameters[name] === undefined
      ? `The link asks for “${name}”, which this page does not know. It is left out.`
      : `The link asks for “${text}” as ${parameters[name]}, and there is none of that name. The page shows what it does without.`,
  );
