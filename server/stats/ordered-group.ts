/** One of the ordered groups, for example a deprivation tenth. */
export type OrderedGroup = {
  /** People in the group; above zero. */
  readonly population: number;
  /** The group's figure: any number, a rate above zero, or a proportion from 0 to 1. */
  readonly value: number;
  /** Standard error on the scale of the values: of the figure, of its log (rates), or of its logit (proportions). */
  readonly standardError: number;
};
