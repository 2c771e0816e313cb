/** Which row of a page is meant: in its address, in the pins of the board and in the lines a page opens with. */
export interface KeyedRow {
  readonly indicator: string;
  readonly populationGroup: string;
  readonly stratum: { readonly sex: string };
}

/** "life-expectancy-at-birth.all.female": a row of a page, told from every other. */
export const rowKey = ({ indicator, populationGroup, stratum: { sex } }: KeyedRow) =>
  [indicator, populationGroup, ...(sex === 'all' ? [] : [sex])].join('.');
