/**
 * Every number that was chosen by trying: how hard to look, and what to rather withhold. None of them touches safety. They
 * decide how long protecting takes and how many cells it withholds; whatever they are, nothing is published but on witnesses
 * that the check (`feasible/check.ts`) accepts.
 */

/** How hard a search looks for one table before it gives up. */
export interface Effort {
  /** Moves made from the true table. */
  readonly moves: number;
  /** Moves weighed for each one made. */
  readonly choices: number;
  /** Fresh starts. */
  readonly starts: number;
}

export const WALK = {
  /** Moves tried for each sensitive count still open, in one round. */
  triesPerOpenCount: 60,
  /** A round that settles less than this share of what is open is the last. */
  leastShareSettled: 0.03,
};

export const SEARCH = {
  /** What bounds that may not be broken weigh, for each person beyond them: far more than any cell costs. */
  forbidden: 1000,
  /** A bound broken by this many people weighs twice what the cell costs. */
  peopleThatDoubleCost: 20,
  /** One move that makes things worse is made in so many. */
  oneWorseMoveIn: 50,
};

export const MOVES = {
  /** One swap in so many is with a code of another group. */
  oneFarSwapIn: 12,
  /** A block of dates ends with one code in so many: some stay short, some take in whole histories. */
  blockEndsOnceIn: { short: 4, long: 20 },
  /** Blocks made for each finest code. */
  blocks: 48,
  /** A finest code that counts in more codes than this is drawn once in so many cases where there is another. */
  manyCodes: 20,
  manyCodesOnceIn: 6,
};

/** The efforts of a proof: a quick look finds most witnesses, a longer one most of the others. */
export const PROOF: readonly [Effort, Effort] = [
  { moves: 60, choices: 60, starts: 1 },
  { moves: 120, choices: 200, starts: 1 },
];

export const SECONDARY = {
  /** Each round withholds for what the one before left open, and looks harder. */
  rounds: 12,
  /** After more rounds than this without success it gives up. */
  patience: 2,
  /** Withholding all sums around helps where this many of them do, or not at all. */
  reach: 2,
  /** A long look pays where no more sensitive counts than this are left; else withholding is nearly always what helps. */
  few: 300,
  effort: (round: number, left: number): Effort => ({
    moves: 80 * (1 + round),
    choices: left > SECONDARY.few ? 80 : 200,
    starts: left > SECONDARY.few ? 1 : 2,
  }),
};

/** What withholding a cell costs its readers: only the proportions count. */
export const COST = {
  /** The total of a ward or of a group: one that most readers look at. */
  totalOfOneDimension: 25,
  /** Not admitting that a small count is small. */
  relabelled: 40,
  /** A cell as dear as this is worth withholding several others instead; `worth` makes it so. */
  dear: 30,
  /** A shown zero says more than a shown ten, and frees less. */
  zero: 3,
  /** Any other cell costs one, and as much again for this many groups among its codes, or for this many tenfolds of people. */
  groupsThatDouble: 10,
  tenfoldsThatDouble: 10,
};

export const RESTORE = {
  /** Where more cells than this are withheld beside the small ones, each gets a quick look only before it stays so. */
  much: 1000,
  /** The dearer a cell, the longer the look before it stays withheld. */
  effort: (cost: number, isMuch: boolean): Effort => {
    if (cost >= COST.totalOfOneDimension)
      return {
        moves: 80,
        choices: 120,
        starts: Math.min(10, 1 + Math.floor(cost / COST.totalOfOneDimension)),
      };
    return isMuch ? { moves: 40, choices: 60, starts: 1 } : { moves: 80, choices: 150, starts: 1 };
  },
};

/** How hard to look for cheaper cells in the place of a dear one. */
export const EXCHANGE: Effort = { moves: 160, choices: 250, starts: 4 };

/** Cells of one linear program at most; those further from the cell asked about are left out, which only widens its bounds. */
export const MOST_CELLS_OF_A_PROGRAM = 4000;
