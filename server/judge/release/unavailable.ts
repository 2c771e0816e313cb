/** Parts of a question by the names readers know them by. */
const names: Readonly<Record<string, string>> = {
  areaType: 'areas of the type',
  area: 'the area',
  populationGroup: 'the population group',
  ethnicScheme: 'the list of ethnic groups',
  ethnicGroup: 'the ethnic group',
  ageBand: 'the age band',
  sex: 'the sex',
  deprivation: 'the fifth of deprivation',
  fifths: 'the kind of fifths',
  denominator: 'the population counted among',
  period: 'the period',
  by: 'groups by',
  group: 'the group',
  reference: 'the reference',
};

/** A choice the release has no figures for: the field, and what it does have. Routes turn it into a reply. */
export class Unavailable extends Error {
  readonly field: string;
  readonly allowed: readonly string[];

  constructor(field: string, value: string, allowed: readonly string[]) {
    const has =
      allowed.length > 0 ? `There are for: ${allowed.join(', ')}.` : 'There are none for any other.';
    super(`There are no figures for ${names[field] ?? field} “${value}”. ${has}`);
    this.name = 'Unavailable';
    this.field = field;
    this.allowed = allowed;
  }
}
