/** A control chart as a CSV file. Pure. */
import { labelOf, spcAssurances, spcMeanings, spcRules, units } from '../contract/dimensions.ts';
import type { SpcReply } from '../contract/spc-reply.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { csvFile } from './csv.ts';
import { basesWords, estimateCells, estimateHeader } from './estimate-cells.ts';
import { MARKS, sourceFacts } from './source-facts.ts';

export function spcCsv(
  indicator: Indicator,
  area: { readonly code: string; readonly name: string },
  reply: SpcReply,
): string {
  const { target, limits } = reply;
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', `${area.name} (${area.code})`],
      ['Period', 'every separate period held, one per line'],
      ['Unit', labelOf(units, indicator.unit)],
      ['Basis', basesWords(reply.points.map(({ estimate }) => estimate))],
      ...sourceFacts(indicator),
      ['Variation', labelOf(spcMeanings, reply.variation.meaning)],
      ['Assurance', labelOf(spcAssurances, reply.assurance)],
      ['Target', target === null ? 'none' : `${target.title}${target.synthetic ? ' (synthetic)' : ''}`],
      ['Target set by', target === null ? '' : target.source],
      ['In words', reply.sentences.join(' ')],
      ['Method', reply.method],
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Period',
      'Period in words',
      ...estimateHeader,
      'Mean',
      'Lower process limit',
      'Upper process limit',
      'Target',
      'Variation',
      'Rule',
    ],
    reply.points.map(({ period, label, estimate, meaning, rule }) => [
      period,
      label,
      ...estimateCells(estimate),
      reply.mean,
      limits?.lower,
      limits?.upper,
      target?.value,
      ...(estimate.status === 'shown' ? [labelOf(spcMeanings, meaning), labelOf(spcRules, rule)] : ['', '']),
    ]),
  );
}
