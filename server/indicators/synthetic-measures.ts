/** What synthetic figures count: the measures of the indicators that have no real ones yet. */
import { experienceOfCare } from './experience-of-care.ts';
import type { Indicator } from './indicator.ts';
import type { Measure } from './measures.ts';
import { staff } from './staff.ts';
import { useOfResources } from './use-of-resources.ts';

export const syntheticIndicators: readonly Indicator[] = [...experienceOfCare, ...useOfResources, ...staff];

const made = { combine: 'none', editions: {}, synthetic: true } as const;

export const syntheticMeasures: readonly Measure[] = syntheticIndicators.flatMap((indicator): Measure[] => {
  const { id, title } = indicator;
  if (indicator.kind === 'plain') return [{ ...made, id, title: `Synthetic: ${title}`, kind: 'value' }];
  const [{ measure: among, title: people }] = indicator.denominators;
  return [
    { ...made, id: among, title: `Synthetic: ${people}, for ${id}`, kind: 'people' },
    { ...made, id, title: `Synthetic: ${title}`, kind: 'people', atMost: among },
  ];
});
