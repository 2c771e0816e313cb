/** What the groups of one indicator show, in sentences; from real figures only. Pure. */

import { ageOf } from '../../../server/contract/ages.ts';
import type {
  DisparitiesReply,
  DisparityGroup,
  GapTrendReply,
} from '../../../server/contract/disparity-replies.ts';
import type { GapsReply } from '../../../server/contract/gap-replies.ts';
import { isGoodOrBad } from '../../../server/contract/good-or-bad.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { writtenFigure } from '../../../server/contract/written-figures.ts';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { expectedWords } from '../../shared/words/chance-words.ts';
import { untestedReason } from '../../shared/words/figure-words.ts';
import { countOf, formatValue, withAge } from '../../shared/words/format.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { PROVEN_RULE, roundedWords } from '../../shared/words/rounded-words.ts';
import { differenceWords, groupName, groupNames, peopleSentence } from './gap-words.ts';
import { inSentence } from './in-sentence.ts';
import { isMadeUp } from './made-up.ts';

/** True where no figure shown is made up, so that sentences may speak of them. */
export const isAllReal = ({ groups }: DisparitiesReply) =>
  groups.every((group) => group.status !== 'shown' || !isMadeUp({ estimate: group, gap: group.gap }));

const sizeOf = ({ gap }: DisparityGroup) => Math.abs(gap.difference?.value ?? 0);

/** Groups found so, the furthest away first. */
function found({ groups }: Pick<DisparitiesReply, 'groups'>, is: (group: DisparityGroup) => boolean) {
  return groups
    .filter((group) => group.status === 'shown' && is(group))
    .toSorted((a, b) => sizeOf(b) - sizeOf(a));
}

interface Sides {
  readonly names: readonly [string, string];
  readonly groups: readonly [readonly DisparityGroup[], readonly DisparityGroup[]];
}

/** Worse and better; higher and lower of what is neither good nor bad. */
function sidesOf(reply: DisparitiesReply): Sides {
  if (!isGoodOrBad(reply))
    return {
      names: ['higher', 'lower'],
      groups: [
        found(reply, ({ gap }) => gap.direction === 'higher'),
        found(reply, ({ gap }) => gap.direction === 'lower'),
      ],
    };
  return {
    names: ['worse', 'better'],
    groups: [
      found(reply, ({ gap }) => gap.verdict === 'worse'),
      found(reply, ({ gap }) => gap.verdict === 'better'),
    ],
  };
}

