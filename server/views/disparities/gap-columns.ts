/** A gap as columns. Pure. */
import { bases, gapDirections } from '../../contract/dimensions.ts';
import type { Gap } from '../../contract/gap.ts';
import { answerColumns } from '../tables/answer-columns.ts';
import { measuredColumns } from '../tables/figure-columns.ts';
import {
  coded,
  columnsOf,
  countColumn,
  numberColumn,
  type TableColumn,
  textColumn,
} from '../tables/table.ts';

export const gapColumns: readonly TableColumn<Gap>[] = [
  ...columnsOf<Gap, NonNullable<Gap['reference']>>(
    ({ reference }) => reference,
    [
      textColumn('Compared with', 'What the group is compared with.', ({ label }) => label),
      numberColumn('Reference value', 'The figure compared with, in the unit.', ({ value }) => value),
      countColumn('Reference numerator', 'What is counted in the reference.', ({ numerator }) => numerator),
      countColumn('Reference denominator', 'All they are counted among.', ({ denominator }) => denominator),
    ],
  ),
  ...columnsOf<Gap, NonNullable<Gap['difference']>>(
    ({ difference }) => difference,
    measuredColumns({
      title: 'Difference',
      description: 'Group less reference, in the unit (percentages: points).',
    }),
  ),
  ...columnsOf<Gap, NonNullable<Gap['ratio']>>(
    ({ ratio }) => ratio,
    measuredColumns({ title: 'Ratio', description: 'Group over reference.' }),
  ),
  ...columnsOf<Gap, NonNullable<Gap['fromAverage']>>(
    ({ fromAverage }) => fromAverage,
    measuredColumns({
      title: 'Difference from the average',
      description: 'Group less the average of everyone in the area, in percentage points.',
    }),
  ),
  ...columnsOf<Gap, NonNullable<Gap['people']>>(
    ({ people }) => people,
    measuredColumns(
      {
        title: 'People behind the gap',
        description:
          'How many more of the group would have the good outcome at the level of the reference; below zero where the group does better.',
      },
      countColumn,
    ),
  ),
  ...coded<Gap>(
    'Test found',
    gapDirections,
    'What the test found, whether or not high is good.',
    ({ direction }) => direction,
  ),
  ...answerColumns<Gap>(),
  ...coded<Gap>(
    'Basis of the gap',
    bases,
    'The less real of the two figures compared.',
    ({ basis }) => basis,
  ),
  textColumn('Notes on the gap', 'What must be read beside the gap.', ({ notes }) => notes?.join(' ')),
];
