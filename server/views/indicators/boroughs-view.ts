/** The place among the boroughs it is compared with: every figure, a position and a median, and no verdict. Pure. */
import type { SelectedEstimate } from '../../../db/queries/estimates.ts';
import type { BoroughsReply } from '../../contract/boroughs-reply.ts';
import type { BoroughEstimate } from '../../contract/estimate.ts';
import type { Place } from '../../contract/place.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { estimateView } from '../../judge/release/estimate-view.ts';
import type { ResolvedAreas } from '../../judge/release/resolve.ts';
import type { Snapshot } from '../../judge/release/snapshot.ts';
import { median } from '../../stats/median.ts';
import { amountWords } from '../writing/amount-words.ts';
import { agedPeriodWords, datedBy, titleOf } from '../writing/words.ts';
import { FEWEST_FOR_POSITION, positionAmong } from './position.ts';

/** @param rows figures of the question: of the place, and of the others. */
export function boroughsView(
  indicator: Indicator,
  { stratum, period }: ResolvedAreas,
  rows: readonly SelectedEstimate[],
  snapshot: Snapshot,
  place: Place,
): BoroughsReply {
  const boroughs = boroughsOf(rows, place);
  const plural = place.comparators?.plural ?? 'boroughs';
  const { peers } = place.comparators ?? {};
  return {
    release: snapshot.release,
    ...datedBy(indicator, snapshot),
    query: { indicator: indicator.id, period, ...stratum },
    title: `${titleOf(indicator, stratum, period)}, ${agedPeriodWords(indicator, period, snapshot)}`,
    plural,
    boroughs,
    ...standingOf(indicator, boroughs, place, plural),
    ...(peers && {
      peersChosen: { words: peers.chosen, ...(peers.url !== undefined && { url: peers.url }) },
    }),
  };
}

/** The place and the others as its file names them; one without a row says nothing. Without others there is nothing to show. */
function boroughsOf(rows: readonly SelectedEstimate[], place: Place): BoroughEstimate[] {
  const { others, peers } = place.comparators ?? { others: [] };
  const rowOf = new Map(rows.map((row) => [row.area_code, row]));
  const found = [place, ...others].flatMap(({ code, name }): BoroughEstimate[] => {
    const row = rowOf.get(code);
    if (row === undefined) return [];
    const role = code === place.code ? 'place' : peers?.codes.includes(code) ? 'peer' : 'other';
    return [{ code, name, role, ...estimateView(row) }];
  });
  return found.some(({ role }) => role !== 'place')
    ? found.toSorted((a, b) => (a.code < b.code ? -1 : 1))
    : [];
}

type Standing = Pick<BoroughsReply, 'position' | 'withoutPosition' | 'median' | 'medianWords'>;

function standingOf(
  indicator: Indicator,
  boroughs: readonly BoroughEstimate[],
  place: Place,
  plural: string,
): Standing {
  const shown = boroughs.flatMap((one) => (one.status === 'shown' ? [one] : []));
  const own = shown.find(({ role }) => role === 'place');
  const none = (withoutPosition: string): Standing => ({ position: null, withoutPosition, median: null });
  if (indicator.unit === 'decile') return none('Tenths are not put in order: many share one.');
  if (shown.length < FEWEST_FOR_POSITION)
    return none(`Fewer than ${FEWEST_FOR_POSITION} ${plural} have a figure here.`);
  const values = shown.map(({ value }) => value);
  const middle = median(values);
  const region = place.parents.find(({ type }) => type === 'region');
  const medianWords = `Median of the ${shown.length} ${plural} with a figure, each counted once: ${amountWords(middle, indicator)}${region ? `; it is not the figure of ${region.name}` : ''}.`;
  const ofOthers = shown.flatMap((one) => (one === own ? [] : [one.value]));
  const position = own && positionAmong(own.value, ofOthers, { decimals: indicator.decimals, plural });
  return position === undefined
    ? { position: null, withoutPosition: `${place.name} has no figure here.`, median: middle, medianWords }
    : { position, median: middle, medianWords };
}
