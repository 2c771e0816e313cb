/** What one figure of a table of doses says of counts of people. Pure. */
import type { IndicatorReply } from '../contract/replies.ts';
import { UNLIMITED } from '../disclosure/bounds/cell-bounds.ts';
import type { Bounds } from '../disclosure/policy.ts';
import { stage } from './dose-stages.ts';
import { boundsOfCount, countsBehind, MANY, NO_PEOPLE } from './facts.ts';
import type { GatheredFigure } from './figure.ts';

interface DoseFact extends Bounds {
  readonly stage: string;
}

type DosePart = NonNullable<IndicatorReply['doseTable']>;

/** A whole, those of it with a dose, and the rest. */
interface Stages {
  readonly whole: string;
  readonly part: string;
  readonly rest: string;
}

function stagesOf({ dose, before, part }: DosePart, date: string): Stages {
  const isOfBefore = part === 'of-before' || part === 'awaiting';
  return isOfBefore && before !== null
    ? { whole: stage.with(before, date), part: stage.with(dose, date), rest: stage.awaiting(dose, date) }
    : { whole: stage.people, part: stage.with(dose, date), rest: stage.without(dose, date) };
}

/** The stages whose people a figure is about. */
export function stagesAbout(figure: GatheredFigure, definition: IndicatorReply): string[] {
  const { doseTable } = definition;
  if (doseTable === undefined) return [];
  const { whole, part, rest } = stagesOf(doseTable, figure.period);
  const isOfOthers = doseTable.part === 'share' && !isOnOwnPeople(figure, definition);
  return isOfOthers || doseTable.part === 'with' ? [part] : [whole, part, rest];
}

/** Stages of which one at least has a small count, where a figure is withheld by the rules for single cells. */
export function smallAmong({ period }: GatheredFigure, { doseTable }: IndicatorReply): string[] {
  if (doseTable === undefined) return [];
  const { dose, before, part } = doseTable;
  const isOfBefore = part === 'of-before' || part === 'awaiting';
  const own = [stage.with(dose, period), stage.without(dose, period)];
  if (!isOfBefore || before === null) return own;
  return [...own, stage.with(before, period), stage.without(before, period), stage.awaiting(dose, period)];
}

export function doseFactsOf(figure: GatheredFigure, definition: IndicatorReply): DoseFact[] {
  const { doseTable, unit } = definition;
  const { estimate, period } = figure;
  if (doseTable === undefined || estimate.status !== 'shown') return [];
  const stages = stagesOf(doseTable, period);
  const added = addedFact(figure, doseTable);
  if (doseTable.part === 'with') return [{ stage: stages.part, ...boundsOfCount(estimate.value) }, ...added];
  if (doseTable.part === 'without' || doseTable.part === 'awaiting')
    return [{ stage: stages.rest, ...boundsOfRest(estimate.value) }];
  const counts = countsBehind(estimate, unit);
  if (counts === undefined) return added;
  const part = { stage: stages.part, ...boundsOfCount(counts.numerator) };
  const whole = { stage: stages.whole, ...boundsOfCount(counts.denominator) };
  if (!isOnOwnPeople(figure, definition)) return [part, ...added];
  return [part, whole, { stage: stages.rest, ...restOf(whole, part) }, ...added];
}

/** On its first denominator a share is one of people of the table; on another, of people somebody else counted. */
const isOnOwnPeople = ({ stratum }: GatheredFigure, { denominators }: IndicatorReply): boolean =>
  stratum.denominator === undefined || stratum.denominator === denominators[0]?.id;

/** A share is withheld where the rest are few: so they are nobody, or many; sometimes it shows which. */
function restOf(whole: Bounds, part: Bounds): Bounds {
  if (whole.highest - part.lowest < MANY.lowest) return NO_PEOPLE;
  return whole.lowest > part.highest ? MANY : { lowest: 0, highest: UNLIMITED };
}

/** The difference of two counts that round to it: twice as wide, and neither few nor below nobody. */
function boundsOfRest(shown: number): Bounds {
  if (shown === 0) return NO_PEOPLE;
  const { lowest, highest } = boundsOfCount(shown);
  return { lowest: Math.max(2 * lowest - shown, MANY.lowest), highest: 2 * highest - shown };
}

function addedFact({ added, period }: GatheredFigure, { dose }: DosePart): DoseFact[] {
  if (added === undefined) return [];
  const { since, ...bounds } = added;
  return [{ stage: stage.added(dose, period, since), ...bounds }];
}
