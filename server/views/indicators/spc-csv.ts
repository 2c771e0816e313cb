/** A control chart as a CSV file. Pure. */
import {
  controlChartChanges,
  labelOf,
  spcAssurances,
  spcMeanings,
  spcRules,
  units,
} from '../../contract/dimensions.ts';
import { comparePeriods } from '../../contract/periods.ts';
import type { SpcPhase, SpcReply } from '../../contract/spc-reply.ts';
import type { Indicator } from '../../indicators/indicator.ts';
import { type CsvCell, csvFile } from '../writing/csv.ts';
import { basesWords, estimateCells, estimateHeader } from '../writing/estimate-cells.ts';
import { MARKS, sourceFacts } from '../writing/source-facts.ts';

export function spcCsv(
  indicator: Indicator,
  area: { readonly code: string; readonly name: string },
  reply: SpcReply,
): string {
  const { target } = reply;
  return csvFile(
    [
      ['Indicator', reply.title],
      ['Indicator id', indicator.id],
      ['Area', `${area.name} (${area.code})`],
      ['Period', 'every separate period held, one per line'],
      ['Unit', labelOf(units, indicator.unit)],
      ['Basis', basesWords(reply.points.map(({ estimate }) => estimate))],
      ...sourceFacts(indicator, reply.query.ageBand),
      ['Variation', labelOf(spcMeanings, reply.variation.meaning)],
      ['Assurance', labelOf(spcAssurances, reply.assurance)],
      ['Target', target === null ? 'none' : `${target.title}${target.synthetic ? ' (synthetic)' : ''}`],
      ['Target set by', target === null ? '' : target.source],
      ['In words', reply.sentences.join(' ')],
      ...reply.phases.flatMap(phaseFact),
      ...(reply.differs === undefined ? [] : [['Beside the board', reply.differs] as const]),
      ['Method', reply.method],
      ['Release', String(reply.release)],
      MARKS,
    ],
    [
      'Period',
      'Period in words',
      ...estimateHeader,
      'Phase',
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
      ...phaseCells(reply, period),
      target?.value,
      ...(estimate.status === 'shown' ? [labelOf(spcMeanings, meaning), labelOf(spcRules, rule)] : ['', '']),
    ]),
  );
}

/** What began each phase, with its reason: limits that changed without one would be anybody's guess. */
function phaseFact({ fromLabel, begunBy }: SpcPhase): [string, string][] {
  if (begunBy === null) return [];
  const { change, date, title, reason, synthetic } = begunBy;
  const what = `${labelOf(controlChartChanges, change)}. ${title}, ${date}. ${reason}`;
  return [[`Phase from ${fromLabel}`, synthetic ? `${what} (synthetic)` : what]];
}

/** The number of the phase a period lies in, with its mean and limits. */
function phaseCells({ phases }: SpcReply, period: string): CsvCell[] {
  const at = phases.findIndex(
    ({ from, to }) => comparePeriods(from, period) <= 0 && comparePeriods(period, to) <= 0,
  );
  const phase = phases[at];
  return phase === undefined
    ? ['', '', '', '']
    : [at + 1, phase.mean, phase.limits?.lower, phase.limits?.upper];
}
