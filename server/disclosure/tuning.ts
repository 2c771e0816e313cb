/**
 * Every number that was chosen by trying: how hard to look, and what to rather withhold. None of them touches safety. They
 * decide how long protecting takes and how many cells it withholds; whatever they are, nothing is published but on witnesses
 * that the check (`feasible/check.ts`) accepts.
 *
 * Beside each stands what another number gave on seed 2 of the table in our shape, as `npm run bench -- disclosure` makes it
 * (2026-11-28): cells under secondary suppression, and seconds of the processor. As they are it is 186 cells in 14.4 s. One
 * table: ten cells more or fewer may be chance. In every trial all small counts were proved.
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
  /** Moves tried for each sensitive count still open, in one round: time now for searches later. 30: 188 in 14.2; 120: 183 in 15.0. */
  triesPerOpenCount: 60,
  /** A round that settles less than this share of what is open is the last. 0.01: 203 in 17.7; 0.1: 174 in 14.5. */
  leastShareSettled: 0.03,
};

export const SEARCH = {
  /** What bounds that may not be broken weigh, for each person beyond them: far more than any cell costs. 100: 186 in 16.5. */
  forbidden: 1000,
  /** A bound broken by this many people weighs twice what the cell costs. 5: 184 in 15.2; 80: 195 in 15.0. */
  peopleThatDoubleCost: 20,
  /** One move that makes things worse is made in so many: a way out, or a waste. 25: 176 in 13.9; 200: 211 in 16.1. */
  oneWorseMoveIn: 50,
};

export const MOVES = {
  /** One swap in so many is with a code of another group: room, against more groups changed. 4: 189 in 15.4; 48: 194 in 15.1. */
  oneFarSwapIn: 12,
  /**
   * Of tables of doses alone, which the table in our shape is not; chosen on that of the demonstration, not measured since.
   * A block of dates ends with one code in so many: some stay short, some take in whole histories.
   */
  blockEndsOnceIn: { short: 4, long: 20 },
  /** Blocks made for each finest code. */
  blocks: 48,
  /** A finest code that counts in more codes than this is drawn once in so many cases where there is another. */
  manyCodes: 20,
  manyCodesOnceIn: 6,
};

/**
 * The efforts of a proof: a quick look finds most witnesses, a longer one most of the others. The longer one half as long:
 * 224 in 17.0, for what is not found is withheld for and restored; twice as long: 167 in 17.3.
 */
export const PROOF: readonly [Effort, Effort] = [
  { moves: 60, choices: 60, starts: 1 },
  { moves: 120, choices: 200, starts: 1 },
];

export const SECONDARY = {
  /** Each round withholds for what the one before left open, and looks harder. */
  rounds: 12,
  /** After more rounds than this without success it gives up. 0: 186 in 15.2. */
  patience: 2,
  /** Withholding all sums around helps where this many of them do, or not at all. 1: 186 in 14.5. */
  reach: 2,
  /** A long look pays where no more sensitive counts than this are left; else withholding is what helps. 100: 291 in 13.6; 900: 186 in 14.7. */
  few: 300,
  effort: (round: number, left: number): Effort => ({
    moves: 80 * (1 + round),
    choices: left > SECONDARY.few ? 80 : 200,
    starts: left > SECONDARY.few ? 1 : 2,
  }),
};

/** What withholding a cell costs its readers: only the proportions count. */
export const COST = {
  /** The total of a ward or of a group: one that most readers look at. 5: 191 in 21.6; 29: 185 in 15.6. */
  totalOfOneDimension: 25,
  /** Not admitting that a small count is small: quiet cells against others. 10: 173 in 13.2; 100: 189 in 18.0. */
  relabelled: 40,
  /** A cell as dear as this is worth withholding several others instead; `worth` makes it so. */
  dear: 30,
  /** A shown zero says more than a shown ten, and frees less. 1: 204 in 14.6; 10: 181 in 15.4. */
  zero: 3,
  /** Any other cell costs one, and as much again for this many groups among its codes, or for this many tenfolds of people. */
  groupsThatDouble: 10,
  tenfoldsThatDouble: 10,
};

export const RESTORE = {
  /** Where more cells than this are withheld beside the small ones, each gets a quick look only before it stays so. */
  much: 1000,
  /** The dearer a cell, the longer the look before it stays withheld. All quick: 189 in 13.2; twice as long: 180 in 20.0. */
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

/**
 * How hard to look for cheaper cells in the place of a dear one. Of 4,278 counts of wards, groups, doses and dates in the
 * demonstration 4 are withheld, 13 without the exchange; the table in our shape has no dear cells.
 */
export const EXCHANGE: Effort = { moves: 160, choices: 250, starts: 4 };

/** Cells of one linear program at most; those further from the cell asked about are left out, which only widens its bounds. */
export const MOST_CELLS_OF_A_PROGRAM = 4000;
