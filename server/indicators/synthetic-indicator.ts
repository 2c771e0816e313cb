/**
 * Indicators whose definition is published but whose figures for the place are not at hand: their figures are
 * synthetic. Each says whose definition it follows; the day real figures are loaded it becomes a plain definition.
 */
import type { Aim, Polarity, PopulationGroup } from '../contract/dimensions.ts';
import type { Indicator, IndicatorMeaning, StrataList } from './indicator.ts';

interface Definition extends IndicatorMeaning {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly aim: Aim;
  readonly group: PopulationGroup;
  readonly membership: string;
  readonly polarity: Polarity;
  readonly numerator: string;
  readonly denominator: string;
  /** The publication whose definition is followed. */
  readonly after: { readonly title: string; readonly publisher: string; readonly url: string };
  readonly caveats?: readonly string[];
  readonly strata?: readonly StrataList[];
  /** Made for every ward; larger areas are added up. */
  readonly byWard?: true;
}

const fiveGroups = ['asian', 'black', 'mixed', 'white', 'other'].map((group) => ({
  scheme: 'census-2021-5' as const,
  group,
}));
/** Everyone, the five ethnic groups and the national deprivation fifths, one at a time. */
export const byGroupAndFifth: readonly StrataList[] = [
  {},
  { ethnicGroups: fiveGroups },
  { deprivation: ['1', '2', '3', '4', '5'] },
];

export const SYNTHETIC_DATASET = 'hospital-care-and-flu';
const MADE_UP = 'The figures are synthetic: made for demonstration, not observed anywhere.';
const boroughOnly = 'Made for the whole borough only: smaller areas have no figure.';
const wardByWard = 'Made ward by ward, and added up for neighbourhoods and the borough.';

const shared = ({ group, membership, after, caveats = [], strata = [{}], byWard, ...words }: Definition) => ({
  ...words,
  dataset: SYNTHETIC_DATASET,
  populationGroups: [{ id: group, membership, ageBands: ['all'] }] as const,
  periodKind: 'separate' as const,
  ...areasOf(byWard),
  strata,
  measure: words.id,
  source: {
    title: `Synthetic figures, defined as in “${after.title}” (${after.publisher})`,
    publisher: 'Made for this demonstration',
    url: after.url,
    published: 'not published: synthetic',
    licence: 'Synthetic figures, free to use',
  },
  caveats: [MADE_UP, ...caveats, byWard ? wardByWard : boroughOnly],
  disclosureRule: `Synthetic totals of ${byWard ? 'whole wards' : 'a whole borough'}: nobody stands behind them.`,
});

type Areas = Pick<Indicator, 'finestArea' | 'areaTypes'>;

const areasOf = (byWard?: true): Areas =>
  byWard
    ? { finestArea: 'ward', areaTypes: ['ward', 'neighbourhood', 'borough'] }
    : { finestArea: 'borough', areaTypes: ['borough'] };

const amongOf = (id: string) => `${id}-among`;

/** A percentage of people or cases, from counts. */
export const syntheticProportion = (definition: Definition & { readonly among: string }): Indicator => {
  const { among, ...rest } = definition;
  return {
    ...shared(rest),
    valueType: 'proportion',
    unit: 'percent',
    decimals: 1,
    method: 'Synthetic counts as a percentage, with Wilson score intervals as for real ones.',
    denominators: [{ id: '', title: among, measure: amongOf(definition.id) }],
  };
};
