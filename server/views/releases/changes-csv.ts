/** What changed between two releases as a CSV file: one line for each change. Pure. */

import type { ChangedCell, ChangesReply } from '../../contract/changes-reply.ts';
import { bases, definitionParts, flipReasons, labelOf, units } from '../../contract/dimensions.ts';
import { lowerFirst } from '../../contract/phrases.ts';
import { type Cell, csvFile } from '../writing/csv.ts';
import { valueCell } from '../writing/estimate-cells.ts';
import { MARKS } from '../writing/source-facts.ts';
import { dayInWords } from '../writing/words.ts';

export function changesCsv(reply: ChangesReply): string {
  const { area, from, to, summary } = reply;
  const cells = (what: string, all: readonly ChangedCell[]): Cell[][] =>
    all.map((cell) => [
      what,
      cell.indicator,
      cell.title,
      cell.periodLabel,
      labelOf(units, cell.unit),
      valueCell(cell.before),
      valueCell(cell.after),
      basisCell(cell.basis),
    ]);
  const named = (what: string, all: ChangesReply['newIndicators']): Cell[][] =>
    all.map(({ indicator, title, basis }) => [what, indicator, title, '', '', '', '', basisCell(basis)]);
  return csvFile(
    [
      ['Area', `${area.name} (${area.code})`],
      ['From', `Release ${from.id}, ${from.publishedAt}`],
      ['To', `Release ${to.id}, ${to.publishedAt}`],
      ['Summary', summary.join(' ')],
      MARKS,
    ],
    ['What changed', 'Indicator', 'Title', 'Period', 'Unit', 'Before', 'After', 'Basis', 'Why'],
    [
      ...reply.newPeriods.flatMap(({ indicator, title, periods, basis }) =>
        periods.map(({ label }): Cell[] => [
          'New period',
          indicator,
          title,
          label,
          '',
          '',
          '',
          basisCell(basis),
        ]),
      ),
      ...cells('Revised', reply.revisions),
      ...cells('Newly withheld', reply.withheld),
      ...cells('Newly shown', reply.shown),
      ...cells('No longer available', reply.missing),
      ...cells('Withdrawn', reply.withdrawn),
      ...reply.withdrawals.map(({ what, withdrawnAt, by, reason }): Cell[] => [
        'Withdrawal',
        '',
        what,
        '',
        '',
        '',
        '',
        '',
        `${dayInWords(withdrawnAt)}, ${by}: ${reason}`,
      ]),
      ...reply.verdicts.map((flip): Cell[] => [
        `Verdict on ${flip.about}`,
        flip.indicator,
        flip.shortTitle,
        '',
        '',
        flip.before,
        flip.after,
        flip.synthetic ? labelOf(bases, 'synthetic') : '',
        labelOf(flipReasons, flip.because),
      ]),
      ...reply.definitions.flatMap(({ indicator, title, basis, parts }) =>
        parts.map(({ part, before, after }): Cell[] => [
          `Defined anew: ${lowerFirst(labelOf(definitionParts, part))}`,
          indicator,
          title,
          '',
          '',
          before,
          after,
          basisCell(basis),
        ]),
      ),
      ...named('New indicator', reply.newIndicators),
      ...named('Discontinued indicator', reply.discontinuedIndicators),
    ],
  );
}

const basisCell = (found: readonly string[]) => found.map((id) => labelOf(bases, id)).join(', ');
