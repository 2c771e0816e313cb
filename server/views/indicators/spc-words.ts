/** Variation and assurance as sentences. Pure. */
import type { SpcMeaning, SpcRule } from '../../contract/dimensions.ts';
import { labelOf, spcMeanings } from '../../contract/dimensions.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import type { SpcPhase, SpcReply } from '../../contract/spc-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { amountWords, targetWords } from '../writing/amount-words.ts';
import { FEWEST_POINTS } from './spc-values.ts';

type Told = Pick<SpcReply, 'limits' | 'target' | 'assurance' | 'phases'> & {
  readonly variation: {
    readonly meaning: SpcMeaning;
    readonly rule: SpcRule;
    readonly side: 'none' | 'high' | 'low';
  };
  readonly newest: string;
  /** The last point before it with a special cause; undefined where none had one. */
  readonly before: { readonly label: string; readonly meaning: SpcMeaning } | undefined;
};

const broken: Record<Exclude<SpcRule, 'none'>, readonly [high: string, low: string]> = {
  'outside-limits': ['lies above the upper limit', 'lies below the lower limit'],
  'seven-one-way': [
    'is one of seven or more in a row that rise',
    'is one of seven or more in a row that fall',
  ],
  'two-of-three': [
    'is one of two in three close to the upper limit',
    'is one of two in three close to the lower limit',
  ],
  'seven-one-side': [
    'is one of seven or more in a row above the mean',
    'is one of seven or more in a row below the mean',
  ],
};

/** Nothing is concluded from figures made for demonstration. */
export function spcSentences(indicator: Indicator, told: Told): string[] {
  if (told.variation.meaning === 'no-finding')
    return ['These figures are made for demonstration: no finding is drawn from them.'];
  return [variationSentence(told), ...assuranceSentences(indicator, told), ...phaseSentences(told)];
}

/** Why limits are not those of all figures, and whether they are reliable yet. */
function phaseSentences({ phases }: Told): string[] {
  const begun = phases.flatMap(({ begunBy, fromLabel, toLabel }) =>
    begunBy === null ? [] : [phaseWords(begunBy, fromLabel, toLabel)],
  );
  const newest = phases.at(-1);
  return newest?.begunBy != null && newest.isProvisional
    ? [
        ...begun,
        `The newest limits rest on ${newest.figures} figures and are provisional until there are ${FEWEST_POINTS}.`,
      ]
    : begun;
}

function phaseWords(
  { change, title, reason }: NonNullable<SpcPhase['begunBy']>,
  from: string,
  to: string,
): string {
  return change === 'step-change'
    ? `Mean and limits are worked out afresh from ${from} on (${title}): ${lowerFirst(reason)}`
    : `Mean and limits from ${from} to ${to} are those of a baseline (${title}): ${lowerFirst(reason)}`;
}

function variationSentence({ variation: { meaning, rule, side }, newest, before }: Told): string {
  if (rule === 'none')
    return `Ordinary variation: the newest figure, ${newest}, breaks none of the four rules.${lastBefore(before)}`;
  return `${labelOf(spcMeanings, meaning)}. The newest figure, ${newest}, ${broken[rule][side === 'low' ? 1 : 0]}.`;
}

const kinds: Readonly<Record<SpcMeaning, string>> = {
  'common-cause': '',
  'no-finding': '',
  improvement: 'an improvement',
  concern: 'a concern',
  high: 'high',
  low: 'low',
};

const lastBefore = (before: Told['before']) =>
  before === undefined ? '' : ` The last special cause was ${kinds[before.meaning]}, in ${before.label}.`;

function assuranceSentences(indicator: Indicator, { limits, target, assurance }: Told): string[] {
  if (target === null || limits === null || assurance === 'none' || assurance === 'no-finding') return [];
  const higher = indicator.polarity === 'higher-is-better';
  const aim = `The target of ${higher ? 'at least' : 'at most'} ${targetWords(target.value, indicator)}${target.synthetic ? ' (made for demonstration)' : ''}`;
  const [lower, upper] = [amountWords(limits.lower, indicator), amountWords(limits.upper, indicator)];
  if (assurance === 'hit-and-miss')
    return [`${aim} lies between the limits, ${lower} and ${upper}: it is reached or missed by chance.`];
  const passes = assurance === 'pass';
  const worst = passes === higher ? `the lower limit, ${lower}` : `the upper limit, ${upper}`;
  return passes
    ? [`${aim} is reached every time if nothing changes: even ${worst}, is on the good side of it.`]
    : [`${aim} is missed every time unless something changes: even ${worst}, does not reach it.`];
}
