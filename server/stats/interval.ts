/** A confidence interval, in the unit of the figure it belongs to. */
export type Interval = { readonly lower: number; readonly upper: number };
