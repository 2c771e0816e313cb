import type {
  Aim,
  AreaType,
  Basis,
  CountedNoun,
  Denominator,
  DeprivationFifth,
  EthnicScheme,
  Kind,
  PeriodKind,
  Polarity,
  PopulationGroup,
  Sex,
  Unit,
} from '../contract/dimensions.ts';

import type { CountPart } from './count-tables.ts';
import type { DosePart } from './dose-tables.ts';

export interface DatasetDefinition {
  readonly id: string;
  readonly title: string;
  readonly policy: 'as-published' | 'protect';
}

/** A population group of one indicator; its first age band is the one taken by default. */
export interface GroupMembership {
  readonly id: PopulationGroup;
  readonly membership: string;
  readonly ageBands: readonly [string, ...string[]];
}

/** One list of strata: every combination of the parts named; a part left out is `all`. */
export interface StrataList {
  readonly ageBands?: readonly string[];
  readonly ethnicGroups?: readonly { readonly scheme: EthnicScheme; readonly group: string }[];
  readonly sexes?: readonly Sex[];
  readonly deprivation?: readonly DeprivationFifth[];
  /** Types of area the list is published for; left out, all of the indicator's. */
  readonly areaTypes?: readonly AreaType[];
}

/** The population counted among: one variant of an indicator. */
export interface DenominatorDefinition {
  /** Empty where the indicator has only one. */
  readonly id: Denominator | '';
  readonly title: string;
  readonly measure: string;
  /** The measure that counts everyone of all ethnic groups, where groups are modelled and everyone is not. */
  readonly everyone?: string;
  /** Age bands with figures on it; left out, those of `strata`. */
  readonly ageBands?: readonly string[];
  /** Its period, where it differs from that of the numerator (a Census against doses). */
  readonly period?: string;
  /** True where the people are counted anew for each figure: they are then named with the month of that figure. */
  readonly isDatedByFigure?: boolean;
}

/** What the figures of an indicator are about, and how they may be read; reviewed one by one in `meaning.test.ts`. */
export interface IndicatorMeaning {
  readonly kind: Kind;
  /** What is counted, and counted among; null where nothing is: an index, a mean number of years. */
  readonly counted: CountedNoun | null;
  /** Whether the figure is adjusted for age; null where age alone does not make it high or low. */
  readonly ageAdjusted: boolean | null;
  /**
   * Age bands that hold ages too far apart: there it counts as not adjusted for age, in narrower ones it does not depend
   * on age. Read by `atAges`.
   */
  readonly unadjustedAges?: readonly string[];
  /** What high means, where the unit does not say it. */
  readonly scale?: {
    readonly note: string;
    /** True where the lowest figure has most of what is measured, so that lists and shades begin with it. */
    readonly reversed?: true;
    /** What the end that lists begin with is called, where "lowest" or "highest" would leave open what of. */
    readonly first?: string;
  };
  /** What must be read beside every sentence about it, or the sentence misleads. */
  readonly caution?: string;
  /** True for a property of areas given to each person who lives in them: the sample is areas, not people. */
  readonly isOfAreas?: true;
}

interface Common extends IndicatorMeaning {
  readonly id: string;
  readonly title: string;
  readonly shortTitle: string;
  readonly dataset: string;
  readonly aim: Aim;
  readonly populationGroups: readonly [GroupMembership, ...GroupMembership[]];
  readonly unit: Unit;
  /** True where the figure is itself deprivation of areas: by fifths of deprivation it would only repeat them. */
  readonly isOfDeprivation?: boolean;
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly periodKind: PeriodKind;
  /** The last day of a count so far that ends, as 2026-03-31: the next one begins at none. */
  readonly countedUntil?: string;
  /** Of figures made of sources of two dates, both dates in words, by period: they stand in place of the period. */
  readonly dates?: Readonly<Record<string, string>>;
  readonly finestArea: AreaType;
  readonly areaTypes: readonly [AreaType, ...AreaType[]];
  readonly strata: readonly StrataList[];
  /** The ages that `all` stands for where that is not everyone, as an age band. */
  readonly allAges?: string;
  readonly measure: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly method: string;
  readonly source: {
    readonly title: string;
    readonly publisher: string;
    /** What it is called in a row, where its name is long. */
    readonly shortPublisher?: string;
    readonly url: string;
    readonly published: string;
    readonly licence: string;
  };
  readonly caveats: readonly string[];
  /** Notes that stand beside the figures of an age band, an area type, a basis; of any where a part is left out. */
  readonly notes?: readonly {
    readonly ageBand?: string;
    readonly areaType?: AreaType;
    readonly basis?: Basis;
    readonly text: string;
  }[];
  readonly disclosureRule: string;
  /**
   * The table of people it is counted from, where those are records that `protect` looks after: a proportion shows the
   * `share` of those with it, a plain indicator the people with it, without it, or all of them.
   */
  readonly countTable?: { readonly id: string; readonly part: CountPart };
  /** The same of a table of doses: a proportion shows the `share` with the dose, or the share `of-before`. */
  readonly doseTable?: {
    readonly id: string;
    readonly dose: string;
    /** The dose everybody with this one had before; null for the first. */
    readonly before: string | null;
    readonly part: DosePart;
  };
}

/** A count or a value as its source gave it, or combined over areas. */
export interface PlainIndicator extends Common {
  readonly valueType: 'plain';
}
/** People with something among all people of the stratum, in percent. */
export interface ProportionIndicator extends Common {
  readonly valueType: 'proportion';
  readonly denominators: readonly [DenominatorDefinition, ...DenominatorDefinition[]];
}
export type Indicator = PlainIndicator | ProportionIndicator;
