/** What a figure is about, in words. Pure. */
import { ageBandLabel } from '../contract/age-bands.ts';
import { deprivationFifths, ethnicSchemes, labelOf, residentsOf } from '../contract/dimensions.ts';
import { parsePeriod } from '../contract/periods.ts';
import type { Stratum } from '../contract/queries.ts';
import type { Indicator } from '../indicators/indicator.ts';

/** "First dose of a COVID-19 vaccine, 65 and over, among Census 2021 residents". */
export function titleOf(indicator: Indicator, stratum: Stratum): string {
  const scheme = ethnicSchemes.find((one) => one.id === stratum.ethnicScheme);
  const variant =
    indicator.valueType === 'proportion' &&
    indicator.denominators.find((one) => one.id === stratum.denominator);
  return [
    indicator.title,
    stratum.ethnicGroup !== 'all' && residentsOf(labelOf(scheme?.groups ?? [], stratum.ethnicGroup)),
    ageWords(indicator, stratum.ageBand),
    stratum.sex !== 'all' && sexWords[stratum.sex],
    stratum.deprivation !== 'all' && residentsOf(labelOf(deprivationFifths, stratum.deprivation)),
    variant && variant.id !== '' && `counted among ${lowerFirst(variant.title)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

const sexWords = { female: 'females', male: 'males' } as const;

/** An indicator without ages says nothing of them. */
function ageWords(indicator: Indicator, ageBand: string): string | false {
  if (indicator.populationGroups.every((group) => group.ageBands.every((band) => band === 'all')))
    return false;
  return lowerFirst(ageBandLabel(ageBand === 'all' ? (indicator.allAges ?? 'all') : ageBand));
}

/** "15 July 2021"; cumulative counts say that they are counts so far. */
export function periodWords(indicator: Pick<Indicator, 'periodKind'>, period: string): string {
  const label = parsePeriod(period)?.label ?? period;
  return indicator.periodKind === 'cumulative' ? `up to ${label}` : label;
}

export const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
