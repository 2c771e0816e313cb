/** What synthetic figures count: the measures of the indicators that have no real ones yet. */
import { fluVaccinations } from './flu-vaccination.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measure.ts';
import { useOfResources } from './use-of-resources.ts';

export const syntheticIndicators: readonly Indicator[] = [...useOfResources, ...fluVaccinations];

const made = ({ finestArea }: Indicator) =>
  finestArea === 'ward'
    ? ({ combine: 'sum', editions: { ward: '2025' }, synthetic: true } as const)
    : ({ combine: 'none', editions: {}, synthetic: true } as const);

export const syntheticMeasures: readonly Measure[] = syntheticIndicators.flatMap((indicator): Measure[] => {
  const { id, title } = indicator;
  if (indicator.valueType !== 'proportion') return [];
  const [{ measure: among, title: people }] = indicator.denominators;
  return [
    { ...made(indicator), id: among, title: `Synthetic: ${people}, for ${id}`, valueType: 'count' },
    { ...made(indicator), id, title: `Synthetic: ${title}`, valueType: 'count', atMost: among },
  ];
});
