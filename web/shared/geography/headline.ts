import type { Verdict } from '../../../server/contract/dimensions.ts';
import { labelOf, verdicts } from '../../../server/contract/dimensions.ts';
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
  Pick<
    IndicatorSummary,
    'shortTitle' | 'unit' | 'decimals' | 'polarity' | 'scaleNote' | 'scaleReversed' | 'scaleFirst'
  >;

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
      : `${valueWords(subject, reply.query, shown, testedIn(reply))}${scaleWords(subject)}`;
  return `${withAge(`${subjectName(subject, reply.query)}: ${told}`, reply.query.period, reply)}${adjustmentWords(atAges(subject, reply.query.ageBand))}`;
}

type Asked = Pick<
  IndicatorAreasReply['query'],
  'areaType' | 'ageBand' | 'ethnicScheme' | 'ethnicGroup' | 'sex'
>;

type Shown = readonly { readonly code: string; readonly name: string; readonly value: number }[];

/** What the areas were tested against, and the answer of each; undefined where none was. */
interface Tested {
  readonly against: string;
  readonly answers: ReadonlyMap<string, Verdict>;
}

export function testedIn({ areas, comparison }: Pick<IndicatorAreasReply, 'areas' | 'comparison'>) {
  if (comparison.compared === 0) return undefined;
  return {
    against: shortAgainst(comparison.against),
    answers: new Map(areas.map(({ code, verdict }) => [code, verdict])),
  };
}

/** The same of figures at one date of many: where they are lowest, or highest where that is the worse end. */
export const valueHeadline = (subject: Subject, query: Asked, shown: Shown, tested?: Tested) =>
  `${subjectName(subject, query)}: ${valueWords(subject, query, shown, tested)}${adjustmentWords(atAges(subject, query.ageBand))}${scaleWords(subject)}`;

function valueWords(subject: Subject, query: Asked, shown: Shown, tested: Tested | undefined): string {
  const down = beginsLow(subject);
  const ranked = shown.toSorted((a, b) => (down ? a.value - b.value : b.value - a.value));
  const write = (value: number) => formatInUnit(value, subject);
  if (ranked.length < FEWEST_RANKED)
    return inWords(ranked.map(({ name, value }) => `${write(value)} in ${name}`));
  const texts = ranked.map(({ value }) => write(value));
  const level = texts.filter((text) => text === texts[0]).length;
  const [one, many] = areaWords(query.areaType);
  if (level === ranked.length) return `${texts[0]} in all ${countOf(level, one, many)}`;
  // Where there is a test, it and not the rank says which others to name.
  const told = level > 1 ? level : tested !== undefined || texts[1] === texts[2] ? 1 : 2;
  const end = subject.scaleFirst ?? (down ? 'lowest' : 'highest');
  const first = ranked.slice(0, told);
  const lead =
    told > MOST_NAMED
      ? `${end} (${texts[0]}) in ${countOf(told, one, many)}`
      : `${end} in ${inWords(first.map(({ name, value }) => `${name} (${write(value)})`))}`;
  return tested === undefined ? lead : `${lead}${beyondChance(ranked, first, tested, { down, one, many })}`;
}

const MOST_NAMED = 3;

interface End {
  readonly down: boolean;
  readonly one: string;
  readonly many: string;
}

/** Which areas towards this end the test found: ", not beyond chance; lower than the rest of the place in Ash and Beech". */
function beyondChance(ranked: Shown, first: Shown, { against, answers }: Tested, { down, one, many }: End) {
  const answerOf = ({ code }: Shown[number]) => answers.get(code) ?? 'not-compared';
  // The end told is the worse one where one way is better.
  const side = down ? 'lower' : 'higher';
  const found = ranked.filter((area) => answerOf(area) === side || answerOf(area) === 'worse');
  const isLevel = first.every((area) => answerOf(area) === 'similar');
  const chance = isLevel ? ', not beyond chance' : '';
  const [word] = found.map(answerOf);
  if (word === undefined) return chance;
  const where =
    found.length > MOST_NAMED
      ? `${found.length} of ${countOf(ranked.length, one, many)}`
      : inWords(found.map(({ name }) => name));
  return `${chance}; ${word} than ${against} in ${where}`;
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

/** "Lower than the rest of the place: Ash and Beech. Higher: Cedar. The other 20 wards are not beyond chance." */
export function verdictsByName(reply: IndicatorAreasReply): string {
  const { areas, comparison, query } = reply;
  if (comparison.compared === 0) return '';
  const [one, many] = areaWords(query.areaType);
  const named = (['worse', 'better', 'lower', 'higher'] as const).flatMap((verdict) => {
    const found = areas.filter((area) => area.verdict === verdict);
    return found.length === 0 ? [] : [{ word: labelOf(verdicts, verdict), found }];
  });
  const level = areas.filter(({ verdict }) => verdict === 'similar').length;
  const [first, ...rest] = named.map(({ word, found }) => ({
    word,
    names: inWords(found.map(({ name }) => name)),
  }));
  if (first === undefined)
    return `No ${one} stands out from ${shortAgainst(comparison.against)} beyond chance.`;
  return [
    `${first.word} than ${shortAgainst(comparison.against)}: ${first.names}.`,
    ...rest.map(({ word, names }) => `${word}: ${names}.`),
    ...(level === 0 ? [] : [`Not beyond chance: the other ${countOf(level, one, many)}.`]),
  ].join(' ');
}
