import type { IndicatorAreasReply, IndicatorSummary } from '../../../server/contract/replies.ts';
import { phraseOf } from './phrases.ts';
import { ethnicityOf } from './selection.ts';

/** What a figure is of and whose it is: "Residents, aged 65 and over", "Life expectancy, females". */
export function subjectName(
  { shortTitle }: Pick<IndicatorSummary, 'shortTitle'>,
  query: Pick<IndicatorAreasReply['query'], 'ageBand' | 'ethnicScheme' | 'ethnicGroup' | 'sex'>,
): string {
  const ethnicity = ethnicityOf(query.ethnicScheme, query.ethnicGroup);
  const who = [
    ...(query.ageBand === 'all' ? [] : [`aged ${phraseOf('ageBand', query.ageBand)}`]),
    ...(ethnicity === 'all' ? [] : [phraseOf('ethnicity', ethnicity)]),
    ...(query.sex === 'all' ? [] : [phraseOf('sex', query.sex)]),
  ];
  return [shortTitle, ...who].join(', ');
}
