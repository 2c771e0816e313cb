/** The worked example of the page on protection: nobody behind it, and every step checked by a test. */

export interface ExampleCell {
  readonly name: string;
  /** What the records hold; never published. */
  readonly people: number;
  /** What the rules for single counts alone would publish; undefined where it is withheld. */
  readonly byRule: number | undefined;
  /** What is published. */
  readonly published: number | undefined;
}

/** People of one ethnic group who were vaccinated, in the five wards of a made-up town. */
export const example: readonly ExampleCell[] = [
  { name: 'Ash', people: 8, byRule: 10, published: undefined },
  { name: 'Birch', people: 1, byRule: undefined, published: undefined },
  { name: 'Cedar', people: 1, byRule: undefined, published: undefined },
  { name: 'Elm', people: 1, byRule: undefined, published: undefined },
  { name: 'Oak', people: 1, byRule: undefined, published: undefined },
];
export const exampleTotal: ExampleCell = { name: 'All five wards', people: 12, byRule: 10, published: 10 };

/** Another table that fits what is published just as well: with it, nobody can say that Birch has one. */
export const exampleWitness: Readonly<Record<string, number>> = {
  Ash: 4,
  Birch: 4,
  Cedar: 1,
  Elm: 1,
  Oak: 1,
};
