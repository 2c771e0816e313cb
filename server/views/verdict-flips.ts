/** Verdicts on the board that two releases do not share. Pure. */
import type { BoardReply, BoardRow } from '../contract/board-reply.ts';
import type { ChangesReply } from '../contract/changes-reply.ts';
import { breakdowns, changeVerdicts, courses, gapTrends, labelOf, verdicts } from '../contract/dimensions.ts';
import { sourceVerdictWords } from '../contract/source-verdict.ts';
import { rowWords } from './board-sentences.ts';

type Flip = ChangesReply['verdicts'][number];

export function verdictFlips(before: BoardReply, after: BoardReply): Flip[] {
  const old = new Map(rowsOf(before).map((row) => [keyOf(row), row]));
  return rowsOf(after).flatMap((row) => {
    const was = old.get(keyOf(row));
    return was === undefined ? [] : flipsOf(was, row);
  });
}

const rowsOf = ({ aims }: BoardReply) => aims.flatMap(({ rows }) => rows);
const keyOf = ({ indicator, populationGroup, stratum }: BoardRow) =>
  `${indicator} ${populationGroup} ${stratum.sex}`;

function flipsOf(before: BoardRow, after: BoardRow): Flip[] {
  const was = verdictsOf(before);
  const about = {
    indicator: after.indicator,
    shortTitle: rowWords(after),
    aim: after.aim,
    populationGroup: after.populationGroup,
    synthetic: after.basis === 'synthetic',
  };
  return [...verdictsOf(after)].flatMap(([on, words]) => {
    const old = was.get(on);
    return old === undefined || old === words ? [] : [{ ...about, about: on, before: old, after: words }];
  });
}

/** Every verdict of a row in words, by what it is on. */
function verdictsOf(row: BoardRow): Map<string, string> {
  const found = new Map([['change', labelOf(changeVerdicts, row.change.verdict)]]);
  for (const { area, verdict } of row.comparisons)
    found.set(`against the rest of ${area.name}`, labelOf(verdicts, verdict));
  if (row.sourceVerdict !== null)
    found.set(
      `against ${row.sourceVerdict.against}, as ${row.source.shortPublisher} judges it`,
      sourceVerdictWords(row.sourceVerdict),
    );
  for (const gap of row.gaps) {
    const by = labelOf(breakdowns, gap.by).toLowerCase();
    found.set(`gap by ${by}`, gapWords(gap.verdict, gap.label));
    found.set(`trend of the gap by ${by}`, labelOf(gapTrends, gap.trend.verdict));
  }
  if (row.target !== null) found.set('target', labelOf(courses, row.target.course));
  return found;
}

const gapWords = (verdict: BoardRow['gaps'][number]['verdict'], label: string) =>
  verdict === 'worse' || verdict === 'better'
    ? `${labelOf(verdicts, verdict)}: ${label}`
    : 'None beyond chance';
