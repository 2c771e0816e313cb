import type { AreaEstimate } from '../../../server/contract/estimate.ts';
import { atAges, type ReadByAge } from '../../../server/contract/good-or-bad.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import type { IndicatorAreasReply, IndicatorSummary } from '../../../server/contract/replies.ts';
import { subjectName } from '../../shared/question/subject-name.ts';
import { formatInUnit, type WrittenMeasure, withAge } from '../../shared/words/format.ts';
import { adjustmentWords, scaleWords } from '../../shared/words/meaning.ts';

/** "MMR dose 1 at 2: 79.8% in ..., 80.7% in ... and 88.8% in ...": side by side, and no claim which is which. */
export function besideWider(
  meaning: WrittenMeasure & ReadByAge & Pick<IndicatorSummary, 'shortTitle' | 'scaleNote'>,
  areas: readonly AreaEstimate[],
  reply: Pick<IndicatorAreasReply, 'query' | 'asOf' | 'dates'>,
): string {
  const name = subjectName(meaning, reply.query);
  // Nothing is told of figures made for demonstration.
  if (areas.some((area) => area.status === 'shown' && area.basis === 'synthetic')) return name;
  const told = areas.flatMap((area) =>
    area.status === 'shown' ? [`${formatInUnit(area.value, meaning)} in ${area.name}`] : [],
  );
  if (told.length === 0) return `${name}: no figure to show`;
  const said = `${name}: ${inWords(told)}${scaleWords(meaning)}`;
  return `${withAge(said, reply.query.period, reply)}${adjustmentWords(atAges(meaning, reply.query.ageBand))}`;
}
