import type { IndicatorAreasReply, IndicatorSummary } from '../../server/contract/replies.ts';
import { countOf, formatValue, inWords, withAge } from '../format.ts';
import type { View } from '../map-search.ts';
import { phraseOf } from '../question/phrases.ts';
import { ethnicityOf } from '../question/selection.ts';
import { areaWords } from './area-words.ts';
import { shortAgainst } from './figure-words.ts';

type Meaning = Pick<IndicatorSummary, 'shortTitle' | 'unit' | 'decimals' | 'polarity'>;

/** What the map shows, in one sentence; no claim where any figure is made for demonstration. */
export function headline(meaning: Meaning, reply: IndicatorAreasReply, view: View): string {
  const shown = reply.areas.filter((area) => area.status === 'shown');
  if (shown.length === 0) return 'There is no figure to show for this question';
  if (shown.some(({ basis }) => basis === 'synthetic')) return reply.title;
  const told =
    view === 'verdict' ? verdictHeadline(meaning, reply) : valueHeadline(meaning, reply.query, shown);
  return withAge(told, reply.query.period, reply.asOf);
}

type Asked = Pick<IndicatorAreasReply['query'], 'areaType' | 'ageBand' | 'ethnicScheme' | 'ethnicGroup'>;

function subject({ shortTitle }: Meaning, query: Asked): string {
  const ethnicity = ethnicityOf(query.ethnicScheme, query.ethnicGroup);
  const who = [
    ...(query.ageBand === 'all' ? [] : [`aged ${phraseOf('ageBand', query.ageBand)}`]),
    ...(ethnicity === 'all' ? [] : [phraseOf('ethnicity', ethnicity)]),
  ];
  return [shortTitle, ...who].join(', ');
}

/** Where figures are lowest, or highest where that is the worse end. */
export function valueHeadline(
  meaning: Meaning,
  query: Asked,
  shown: readonly { name: string; value: number }[],
): string {
  const down = meaning.polarity === 'higher-is-better';
  const ranked = shown.toSorted((a, b) => (down ? a.value - b.value : b.value - a.value));
  const write = (value: number) => formatValue(value, meaning);
  const texts = ranked.map(({ value }) => write(value));
  const level = texts.filter((text) => text === texts[0]).length;
  const [one, many] = areaWords(query.areaType);
  const told = level > 1 ? level : texts[1] === texts[2] ? 1 : 2;
  const end = down ? 'lowest' : 'highest';
  const where =
    told > 3
      ? `${end} (${texts[0]}) in ${countOf(told, one, many)}`
      : `${end} in ${inWords(ranked.slice(0, told).map(({ name, value }) => `${name} (${write(value)})`))}`;
  return `${subject(meaning, query)}: ${where}`;
}

function verdictHeadline(meaning: Meaning, reply: IndicatorAreasReply): string {
  const [one, many] = areaWords(reply.query.areaType);
  const count = (verdict: string) => reply.areas.filter((area) => area.verdict === verdict).length;
  const [worse, better] = [count('worse'), count('better')];
  const against = shortAgainst(reply.comparison.against);
  if (worse + better === 0)
    return `${subject(meaning, reply.query)}: no ${one} stands out from ${against} beyond chance`;
  const parts = [
    ...(worse > 0 ? [`${countOf(worse, one, many)} worse`] : []),
    ...(better > 0 ? [`${worse > 0 ? better : countOf(better, one, many)} better`] : []),
  ];
  return `${subject(meaning, reply.query)}: ${parts.join(' and ')} than ${against}`;
}