/** The group most in need of words: the worst off beyond chance, else the furthest away that is compared. */
export function leadingGroup(reply: DisparitiesReply): DisparityGroup | undefined {
  const [first] = sidesOf(reply).groups;
  return (
    first[0] ??
    found(reply, ({ gap }) => gap.difference !== undefined && !gap.isReference)[0] ??
    reply.groups[0]
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
type Counted = Pick<DisparitiesReply, 'counted'>;
/** A group at the start of a sentence. */
const startOf = (label: string, { counted }: Counted) => capital(groupName(label, counted));
const namesOf = (groups: readonly DisparityGroup[], { counted }: Counted) =>
  groupNames(
    groups.map(({ label }) => label),
    counted,
  );

/** The active title; the plain one where any figure is made up. */
export function answerTitle(reply: DisparitiesReply, shortTitle: string): string {
  if (reply.groups.every(({ status }) => status !== 'shown'))
    return 'There is no figure to show for this question';
  if (!isAllReal(reply)) return reply.title;
  const { names, groups } = sidesOf(reply);
  const parts = names.flatMap((name, side) =>
    (groups[side]?.length ?? 0) > 0 ? [`${name} for ${namesOf(groups[side] ?? [], reply)}`] : [],
  );
  if (reply.comparison.compared === 0) return reply.title;
  const told = parts.length === 0 ? 'no group stands out beyond chance' : parts.join(', ');
  return `${withAge(`${shortTitle}: ${told}`, reply.query.period, reply)}${adjustmentWords(reply)}`;
}

export interface AnswerFact {
  readonly question: string;
  readonly answer: string;
}

export interface MinuteQuestion {
  readonly reply: DisparitiesReply;
  readonly trend: GapTrendReply | undefined;
  readonly gaps: GapsReply | undefined;
}

/** The questions a meeting asks, each with its answer from the figures. */
export function minuteFacts({ reply, trend, gaps }: MinuteQuestion): AnswerFact[] {
  const group = leadingGroup(reply);
  if (group === undefined || group.status !== 'shown') return [];
  // Of figures of years ago it is asked how things were, not how they are.
  const wasOld = ageOf(reply.query.period, reply) !== undefined;
  const [fares, is] = wasOld ? ['fared', 'was'] : ['fares', 'is'];
  return [
    {
      question:
        sidesOf(reply).names[0] === 'worse'
          ? `Who ${fares} worse, who better?`
          : `Who ${is} higher, who lower?`,
      answer: reply.isOfAreas ? describedWords(reply) : whoWords(reply),
    },
    { question: 'And adjusted for age?', answer: adjustedWords(reply) },
    { question: 'By how much?', answer: sizeWords(reply, group) },
    { question: 'How sure are we?', answer: sureWords(reply) },
    { question: `How many ${reply.counted}?`, answer: peopleAnswer(reply, group) },
    { question: `Where ${is} it widest?`, answer: whereWords(gaps, reply) },
    { question: wasOld ? 'Was it narrowing?' : 'Is it narrowing?', answer: trendWords(trend, group, reply) },
    { question: 'What do we not know?', answer: unknownWords(reply) },
  ].filter(({ answer }) => answer !== '');
}

function whoWords(reply: DisparitiesReply): string {
  const { names, groups } = sidesOf(reply);
  const level = found(reply, ({ gap }) => gap.direction === 'not-distinguishable' && !gap.couldBeChance);
  const perhaps = found(reply, ({ gap }) => gap.couldBeChance);
  const hidden = reply.groups.filter(({ status }) => status === 'withheld');
  const parts = [
    ...names.map((name, side) => [name, groups[side] ?? []] as const),
    ['could be chance', perhaps] as const,
    ['not beyond chance', level] as const,
    ['withheld', hidden] as const,
  ].flatMap(([name, list]) => (list.length > 0 ? [`${name}: ${namesOf(list, reply)}`] : []));
  const text = parts.join('; ');
  return text === ''
    ? ''
    : `${text.charAt(0).toUpperCase()}${text.slice(1)}. Against ${reply.comparison.against}${adjustmentWords(reply)}.`;
}

/** Where only the gaps that are adjusted for age can be called better or worse, what those come to. */
function adjustedWords(reply: DisparitiesReply): string {
  const { ageAdjusted, polarity, standardisation } = reply;
  if (ageAdjusted !== false || polarity === 'neutral' || !standardisation.available) return '';
  const having = (verdict: string, couldBeChance = false) =>
    reply.groups.filter(
      ({ standardised }) => standardised?.verdict === verdict && standardised.couldBeChance === couldBeChance,
    );
  const parts = [
    ['worse', having('worse')] as const,
    ['better', having('better')] as const,
    ['could be chance', having('similar', true)] as const,
    ['not beyond chance', having('similar')] as const,
  ].flatMap(([name, list]) => (list.length > 0 ? [`${name}: ${namesOf(list, reply)}`] : []));
  return parts.length === 0 ? '' : `${capital(parts.join('; '))}. ${standardisation.reading}`;
}

/** Every group with its figure, highest first: no test stands behind the order. */
function describedWords(reply: DisparitiesReply): string {
  const shown = reply.groups
    .flatMap((group) => (group.status === 'shown' ? [group] : []))
    .toSorted((a, b) => b.value - a.value);
  return `${capital(inWords(shown.map((group) => `${groupName(group.label, reply.counted)} ${formatValue(group.value, reply)}`)))}. It is described, not tested.`;
}

function sizeWords(reply: DisparitiesReply, group: DisparityGroup): string {
  const { gap } = group;
  if (group.status !== 'shown' || gap.difference === undefined || gap.reference === undefined) return '';
  const times =
    gap.ratio === undefined ? '' : `, ${writtenFigure(gap.ratio.value, { decimals: 2 })} times as high`;
  return `${startOf(group.label, reply)}: ${formatValue(group.value, reply)} against ${formatValue(gap.reference.value, reply)} for ${groupName(gap.reference.label, reply.counted)}, ${differenceWords(gap.difference, reply)}${times}.`;
}

/** The sample behind a property of areas. */
function areaWordsOf(groups: readonly DisparityGroup[]): string {
  const areas = groups.flatMap((group) =>
    group.status === 'shown' && group.smallAreas ? [group.smallAreas.all] : [],
  );
  return `Everybody in a small area shares its value, so the sample is ${countOf(Math.max(0, ...areas), 'small area', 'small areas')}, not people. Intervals come from those, where there are at least 20.`;
}

function sureWords({ comparison, isOfAreas, groups }: DisparitiesReply): string {
  if (isOfAreas) return areaWordsOf(groups);
  if (comparison.compared === 0) return `Not tested: ${untestedReason(comparison.test)}`;
  return `${countOf(comparison.compared, 'gap is', 'gaps are')} tested here; if each were tested by itself, chance alone would flag about ${expectedWords(comparison.expectedByChance)}. ${PROVEN_RULE}${roundedWords(comparison.roundedTo)}`;
}

function peopleAnswer(reply: DisparitiesReply, { label, gap }: DisparityGroup): string {
  const sentence = peopleSentence(gap, reply.polarity, reply.counted);
  return sentence === undefined ? '' : `${startOf(label, reply)}: ${sentence}.`;
}

function whereWords(gaps: GapsReply | undefined, reply: DisparitiesReply): string {
  // A ward has too few small areas to compare groups in.
  if (reply.isOfAreas) return '';
  if (gaps === undefined || gaps.areas.length < 2)
    return 'Known for the whole place only: there is no figure for parts of it.';
  if (gaps.areas.some(isSynthetic)) return '';
  const [one, many] = areaWords(gaps.query.areaType);
  const against = inSentence(gaps.comparison.against);
  if (gaps.comparison.compared === 0) return `By ${one} it is not tested.`;
  const wrong = isGoodOrBad(reply) ? 'worse' : 'higher';
  const wide = gaps.areas
    .filter(({ gap }) => (wrong === 'higher' ? gap.direction === 'higher' : gap.verdict === 'worse'))
    .toSorted((a, b) => Math.abs(b.gap.difference?.value ?? 0) - Math.abs(a.gap.difference?.value ?? 0));
  const [first] = wide;
  const tested = gaps.areas.filter(({ gap }) => gap.direction !== 'not-compared');
  const of = `${wide.length} of ${countOf(tested.length, one, many)} tested`;
  const right = wrong === 'higher' ? 'lower' : 'better';
  const others = tested.filter(({ gap }) =>
    right === 'lower' ? gap.direction === 'lower' : gap.verdict === 'better',
  ).length;
  const group = startOf(gaps.group.label, reply);
  if (first?.gap.difference === undefined)
    return `${group}: ${wrong} beyond chance than ${against} in none of ${countOf(tested.length, one, many)} tested.`;
  return `${group}: widest in ${first.name}, ${differenceWords(first.gap.difference, reply)} than ${against}; ${wrong} beyond chance in ${of}${others > 0 ? `, ${right} in ${others}` : ''}.`;
}

function trendWords(
  trend: GapTrendReply | undefined,
  { group, label }: DisparityGroup,
  reply: Counted,
): string {
  const own = trend?.groups.find((one) => one.group === group)?.trend;
  // Nothing is said of a course that figures made for demonstration are part of.
  if (own === undefined || own.reading === '') return '';
  return own.verdict === 'cannot-be-tested'
    ? `We cannot tell. ${sentenceOf(own.reading)}`
    : `${startOf(label, reply)}: ${lower(own.reading)}`;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const sentenceOf = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

const unknownWords = ({ unknown, unknownReason }: DisparitiesReply) =>
  unknown?.reading ?? unknownReason ?? '';
