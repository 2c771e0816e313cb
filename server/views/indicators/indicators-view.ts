/** The catalogue as one release has it: definitions beside what there are figures for. Pure. */

import {
  type AreaType,
  type Basis,
  type Denominator,
  type EthnicScheme,
  ethnicSchemes,
} from '../../contract/dimensions.ts';
import { comparePeriods } from '../../contract/periods.ts';
import { toldWords } from '../../contract/protection-words.ts';
import type { IndicatorReply, IndicatorSummary } from '../../contract/replies.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import type { BreakdownContext } from '../../judge/groups/group-breakdown.ts';
import { heldBreakdowns } from '../../judge/groups/held-breakdowns.ts';
import { stratumOf } from '../../judge/release/resolve-stratum.ts';

import type { SeriesWithCoverage, Snapshot } from '../../judge/release/snapshot.ts';
import { meaningOf } from '../comparing/meaning.ts';
import { editionDrawn, outlinesHeld } from '../geography/geography-view.ts';

const distinct = <T>(values: Iterable<T>): T[] => [...new Set(values)];

export function indicatorSummary(indicator: Indicator, snapshot: Snapshot): IndicatorSummary {
  const series = snapshot.seriesOf(indicator.id);
  const coverage = ownCoverage(series);
  const bands = distinct(series.map((one) => one.age_band));
  return {
    id: indicator.id,
    title: indicator.title,
    shortTitle: indicator.shortTitle,
    aim: indicator.aim,
    populationGroups: indicator.populationGroups
      .map(({ id, membership, ageBands }) => ({
        id,
        membership,
        ageBands: ageBands.filter((band) => bands.includes(band)),
      }))
      .filter((group) => group.ageBands.length > 0),
    unit: indicator.unit,
    decimals: indicator.decimals,
    polarity: indicator.polarity,
    ...meaningOf(indicator),
    ...(indicator.dates && { dates: { ...indicator.dates } }),
    unadjustedAges: [...(indicator.unadjustedAges ?? [])],
    finestArea: indicator.finestArea,
    areaTypes: indicator.areaTypes.filter((type) =>
      coverage.some((row) => row.area_type === type && row.shown > 0),
    ),
    outlined: indicator.areaTypes.filter((type) =>
      outlinesHeld(snapshot, type).editions.includes(editionDrawn(indicator, type, snapshot)),
    ),
    basis: distinct<Basis>(coverage.map((row) => row.basis)),
    denominators: variantsOf(indicator, series),
    ethnicGroups: ethnicGroupsOf(series),
    sexes: distinct(series.map((one) => one.sex as IndicatorSummary['sexes'][number])),
    deprivation: distinct(series.map((one) => one.deprivation as IndicatorSummary['deprivation'][number])),
    latestPeriod:
      distinct(coverage.filter((row) => row.shown > 0).map((row) => row.period))
        .sort(comparePeriods)
        .at(-1) ?? null,
  };
}

/** Of the place, its parts and what it lies in. */
const ownCoverage = (series: readonly SeriesWithCoverage[]) =>
  series.flatMap((one) => one.coverage.filter((row) => row.area_type !== 'other-borough'));

export function indicatorView(indicator: Indicator, context: BreakdownContext): IndicatorReply {
  const { snapshot } = context;
  return {
    release: snapshot.release,
    ...indicatorSummary(indicator, snapshot),
    numerator: indicator.numerator,
    denominator: indicator.denominator,
    method: indicator.method,
    periodKind: indicator.periodKind,
    source: {
      ...indicator.source,
      shortPublisher: indicator.source.shortPublisher ?? indicator.source.publisher,
    },
    caveats: [...indicator.caveats],
    disclosureRule: disclosureWords(indicator, snapshot),
    ...(indicator.countTable && { countTable: indicator.countTable }),
    ...(indicator.doseTable && { doseTable: { ...indicator.doseTable } }),
    available: snapshot.seriesOf(indicator.id).flatMap((series) => availableOf(indicator, series)),
    groupsIn: groupsIn(indicator, context),
    otherBoroughs: periodsOfOthers(snapshot.seriesOf(indicator.id)),
  };
}

/** Periods in which boroughs that the place is compared with have a figure, oldest first. */
const periodsOfOthers = (series: readonly SeriesWithCoverage[]): string[] =>
  distinct(
    series.flatMap((one) =>
      one.coverage
        .filter((row) => row.area_type === 'other-borough' && row.shown > 0)
        .map((row) => row.period),
    ),
  ).sort(comparePeriods);

/** The place, else those it lies in: what is published for London only can be asked about there. */
function groupsIn(indicator: Indicator, context: BreakdownContext): IndicatorReply['groupsIn'] {
  const { snapshot, place } = context;
  return [place, ...place.parents].flatMap(({ code }) => {
    const area = snapshot.areaOf(code);
    const breakdowns = area === undefined ? [] : heldBreakdowns(indicator, area, context);
    return area === undefined || breakdowns.length === 0
      ? []
      : [{ code, name: area.name, type: area.type, breakdowns }];
  });
}

/** The rule, and what of this very release it could not keep. */
export function disclosureWords({ dataset, disclosureRule }: Indicator, { versions }: Snapshot): string {
  const told = versions.find((version) => version.dataset === dataset)?.told_elsewhere ?? [];
  return [disclosureRule, ...toldWords(told)].join(' ');
}

function availableOf(indicator: Indicator, series: SeriesWithCoverage): IndicatorReply['available'] {
  const { populationGroup: _, ...stratum } = stratumOf(series, { id: 'all' });
  const types = indicator.areaTypes.filter((type) => series.coverage.some((row) => row.area_type === type));
  return types
    .map((areaType: AreaType) => ({
      areaType,
      ...stratum,
      periods: series.coverage
        .filter((row) => row.area_type === areaType && row.shown > 0)
        .map((row) => row.period)
        .sort(comparePeriods),
    }))
    .filter(({ periods }) => periods.length > 0);
}

function variantsOf(
  indicator: Indicator,
  series: readonly SeriesWithCoverage[],
): IndicatorSummary['denominators'] {
  if (indicator.valueType !== 'proportion') return [];
  const order = distinct(indicator.populationGroups.flatMap((group) => group.ageBands));
  return indicator.denominators
    .filter((one): one is typeof one & { id: Denominator } => one.id !== '')
    .map(({ id, title }) => ({
      id,
      title,
      ageBands: order.filter((band) => series.some((one) => one.denominator === id && one.age_band === band)),
    }))
    .filter((one) => one.ageBands.length > 0);
}

function ethnicGroupsOf(series: readonly SeriesWithCoverage[]): IndicatorSummary['ethnicGroups'] {
  const keys = new Set(series.map((one) => one.ethnic_group));
  return ethnicSchemes
    .map((scheme) => ({
      scheme: scheme.id as EthnicScheme,
      groups: scheme.groups
        .map((group): string => group.id)
        .filter((group) => keys.has(`${scheme.id}/${group}`)),
    }))
    .filter((scheme) => scheme.groups.length > 0);
}
