import { atAges, type ReadByAge } from '../../../server/contract/good-or-bad.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import type { IndicatorAreasReply, IndicatorSummary } from '../../../server/contract/replies.ts';
import { subjectName } from '../question/subject-name.ts';
import type { View } from '../url/question.ts';
import { areaWords } from '../words/area-words.ts';
import { shortAgainst } from '../words/figure-words.ts';
import { countOf, formatInUnit, withAge } from '../words/format.ts';
import { adjustmentWords, beginsLow, scaleWords } from '../words/meaning.ts';

type Subject = ReadByAge &
  Pick<IndicatorSummary, 'shortTitle' | 'unit' | 'decimals' | 'polarity' | 'scaleNote' | 'scaleReversed'>;

/** Fewer areas than this have no highest and no lowest among them. */
const FEWEST_RANKED = 3;

/** What the map shows, in one sentence; no claim where any figure is made for demonstration. */
export function headline(subject: Subject, reply: IndicatorAreasReply, view: View): string {
  const shown = reply.areas.filter((area) => area.status === 'shown');
  if (shown.length === 0) return 'There is no figure to show for this question';
  if (shown.some(({ basis }) => basis === 'synthetic')) return reply.title;
  const told =
    view === 'verdict'
      ? verdictWords(reply)
      : `${valueWords(subject, reply.query, shown)}${scaleWords(subject)}`;
  return `${withAge(`${subjectName(subject, reply.query)}: ${told}`, reply.query.period, reply)}${adjustmentWords(atAges(subject, reply.query.ageBand))}`;
}

type Asked = Pick<
  IndicatorAreasReply['query'],
  'areaType' | 'ageBand' | 'ethnicScheme' | 'ethnicGroup' | 'sex'
>;

type Shown = readonly { readonly name: string; readonly value: number }[];

/** The same of figures at one date of many: where they are lowest, or highest where that is the worse end. */
export const valueHeadline = (subject: Subject, query: Asked, shown: Shown) =>
  `${subjectName(subject, query)}: ${valueWords(subject, query, shown)}${adjustmentWords(atAges(subject, query.ageBand))}${scaleWords(subject)}`;

function valueWords(subject: Subject, query: Asked, shown: Shown): string {
  const down = beginsLow(subject);
  const ranked = shown.toSorted((a, b) => (down ? a.value - b.value : b.value - a.value));
  const write = (value: number) => formatInUnit(value, subject);
  if (ranked.length < FEWEST_RANKED)
    return inWords(ranked.map(({ name, value }) => `${write(value)} in ${name}`));
  const texts = ranked.map(({ value }) => write(value));
  const level = texts.filter((text) => text === texts[0]).length;
  const [one, many] = areaWords(query.areaType);
  if (level === ranked.length) return `${texts[0]} in all ${countOf(level, one, many)}`;
  const told = level > 1 ? level : texts[1] === texts[2] ? 1 : 2;
  const end = down ? 'lowest' : 'highest';
  return told > 3
    ? `${end} (${texts[0]}) in ${countOf(told, one, many)}`
    : `${end} in ${inWords(ranked.slice(0, told).map(({ name, value }) => `${name} (${write(value)})`))}`;
}

/** What was not tested, what the test does not reject, and what it does are three different sentences. */
function verdictWords(reply: IndicatorAreasReply): string {
  const [one, many] = areaWords(reply.query.areaType);
  const count = (verdict: string) => reply.areas.filter((area) => area.verdict === verdict).length;
  const against = shortAgainst(reply.comparison.against);
  if (reply.comparison.compared === 0) return 'not tested';
  const found = (['worse', 'better', 'higher', 'lower'] as const)
    .map((verdict) => [count(verdict), verdict] as const)
    .filter(([areas]) => areas > 0);
  if (found.length === 0) return `no ${one} stands out from ${against} beyond chance`;
  const parts = found.map(
    ([areas, verdict], at) => `${at === 0 ? countOf(areas, one, many) : areas} ${verdict}`,
  );
  return `${parts.join(' and ')} than ${against}`;
}
