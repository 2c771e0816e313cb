/** Summary measures over the groups of one question: those that fit, with interval and reading; the others with why not. Pure. */
import { type Polarity, type SummaryMeasure, summaryMeasures } from '../../contract/dimensions.ts';
import type { DisparitiesReply, Summary } from '../../contract/disparity-replies.ts';
import type { Counted } from '../../judge/figures/counted.ts';
import { OF_AREAS } from '../../judge/figures/over-areas.ts';
import { coverage } from '../../stats/coverage.ts';
import { bareReading, summaryWords } from './summary-readings.ts';
import { computed, type MeasureInput, type SummaryGroup } from './summary-values.ts';

type Summaries = Pick<DisparitiesReply, 'summary' | 'refused' | 'coverage'>;

export interface SummaryQuestion {
  readonly groups: readonly { readonly label: string; readonly counted: Counted | undefined }[];
  readonly everyone: Counted | undefined;
  readonly ordered: boolean;
  readonly polarity: Polarity;
  /** Place of the reference group; undefined where everyone else is the reference. */
  readonly reference: number | undefined;
}

const FEWEST_GROUPS = 3;
const FIFTHS = 5;

export function summariesOf(question: SummaryQuestion): Summaries {
  const shown = question.groups.flatMap(({ label, counted }, place) =>
    counted === undefined ? [] : [{ label, counted, place }],
  );
  const covered = coverageOf(shown, question.everyone);
  const summary: Summary[] = [];
  const refused: Summaries['refused'] = [];
  for (const { id: measure, label, order } of summaryMeasures) {
    const reason =
      unfit(order, question) ??
      ofAreas(shown) ??
      tooFew(shown, question, covered) ??
      withoutReference(measure, question) ??
      none;
    if (reason !== none) {
      refused.push({ measure, label, reason });
      continue;
    }
    const found = valued(measure, shown, question);
    if (typeof found === 'string') refused.push({ measure, label, reason: found });
    else summary.push({ ...found, measure, label });
  }
  return { summary, refused, coverage: covered };
}

const none = '';

function unfit(order: 'ordered' | 'unordered', { ordered }: SummaryQuestion): string | undefined {
  if (order === 'ordered' && !ordered)
    return 'Ethnic groups have no order, so there is no slope from one end to the other.';
  if (order === 'unordered' && ordered)
    return 'It leaves out that fifths of deprivation have an order; the slope index says more.';
  return undefined;
}

const ofAreas = (shown: readonly SummaryGroup[]) =>
  shown.some(({ counted }) => counted.smallAreas !== undefined) ? OF_AREAS : undefined;

function tooFew(
  shown: readonly unknown[],
  { ordered, groups }: SummaryQuestion,
  covered: Summaries['coverage'],
): string | undefined {
  if (ordered && groups.length < FIFTHS)
    return `Only ${groups.length} of the five fifths ${groups.length === 1 ? 'is' : 'are'} found here.`;
  if (ordered && shown.length < groups.length) return 'A fifth is withheld or missing.';
  if (shown.length < FEWEST_GROUPS) return `It needs at least three groups; ${shown.length} can be compared.`;
  if (covered === null) return 'How many people the groups cover is not known.';
  if (!covered.enough)
    return `The groups shown cover ${covered.share.toFixed(1)}% of the people; a measure over groups needs 90%.`;
  return undefined;
}

/** Measures from a reference group need one; those from the best group need to know which way is better. */
function withoutReference(
  measure: SummaryMeasure,
  { reference, polarity }: SummaryQuestion,
): string | undefined {
  if (measure.startsWith('mean-difference-from-reference') && reference === undefined)
    return 'It needs a reference group; the reference chosen is everyone else.';
  const needsBest = measure.startsWith('mean-difference-from-best') || measure.startsWith('attributable');
  if (needsBest && polarity === 'neutral') return 'Neither high nor low is better, so no group is the best.';
  return undefined;
}

function valued(
  measure: SummaryMeasure,
  shown: readonly SummaryGroup[],
  { polarity, reference }: SummaryQuestion,
): Omit<Summary, 'measure' | 'label'> | string {
  const place = shown.findIndex((group) => group.place === reference);
  if (reference !== undefined && place === -1) return 'The reference group is withheld or missing.';
  const input: MeasureInput = {
    groups: shown,
    better: polarity === 'higher-is-better' ? 'higher' : 'lower',
    reference: reference === undefined ? undefined : place,
  };
  try {
    const measured = computed[measure](input);
    const { unit, read } = summaryWords[measure];
    return {
      unit,
      ...measured,
      reading: shown.some(({ counted }) => counted.basis === 'synthetic')
        ? bareReading(measured, unit)
        : read(measured, { reference: shown[place]?.label ?? 'the best group' }),
    };
  } catch (error) {
    // What a statistic cannot be worked out from it says itself: nobody with the outcome, a group at 100%.
    if (error instanceof RangeError)
      return `It cannot be worked out here: ${error.message.replace(/^\w+ /, 'it ')}.`;
    throw error;
  }
}

function coverageOf(
  shown: readonly { readonly counted: Counted }[],
  everyone: Counted | undefined,
): Summaries['coverage'] {
  if (everyone === undefined || everyone.denominator <= 0) return null;
  const people = shown.reduce((sum, { counted }) => sum + counted.denominator, 0);
  // Tables moved to protect people can add up to a little more than everyone.
  const found = coverage(Math.min(people, everyone.denominator), everyone.denominator);
  return { people, share: 100 * found.share, enough: found.enough };
}
