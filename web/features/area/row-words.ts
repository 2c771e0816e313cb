import type { AreaIndicator, AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { Verdict } from '../../../server/contract/dimensions.ts';
import { labelOf, verdicts } from '../../../server/contract/dimensions.ts';
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

/** A comparison of the page with what it came to, and what it is counted as. */
interface Compared extends Pick<AreaIndicator, 'age' | 'verdict'> {
  readonly against: string;
  readonly as: CountedAs;
}

/** A sum is not counted beside the figures of the groups it is the sum of: it would count the same people twice. */
type CountedAs = 'judged' | 'described' | 'sum' | 'synthetic';

/** Everything the page compares: a figure with the rest of the place, that of the place with each larger area. */
function comparedIn({ area, place, indicators, comparison }: AreaIndicatorsReply): Compared[] {
  const tested = indicators.flatMap((row) => {
    const answers =
      area.code === place.code
        ? row.comparisons.map(({ area: { name }, verdict }) => ({ verdict, against: name }))
        : [{ verdict: row.verdict, against: shortAgainst(comparison.against) }];
    return answers.filter(({ verdict }) => verdict !== 'not-compared').map((answer) => ({ row, ...answer }));
  });
  // Of one group alone it is no sum, nor of groups at another time.
  const isSum = ({ row, against }: (typeof tested)[number]) =>
    row.stratum.populationGroup === 'all' &&
    tested.filter(
      (other) =>
        other.against === against &&
        other.row.indicator === row.indicator &&
        other.row.period === row.period &&
        other.row.stratum.populationGroup !== 'all',
    ).length > 1;
  return tested.map((one) => ({
    ...(one.row.age === undefined ? {} : { age: one.row.age }),
    verdict: one.verdict,
    against: one.against,
    as: !isReal(one.row) ? 'synthetic' : isSum(one) ? 'sum' : isGoodOrBad(one.row) ? 'judged' : 'described',
  }));
}

/** The comparisons the headline counts: with one area, the largest where there are several. */
function headlineOf(reply: AreaIndicatorsReply) {
  const all = comparedIn(reply);
  const against = (all.findLast(({ as }) => as === 'judged') ?? all.at(-1))?.against;
  const counted = (as: CountedAs) => all.filter((one) => one.as === as && one.against === against);
  return { all, against: against ?? '', judged: counted('judged'), described: counted('described') };
}

/** What the page shows, in a sentence or two: what can be better or worse, then what can only be higher or lower. */
export function profileHeadline(reply: AreaIndicatorsReply): string {
  const { judged, described, against } = headlineOf(reply);
  const others = countsIn(described, ['higher', 'lower', 'similar']);
  const of = judged.length > 0 ? `${described.length} more` : `${described.length} compared with ${against}`;
  const second = `Of ${of}, which can only be higher or lower: ${others}${oldWords(described)}`;
  return [
    judged.length === 0 ? heldWords(reply) : judgedWords(judged, against),
    ...(described.length > 0 ? [second] : []),
  ].join('. ');
}

/** "Against the rest of the place, worse on 2 of 5 figures compared that can be better or worse". */
function judgedWords(judged: readonly Compared[], against: string): string {
  const counts = countsIn(judged, ['worse', 'better']);
  return counts === ''
    ? `${noneOf(judged.length)} from ${against} beyond chance${oldWords(judged)}`
    : `Against ${against}, ${counts} of ${countOf(judged.length, 'figure', 'figures')} ${CAN_BE_JUDGED}${oldWords(judged)}`;
}

/** "worse on 2 and better on 1"; nothing where there is none of them. */
function countsIn(compared: readonly Compared[], answers: readonly Verdict[]): string {
  return inWords(
    answers.flatMap((answer) => {
      const n = compared.filter(({ verdict }) => verdict === answer).length;
      return n === 0 ? [] : [`${labelOf(verdicts, answer).toLowerCase()} on ${n}`];
    }),
  );
}

const CAN_BE_JUDGED = 'compared that can be better or worse';

/** What is held where nothing of it can be better or worse. */
function heldWords({ area, place, indicators }: AreaIndicatorsReply): string {
  const held = indicators.filter(isReal).length;
  if (area.code === place.code)
    return `${countOf(held, 'figure', 'figures')} about the whole of ${place.name}`;
  const [one] = areaWords(area.type);
  if (held > 0)
    return `${countOf(held, 'real figure is', 'real figures are')} held for this ${one}, none of which can be tested as better or worse`;
  return indicators.some(({ estimate }) => estimate?.status === 'shown')
    ? `No real figures are held for this ${one}: those shown are synthetic`
    : `No figures are held for this ${one}`;
}

/** "Neither of the two figures compared that can be better or worse stands out". */
function noneOf(compared: number): string {
  if (compared === 1) return `The one figure ${CAN_BE_JUDGED} does not stand out`;
  return compared === 2
    ? `Neither of the two figures ${CAN_BE_JUDGED} stands out`
    : `None of the ${compared} figures ${CAN_BE_JUDGED} stands out`;
}

/** How many figures were compared, which of them the headline counts and which it leaves out: numbers that add up. */
export function comparedWords(reply: AreaIndicatorsReply): string {
  const { all, judged, described, against } = headlineOf(reply);
  const counted = [...judged, ...described];
  const left = all.filter((one) => !counted.includes(one));
  const beside = left.filter((one) => one.against !== against);
  const of = (as: CountedAs) => left.filter((one) => one.as === as && !beside.includes(one)).length;
  const isPlace = reply.area.code === reply.place.code;
  const listed = (parts: readonly (readonly [number, string])[]) =>
    inWords(parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`));
  const total = isPlace
    ? countOf(all.length, 'comparison was tested', 'comparisons were tested')
    : countOf(all.length, 'figure of this page was compared', 'figures of this page were compared');
  const counts = listed([
    [judged.length, 'that can be better or worse'],
    [
      described.length,
      'that can only be higher or lower, being neither good nor bad or not adjusted for age',
    ],
  ]);
  const leaves = listed([
    [of('synthetic'), 'synthetic'],
    [of('sum'), 'of everyone, being the sum of figures counted already'],
    [beside.length, `with ${inWords([...new Set(beside.map((one) => one.against))])}`],
  ]);
  return [
    total,
    ...(counted.length > 0
      ? [`The headline counts ${counted.length}${isPlace ? ` with ${against}` : ''}: ${counts}`]
      : []),
    ...(left.length > 0 ? [`It leaves out ${left.length}: ${leaves}`] : []),
  ].join('. ');
}

/** How many of the figures compared are of three or more years ago. */
function oldWords(compared: readonly Pick<AreaIndicator, 'age'>[]): string {
  const old = compared.flatMap(({ age }) => (age === undefined ? [] : [age]));
  if (old.length === 0) return '';
  if (old.length < compared.length)
    return `; at least ${old.length} of the ${compared.length} ${old.length === 1 ? 'is' : 'are'} three or more years old`;
  const [least, most] = [Math.min(...old), Math.max(...old)];
  const age = `${least === most ? least : `${least} to ${most}`} years old`;
  if (old.length === 1) return `; it is ${age}`;
  return `; ${old.length === 2 ? 'both' : 'all'} are ${age}`;
}

/** What figures of the whole place say of an area within it, and how many the place has none of either. */
export function widerSentence(
  rows: readonly AreaIndicator[],
  { area, place }: { readonly area: string; readonly place: string },
): string {
  const none = rows.filter((row) => row.place?.status !== 'shown').length;
  if (none === rows.length) return `No figure of ${place} as a whole is shown for these either.`;
  const says = `The figures below are of ${place} as a whole. They say nothing about how ${area} differs from it.`;
  return none === 0
    ? says
    : `${says} For ${none} of the ${rows.length} no figure of ${place} is shown either.`;
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
