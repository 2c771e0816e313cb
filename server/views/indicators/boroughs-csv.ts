/** The place among the boroughs it is compared with, as a CSV file. Pure. */
import type { BoroughsReply } from '../../contract/boroughs-reply.ts';
import { labelOf, units } from '../../contract/dimensions.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';
import { periodWords } from '../writing/words.ts';

const roles = { place: 'The place', peer: 'One of those most like it', other: 'Another' } as const;

export function boroughsCsv(indicator: Indicator, reply: BoroughsReply): string {
  const { boroughs, position, query } = reply;
  const own = boroughs.find(({ role }) => role === 'place');
  const period = periodWords(indicator, query.period);
  const told = (name: string, words: string | undefined): (readonly [string, string])[] =>
    words === undefined ? [] : [[name, words]];
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', reply.plural],
      ['Period', period],
      ['Unit', labelOf(units, indicator.unit)],
      ['Basis', basesWords(boroughs)],
      ...sourceFacts(indicator, query.ageBand),
      ...told(`Position of ${own?.name ?? 'the place'}`, position?.words ?? reply.withoutPosition),
      ['Test', 'none: positions are not tested, and the order alone may be chance'],
      ...told('Median', reply.medianWords),
      ...told('Those most like it', reply.peersChosen?.words),
      ['Release', String(reply.release)],
      MARKS,
    ],
    ['Area code', 'Area name', 'Which', 'Period', ...estimateHeader],
    boroughs.map((one) => [one.code, one.name, roles[one.role], period, ...estimateCells(one)]),
  );
}
