import { ageBandLabel } from '../../server/contract/age-bands.ts';
import type { AreaIndicator, AreaIndicatorsReply } from '../../server/contract/area-replies.ts';
import { labelOf, sexes } from '../../server/contract/dimensions.ts';
import type { TrendReply } from '../../server/contract/replies.ts';
import { countOf, formatGap, formatValue, lowerFirst } from '../format.ts';
import { shortAgainst } from '../map/figure-words.ts';

/** "First COVID-19 dose, 65 and over": short, and told apart from the rows beside it. */
export function rowName({ shortTitle, stratum }: Pick<AreaIndicator, 'shortTitle' | 'stratum'>): string {
  return [
    shortTitle,
    ...(stratum.ageBand === 'all' ? [] : [lowerFirst(ageBandLabel(stratum.ageBand))]),
    ...(stratum.sex === 'all' ? [] : [lowerFirst(labelOf(sexes, stratum.sex))]),
  ].join(', ');
}

const trends: Record<TrendReply['trend']['verdict'], string> = {
  better: 'Getting better',
  worse: 'Getting worse',
  higher: 'Rising',
  lower: 'Falling',
  'no-significant-change': 'No clear change',
  'cannot-be-tested': 'Not tested',
};
export const trendWord = (trend: TrendReply['trend']) => trends[trend.verdict];

/** "2.0 percentage points below"; nothing where the gap rounds to none. */
export function gapWords(row: AreaIndicator): string {
  if (row.gap === undefined || formatValue(row.gap, row) === formatValue(0, row)) return '';
  return `${formatGap(row.gap, row)} ${row.gap > 0 ? 'above' : 'below'}`;
}

/** Only figures that are real are counted and spoken of. */
const isReal = ({ estimate }: AreaIndicator) =>
  estimate?.status === 'shown' && estimate.basis !== 'synthetic';

/** What the page shows, in one sentence. */
export function profileHeadline({ area, place, indicators, comparison }: AreaIndicatorsReply): string {
  const compared = indicators.filter((row) => row.verdict !== 'not-compared' && isReal(row));
  const held = indicators.filter(isReal).length;
  if (compared.length === 0) {
    if (area.code === place.code)
      return `${countOf(held, 'figure', 'figures')} about the whole of ${place.name}`;
    return held === 0
      ? 'No figures are published for an area this small'
      : `${countOf(held, 'figure is', 'figures are')} held, none with counts that can be compared`;
  }
  const count = (verdict: string) => compared.filter((row) => row.verdict === verdict).length;
  const [worse, better] = [count('worse'), count('better')];
  const against = shortAgainst(comparison.against);
  const of = `of ${countOf(compared.length, 'figure', 'figures')} compared`;
  if (worse + better === 0) return `None ${of} stands out from ${against} beyond chance`;
  const parts = [...(worse > 0 ? [`worse on ${worse}`] : []), ...(better > 0 ? [`better on ${better}`] : [])];
  return `Against ${against}, ${parts.join(' and ')} ${of}`;
}
