/**
 * How many trials a test makes of what is wanted by the thousand: all of them in `npm run bench -- long`, which sets
 * `TRIALS=all`, otherwise a share that takes seconds. The seed is the same, so the share is the beginning of the whole.
 */
export const shareOf = <Trials>(all: Trials, share: Trials): Trials =>
  process.env.TRIALS === 'all' ? all : share;
