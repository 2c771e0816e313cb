/** What a cell of the heat map says, and what the whole shows. Pure. */

import { fifthKinds, labelOf, verdicts } from '../../../server/contract/dimensions.ts';
import type {
  DisparityCell,
  DisparityOverviewReply,
  OverviewRow,
} from '../../../server/contract/gap-replies.ts';
import { ADJUSTED, isGoodOrBad } from '../../../server/contract/good-or-bad.ts';
import { bareFifth } from '../../../server/contract/group-words.ts';
import { inWords, lowerFirst } from '../../../server/contract/phrases.ts';
import { labelOfReason } from '../../../server/contract/without-figure.ts';
import { countOf } from '../../shared/words/format.ts';
import { differenceWords, formatSigned, groupName } from './gap-words.ts';
import { noneProvenWords, outcomesOf } from './held-words.ts';
import { isMadeUp } from './made-up.ts';

/** The size of a gap, or the word that stands in its place: withheld, missing and none are not the same. */
export function cellText(
  { estimate, gap }: DisparityCell,
  { decimals }: Pick<OverviewRow, 'decimals'>,
): string {
  if (estimate.status !== 'shown') return labelOfReason(estimate);
  if (gap.isReference) return 'Reference';
  return gap.difference === undefined ? '–' : formatSigned(gap.difference.value, decimals);
}

/** The verdict of a cell in a word; where nothing is good or bad it is the direction. */
export function cellVerdict({ estimate, gap }: DisparityCell): string {
  if (estimate.status !== 'shown' || gap.isReference || gap.difference === undefined) return '';
  if (gap.couldBeChance) return 'Could be chance';
  return labelOf(verdicts, gap.verdict);
}

/** Read out before and after what a cell shows: of which outcome and group, and how sure. */
export function aroundCell(cell: DisparityCell, row: OverviewRow): readonly [before: string, after: string] {
  const { gap, estimate } = cell;
  const isCompared = estimate.status === 'shown' && !gap.isReference && gap.difference !== undefined;
  const after = [
    ...(isCompared && gap.difference ? [differenceWords(gap.difference, row)] : []),
    ...(isMadeUp(cell) ? ['synthetic'] : []),
  ];
  return [
    `${row.shortTitle}, ${groupName(cell.label, row.counted)}: `,
    after.map((text) => `, ${text}`).join(''),
  ];
}

const isProven = (cell: DisparityCell) => cell.gap.verdict === 'worse' && !isMadeUp(cell);
const isCompared = (cell: DisparityCell) => cell.gap.difference !== undefined && !isMadeUp(cell);

/** What the heat map shows: the widest gap proven worse, from real figures only. */
export function overviewTitle(reply: DisparityOverviewReply): string {
  const { indicators, largest, area } = reply;
  const [first] = largest;
  const row = indicators.find(({ indicator }) => indicator === first?.indicator);
  const cell = row?.cells.find(({ group }) => group === first?.group);
  if (row !== undefined && cell?.gap.difference !== undefined)
    return `Widest gap proven worse in ${area.name}: ${groupName(cell.label, row.counted)}, ${lowerFirst(row.shortTitle)}, ${differenceWords({ value: cell.gap.difference.value }, row)}${row.age === undefined ? '' : ` (${row.periodLabel})`}${cell.crude === undefined ? '' : `, ${ADJUSTED}`}`;
  return `Gaps in ${area.name}: ${noneProvenWords(reply)}`;
}

/** On how many outcomes and services each group is proven worse, the most first; real figures only. */
export function worseCounts({ indicators, groups }: DisparityOverviewReply): string {
  const real = outcomesOf({ indicators }).filter(({ cells }) => cells.some(isCompared));
  const judged = real.filter(isGoodOrBad);
  const counts = groups
    .map(({ group }) => ({
      label: groupName(nameAmong(real, group)),
      worse: judged.filter(({ cells }) => cells.some((cell) => cell.group === group && isProven(cell)))
        .length,
    }))
    .filter(({ worse }) => worse > 0)
    .sort((a, b) => b.worse - a.worse);
  if (counts.length === 0) return '';
  const [first, ...others] = counts.map(({ label, worse }) => `${label} on ${worse}`);
  const apart =
    judged.length === real.length ? '' : `, of which ${judged.length} can be called better or worse`;
  return `Of ${countOf(real.length, 'outcome or service', 'outcomes and services')} with real figures${apart}, proven worse: ${inWords([`${first}`, ...others])}.`;
}

/** What rows call a group: fifths of different areas have one name, without whose. */
function nameAmong(rows: readonly OverviewRow[], group: string): string {
  const labels = rows.flatMap(({ cells }) =>
    cells.filter((cell) => cell.group === group).map((cell) => cell.label),
  );
  const [label = group, ...others] = new Set(labels);
  return others.length === 0 ? label : bareFifth(label);
}

/** What the groups are, as every row has them: fifths can rank small areas in one row and wards in another. */
export function groupsLabel({ indicators, breakdown }: DisparityOverviewReply): string {
  const kinds = [...new Set(indicators.flatMap(({ fifths }) => fifths ?? []))];
  return kinds.length === 0 ? breakdown.label : kinds.map((kind) => labelOf(fifthKinds, kind)).join('; ');
}
