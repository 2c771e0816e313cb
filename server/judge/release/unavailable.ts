import { ageBandLabel } from '../../contract/age-bands.ts';
import {
  areaTypes,
  breakdowns,
  denominators,
  deprivationFifths,
  ethnicSchemes,
  fifthKinds,
  populationGroups,
  references,
  sexes,
} from '../../contract/dimensions.ts';
import { parsePeriod } from '../../contract/periods.ts';

/** A part of a question: how it stands in "There are no figures ...", what another of its kind is called, and each value's words. */
interface PartWords {
  readonly asked: (value: string) => string;
  /** Left out where others may well have figures. */
  readonly other?: string;
  readonly label?: (value: string) => string | undefined;
}

interface Term {
  readonly id: string;
  readonly label: string;
}
const labelIn = (terms: readonly Term[]) => (value: string) => terms.find(({ id }) => id === value)?.label;

/** Labels that are common words stand within a sentence; those that are names keep their capitals. */
const lower =
  (label: (value: string) => string | undefined) =>
  (value: string): string | undefined => {
    const text = label(value);
    return text && text.charAt(0).toLowerCase() + text.slice(1);
  };

const quoted = (before: string) => (value: string) => `for ${before} “${value}”`;

const parts: Readonly<Record<string, PartWords>> = {
  areaType: {
    asked: (value) => `for ${value}`,
    other: 'type of area',
    label: (value) => areaTypes.find(({ id }) => id === value)?.plural,
  },
  area: {
    asked: (value) => `for ${value}`,
    label: (value) => areaTypes.find(({ id }) => id === value)?.plural,
  },
  populationGroup: {
    asked: quoted('the population group'),
    other: 'population group',
    label: lower(labelIn(populationGroups)),
  },
  ethnicScheme: {
    asked: quoted('the list of ethnic groups'),
    other: 'list of ethnic groups',
    label: labelIn(ethnicSchemes),
  },
  ethnicGroup: {
    asked: quoted('the ethnic group'),
    other: 'ethnic group',
    label: labelIn([
      { id: 'all', label: 'Everyone' },
      ...ethnicSchemes.flatMap<Term>(({ groups }) => [...groups]),
    ]),
  },
  ageBand: { asked: quoted('the ages'), other: 'ages', label: lower(ageBandLabel) },
  sex: { asked: quoted('the sex'), other: 'sex', label: lower(labelIn(sexes)) },
  deprivation: {
    asked: quoted('the fifth of deprivation'),
    other: 'fifth of deprivation',
    label: lower(labelIn(deprivationFifths)),
  },
  fifths: { asked: quoted('the kind of fifths'), other: 'kind of fifths', label: lower(labelIn(fifthKinds)) },
  denominator: {
    asked: quoted('the population counted among'),
    other: 'population',
    label: labelIn(denominators),
  },
  period: {
    asked: quoted('the period'),
    other: 'period',
    label: (value) => parsePeriod(value)?.label,
  },
  by: { asked: (value) => `by ${value}`, other: 'kind of group', label: lower(labelIn(breakdowns)) },
  group: { asked: quoted('the group'), other: 'group' },
  reference: { asked: quoted('the reference'), other: 'reference', label: lower(labelIn(references)) },
};

/** What figures were asked for, as far as whoever refuses knows it. */
interface Wanted {
  readonly indicator?: { readonly shortTitle: string };
  readonly area?: { readonly name: string };
  readonly by?: string;
}

/**
 * A choice the release has no figures for: the field, and what it does have. Routes turn it into a reply.
 *
 * Its message is read by people, in a browser too: words first, and in brackets what a query would write.
 */
export class Unavailable extends Error {
  readonly field: string;
  readonly allowed: readonly string[];

  constructor(field: string, value: string, allowed: readonly string[], wanted: Wanted = {}) {
    const { asked, other, label } = parts[field] ?? { asked: quoted(field) };
    const of = wanted.indicator === undefined ? '' : ` of “${wanted.indicator.shortTitle}”`;
    const where = wanted.area === undefined ? '' : ` in ${wanted.area.name}`;
    const by = wanted.by === undefined ? '' : ` by ${wanted.by}`;
    const none = other === undefined ? '' : ` Nor are there for any other ${other}.`;
    const has =
      allowed.length > 0
        ? ` There are for: ${allowed.map((one) => withCode(one, label?.(one))).join(', ')}.`
        : none;
    super(`There are no figures${of}${where}${by} ${asked(label?.(value) ?? value)}.${has}`);
    this.name = 'Unavailable';
    this.field = field;
    this.allowed = allowed;
  }
}

/** "65 and over (65-plus)"; the code alone where it is the word. */
function withCode(code: string, label: string | undefined): string {
  const words = label ?? code;
  return words === code ? code : `${words} (${code})`;
}
