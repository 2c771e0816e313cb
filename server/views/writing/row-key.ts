/** Which row of a page is meant. Pure. */
interface Named {
  readonly indicator: string;
  readonly populationGroup: string;
  readonly stratum: { readonly sex: string };
}

/** "life-expectancy-at-birth.all.female": a row of a page, told from every other. */
export const rowKey = ({ indicator, populationGroup, stratum: { sex } }: Named) =>
  [indicator, populationGroup, ...(sex === 'all' ? [] : [sex])].join('.');
