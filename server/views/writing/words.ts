/** What a figure is about, in words. Pure. */

import { ageBandLabel } from '../../contract/age-bands.ts';
import { agedLabel, type Dated } from '../../contract/ages.ts';
import { deprivationFifths, ethnicSchemes, labelOf } from '../../contract/dimensions.ts';
import { residentsOf } from '../../contract/group-words.ts';
import { parsePeriod } from '../../contract/periods.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import type { Stratum } from '../../contract/queries.ts';
import type { DenominatorDefinition, Indicator } from '../../indicators/indicator.ts';

/**
 * "First dose of a COVID-19 vaccine, 65 and over, counted among residents in Census 2021".
 *
 * @param period of the figure, where one is meant: a population counted anew for each figure is named with its month.
 */
export function titleOf(indicator: Indicator, stratum: Stratum, period?: string): string {
  const scheme = ethnicSchemes.find((one) => one.id === stratum.ethnicScheme);
  const variant =
    indicator.valueType === 'proportion' &&
    indicator.denominators.find((one) => one.id === stratum.denominator);
  return [
    indicator.title,
    stratum.ethnicGroup !== 'all' &&
      residentsOf(labelOf(scheme?.groups ?? [], stratum.ethnicGroup), indicator.counted),
    ageWords(indicator, stratum.ageBand),
    stratum.sex !== 'all' && sexWords[stratum.sex],
    stratum.deprivation !== 'all' &&
      residentsOf(labelOf(deprivationFifths, stratum.deprivation), indicator.counted),
    variant && variant.id !== '' && `counted among ${lowerFirst(variant.title)}${monthOf(variant, period)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const sexWords = { female: 'females', male: 'males' } as const;

/** " of March 2021": a population is named by its own period, not by another's. */
function monthOf({ isDatedByFigure }: DenominatorDefinition, period: string | undefined): string {
  const end = period === undefined ? undefined : parsePeriod(period)?.end;
  if (isDatedByFigure !== true || end === undefined) return '';
  return ` of ${parsePeriod(end.replace(/^(\d{4})-(\d{2})-\d{2}$/, '$1-M$2'))?.label ?? end}`;
}

/** An indicator without ages says nothing of them. */
function ageWords(indicator: Indicator, ageBand: string): string | false {
  if (indicator.populationGroups.every((group) => group.ageBands.every((band) => band === 'all')))
    return false;
  return lowerFirst(ageBandLabel(ageBand === 'all' ? (indicator.allAges ?? 'all') : ageBand));
}

/** "15 July 2021"; counts so far say that they are, and what is made of sources of two dates names both. */
export function periodWords(indicator: Pick<Indicator, 'periodKind' | 'dates'>, period: string): string {
  const label = indicator.dates?.[period] ?? parsePeriod(period)?.label ?? period;
  return indicator.periodKind === 'cumulative' ? `up to ${label}` : label;
}

/** The same with its age, where that is three years or more: "up to 15 July 2021, 5 years ago". */
export const agedPeriodWords = (
  indicator: Pick<Indicator, 'periodKind' | 'dates'>,
  period: string,
  on: Pick<Dated, 'asOf'>,
): string => agedLabel(periodWords(indicator, period), period, datedBy(indicator, on));

/** What the ages of an indicator's figures are counted with, as replies about it carry it. */
export const datedBy = (
  { dates }: Pick<Indicator, 'dates'>,
  { asOf }: Pick<Dated, 'asOf'>,
): { asOf: string; dates?: Record<string, string> } => ({
  asOf,
  ...(dates && { dates: { ...dates } }),
});

/** "28 November 2026". */
export const dayInWords = (instant: string): string =>
  parsePeriod(instant.slice(0, 10))?.label ?? instant.slice(0, 10);
