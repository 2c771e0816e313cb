/** What a source says of its own figure, in words this figure can bear. Pure. */
import { atAges, isGoodOrBad } from '../contract/good-or-bad.ts';
import { type SourceVerdictId, sourceVerdictIn, sourceVerdictNote } from '../contract/source-verdict.ts';
import type { Indicator } from '../indicators/indicator.ts';

/**
 * A source that calls a figure better or worse than another though age alone makes it high or low is told by the
 * direction it found: higher or lower, as our own verdicts are. Where neither way is better nothing is left to tell.
 */
export function sourceWords(notes: readonly string[], definition: Indicator, ageBand: string): string[] {
  const indicator = atAges(definition, ageBand);
  if (isGoodOrBad({ ...indicator, isOfAreas: indicator.isOfAreas === true })) return [...notes];
  return notes.flatMap((note) => {
    const told = sourceVerdictIn([note]);
    if (told === undefined || (told.verdict !== 'better' && told.verdict !== 'worse')) return [note];
    const verdict = directionOf(told.verdict, indicator.polarity);
    return verdict === undefined ? [] : [sourceVerdictNote({ ...told, verdict })];
  });
}

function directionOf(
  verdict: 'better' | 'worse',
  polarity: Indicator['polarity'],
): SourceVerdictId | undefined {
  if (polarity === 'neutral') return undefined;
  return (verdict === 'better') === (polarity === 'higher-is-better') ? 'higher' : 'lower';
}
