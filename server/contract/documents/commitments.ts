import { Type } from 'typebox';
import { oneOf } from '../described.ts';
import { ethnicSchemes } from '../dimensions.ts';
import { idsOf } from '../literals.ts';
import { PERIOD_PATTERN } from '../periods.ts';
import { area, day, documentOf, id, indicator, partialStratum, provenance, strict, words } from './parts.ts';

const commitment = Type.Object(
  {
    id: id('Its id, for links.'),
    words: words('The commitment, as it was made.'),
    indicator,
    by: oneOf(['ethnicGroup', 'deprivation'], 'How people are grouped.'),
    ethnicScheme: Type.Optional(
      idsOf(ethnicSchemes, 'The list the ethnic group is of; left out, census-2021-5.'),
    ),
    group: id('The group whose gap it is about: an ethnic group of the scheme, or a deprivation fifth.'),
    reference: id('What the group is held against: rest, largest, best, or another group.'),
    area: Type.Optional(area),
    stratum: Type.Optional(partialStratum),
    baselinePeriod: Type.String({
      pattern: PERIOD_PATTERN,
      description:
        'The period whose gap the commitment starts from; the gap itself is read from the figures.',
    }),
    targetGap: Type.Number({
      description:
        'The gap aimed for: the figure of the group minus that of the reference, in the unit of the indicator (percentage points for a percentage), sign kept.',
    }),
    due: day('By when.'),
    owner: words('Who answers for it.'),
    ...provenance,
  },
  strict,
);

/** The equality ledger: commitment, gap, target. Whether it is met is derived from published gaps, never written here. */
export const commitments = documentOf('commitments', 'Commitments to narrow gaps.', {
  commitments: Type.Array(commitment, { description: 'In the order they are shown.' }),
});
