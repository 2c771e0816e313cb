/** Which figures a page may call better or worse. Pure. */
import type { Indicator } from '../../indicators/indicator.ts';

/** Outcomes and services, where age alone does not make them high or low. */
export const canBeWorse = ({ kind, ageAdjusted }: Pick<Indicator, 'kind' | 'ageAdjusted'>) =>
  (kind === 'outcome' || kind === 'service') && ageAdjusted !== false;

interface Named {
  readonly indicator: string;
  readonly populationGroup: string;
  readonly stratum: { readonly sex: string };
}

/** "life-expectancy-at-birth.all.female": a row of a page, told from every other. */
export const rowKey = ({ indicator, populationGroup, stratum: { sex } }: Named) =>
  [indicator, populationGroup, ...(sex === 'all' ? [] : [sex])].join('.');
