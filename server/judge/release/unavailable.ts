/** A choice the release has no figures for: the field, and what it does have. Routes turn it into a reply. */
export class Unavailable extends Error {
  readonly field: string;
  readonly allowed: readonly string[];

  constructor(field: string, value: string, allowed: readonly string[]) {
    super(`There are no figures for ${field} "${value}"; there are for: ${allowed.join(', ') || 'none'}.`);
    this.name = 'Unavailable';
    this.field = field;
    this.allowed = allowed;
  }
}
