/** What a row says beside each larger area, as columns named for the area. Pure. */
import type { Static } from 'typebox';
import type { widerComparison } from '../../contract/board-reply.ts';
import { answerColumns } from './answer-columns.ts';
import { valueColumns } from './figure-columns.ts';
import { about, columnsOf, type TableColumn, textColumn } from './table.ts';

type Comparison = Static<typeof widerComparison>;
interface Row {
  readonly comparisons: readonly Comparison[];
}

/** For every larger area that any of the rows is compared with, smallest first. */
export function largerAreaColumns<One extends Row>(rows: readonly One[]): TableColumn<One>[] {
  const areas = new Map(rows.flatMap(({ comparisons }) => comparisons).map(({ area }) => [area.code, area]));
  return [...areas.values()].flatMap(({ code, name }) =>
    about(
      `Against ${name}`,
      columnsOf<One, Comparison>(
        ({ comparisons }) => comparisons.find(({ area }) => area.code === code),
        [
          textColumn('area code', 'Code of the larger area.', ({ area }) => area.code),
          ...columnsOf<Comparison, Comparison['estimate']>(
            ({ estimate }) => estimate,
            valueColumns('figure of the whole', 'The figure of the whole larger area, in the unit.'),
          ),
          ...answerColumns<Comparison>(),
        ],
      ),
    ),
  );
}
