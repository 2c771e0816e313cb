/** A figure that was shared out: its limits include the measured error of doing so, or it has none and says why. Pure. */
import { errorInPoints, errorWords, NONE_OR_ALL } from '../judge/figures/modelled-words.ts';
import { modelledProportion } from '../stats/modelled-proportion.ts';
import type { EstimateFigures } from './estimate.ts';
import type { AreaList } from './figures.ts';

interface Measured {
  /** The areas it was shared out from; undefined where it was modelled before it was loaded, or averaged. */
  readonly from: AreaList | undefined;
  /** On the log-odds scale; undefined where it could not be measured. */
  readonly error: number | undefined;
}

export const NOT_MEASURED =
  'No interval: nothing is loaded that is known exactly for both kinds of area, so the error of sharing out cannot be measured, and it is not tested.';
const NOT_SHARED_OUT = 'No interval: the error of modelling was not measured, and it is not tested.';
const MEAN = 'An average over small areas: no interval.';
const COUNT = 'A count that was shared out: no interval.';
const WHOLE = 'Made of whole areas of the source, added up: nothing was shared out.';

/** @param figure as counts alone would have it. */
export function withModelling(figure: EstimateFigures, { from, error }: Measured): EstimateFigures {
  if (figure.status !== 'shown') return figure;
  const { numerator, denominator } = figure;
  if (numerator === null || denominator === null) return noting(figure, from === undefined ? MEAN : COUNT);
  if (error === undefined) return without(figure, from === undefined ? NOT_SHARED_OUT : NOT_MEASURED);
  const modelled = { ...figure, modelling_error: error };
  // More counted than there are has no interval already, and says why.
  if (figure.interval === 'none') return modelled;
  const counts = { numerator, denominator };
  const [at95, at998] = [0.95, 0.998].map((level) => modelledProportion(counts, error, level));
  if (at95 === undefined || at998 === undefined) return without(modelled, NONE_OR_ALL);
  return {
    ...noting(modelled, errorWords(errorInPoints(counts, error))),
    lower95: 100 * at95.lower,
    upper95: 100 * at95.upper,
    lower998: 100 * at998.lower,
    upper998: 100 * at998.upper,
  };
}

/** A published figure beside others that were shared out from areas of the source. */
export const addedUp = (figure: EstimateFigures, from: AreaList | undefined): EstimateFigures =>
  from === undefined || figure.status !== 'shown' || figure.basis !== 'published'
    ? figure
    : noting(figure, WHOLE);

const noting = (figure: EstimateFigures, note: string): EstimateFigures => ({
  ...figure,
  notes: [...figure.notes, note],
});

const without = (figure: EstimateFigures, why: string): EstimateFigures => ({
  ...noting(figure, why),
  interval: 'none',
  lower95: null,
  upper95: null,
  lower998: null,
  upper998: null,
});
