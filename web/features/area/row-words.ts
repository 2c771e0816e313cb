import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { isGoodOrBad } from '../../../server/contract/good-or-bad.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { sourceVerdicts } from '../../../server/contract/source-verdict.ts';
import { areaWords } from '../../shared/words/area-words.ts';
import { shortAgainst } from '../../shared/words/figure-words.ts';
import { countOf, gapSideWords } from '../../shared/words/format.ts';

/** "2.0 percentage points below"; nothing where the gap rounds to none. */
export function gapWords(row: AreaIndicator): string {
  return row.gap === undefined ? '' : gapSideWords(row.gap, row);
}

/** "5 years ago"; nothing for a newer figure. */
export const agoWords = ({ age }: Pick<AreaIndicator, 'age'>) =>
  age === undefined ? '' : `${age} years ago`;

/** Only figures that are real are counted and spoken of. */
const isReal = ({ estimate }: AreaIndicator) =>
  estimate?.status === 'shown' && estimate.basis !== 'synthetic';

/** A figure with what it came to: of the whole place against the largest area it was tested against, else the rest of the place. */
interface Compared extends Pick<AreaIndicator, 'age' | 'verdict'> {
  readonly against: string;
}

/**
 * Real outcomes and services that were compared, and may be called better or worse. That of everyone is not counted beside
 * those of the groups it is the sum of: it would count the same people twice.
 */
function comparedIn({ area, place, indicators, comparison }: AreaIndicatorsReply): Compared[] {
  const found = indicators
    .filter((row) => isReal(row) && isGoodOrBad(row))
    .flatMap((row) => {
      const { age, verdict, comparisons } = row;
      const dated = age === undefined ? {} : { age };
      if (area.code !== place.code)
        return verdict === 'not-compared'
          ? []
          : [{ row, ...dated, verdict, against: shortAgainst(comparison.against) }];
      const widest = comparisons.findLast((one) => one.verdict !== 'not-compared');
      return widest === undefined
        ? []
        : [{ row, ...dated, verdict: widest.verdict, against: `the rest of ${widest.area.name}` }];
    });
  // Of one group alone it is no sum, nor of groups at another time.
  const isSum = ({ indicator, stratum, period }: AreaIndicator) =>
    stratum.populationGroup === 'all' &&
    found.filter(
      ({ row }) =>
        row.indicator === indicator && row.period === period && row.stratum.populationGroup !== 'all',
    ).length > 1;
  return found.filter(({ row }) => !isSum(row)).map(({ row: _, ...one }) => one);
}

/** What the page shows, in one sentence. */
export function profileHeadline(reply: AreaIndicatorsReply): string {
  const { area, place, indicators } = reply;
  const all = comparedIn(reply);
  const held = indicators.filter(isReal).length;
  const [first] = all;
  if (first === undefined) {
    if (area.code === place.code)
      return `${countOf(held, 'figure', 'figures')} about the whole of ${place.name}`;
    const [one] = areaWords(area.type);
    if (held > 0)
      return `${countOf(held, 'real figure is', 'real figures are')} held for this ${one}, none of which can be tested as better or worse`;
    return indicators.some(({ estimate }) => estimate?.status === 'shown')
      ? `No real figures are held for this ${one}: those shown are synthetic`
      : `No figures are held for this ${one}`;
  }
  // Most are compared with one area; the few of another are counted in none.
  const compared = all.filter(({ against }) => against === first.against);
  const count = (verdict: string) => compared.filter((row) => row.verdict === verdict).length;
  const [worse, better] = [count('worse'), count('better')];
  const of = `of ${countOf(compared.length, 'figure', 'figures')} compared`;
  if (worse + better === 0)
    return `${noneOf(compared.length)} from ${first.against} beyond chance${oldWords(compared)}`;
  const parts = [...(worse > 0 ? [`worse on ${worse}`] : []), ...(better > 0 ? [`better on ${better}`] : [])];
  return `Against ${first.against}, ${parts.join(' and ')} ${of}${oldWords(compared)}`;
}

/** "Neither of the two figures compared stands out". */
function noneOf(compared: number): string {
  if (compared === 1) return 'The one figure compared does not stand out';
  return compared === 2
    ? 'Neither of the two figures compared stands out'
    : `None of the ${compared} figures compared stands out`;
}

/** How many figures were compared, and which of them the headline counts: one number on the page, not two. */
export function comparedWords(reply: AreaIndicatorsReply): string {
  const { compared } = reply.comparison;
  const all = comparedIn(reply);
  if (reply.area.code === reply.place.code)
    return `${countOf(compared, 'comparison was', 'comparisons were')} tested; the first sentence counts those of real outcomes and services with ${all[0]?.against ?? 'the largest area'}`;
  const left = compared - all.length;
  const others =
    left === 0
      ? ''
      : `; the other ${left === 1 ? 'one is' : `${left} are`} synthetic, only higher or lower, or the sum of figures counted already`;
  return `${countOf(compared, 'figure of this page was', 'figures of this page were')} compared, ${all.length} of them real outcomes and services, which the first sentence counts${others}`;
}

/** How many of the figures compared are of three or more years ago. */
function oldWords(compared: readonly Pick<AreaIndicator, 'age'>[]): string {
  const old = compared.flatMap(({ age }) => (age === undefined ? [] : [age]));
  if (old.length === 0) return '';
  if (old.length < compared.length)
    return `; ${old.length} of the ${compared.length} ${old.length === 1 ? 'is' : 'are'} three or more years old`;
  const [least, most] = [Math.min(...old), Math.max(...old)];
  const age = `${least === most ? least : `${least} to ${most}`} years old`;
  if (old.length === 1) return `; it is ${age}`;
  return `; ${old.length === 2 ? 'both' : 'all'} are ${age}`;
}

/**
 * "As OHID judges it against England: worse on 3, better on 4 and similar on 5 figures": counted as the source's, of
 * the figures a page shows, the area's own or those of the whole place.
 */
export function sourceSentences(rows: readonly AreaIndicator[]): string[] {
  const told = rows.flatMap(({ estimate, place, publishedHere, source }) => {
    const figure = publishedHere ? estimate : place;
    return figure?.status === 'shown' && figure.sourceVerdict !== undefined
      ? [{ ...figure.sourceVerdict, by: source.shortPublisher }]
      : [];
  });
  const together = Map.groupBy(told, ({ by, against }) => `As ${by} judges it against ${against}`);
  return [...together].map(([head, all]) => {
    const counts = sourceVerdicts
      .map(({ id }) => [id, all.filter(({ verdict }) => verdict === id).length] as const)
      .filter(([, n]) => n > 0)
      .map(([id, n]) => `${id} on ${n}`);
    return `${head}: ${inWords(counts)} of ${countOf(all.length, 'figure', 'figures')}.`;
  });
}
