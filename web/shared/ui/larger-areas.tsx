import './larger-areas.css';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import { labelOf, verdicts } from '../../../server/contract/dimensions.ts';
import { formatValue, type WrittenMeasure } from '../words/format.ts';
import { Chance, Mark } from './change-mark.tsx';
import { SourceVerdictMark } from './source-verdict-mark.tsx';

/** A figure of the whole place beside those of the larger areas around it: a row of the board, or of the place's own page. */
export type ComparedRow = WrittenMeasure & Pick<BoardRow, 'comparisons' | 'sourceVerdict' | 'source'>;

const partsOf = ({ comparisons, sourceVerdict: told }: ComparedRow) => {
  const against = comparisons.find(({ area }) => area.name === told?.against);
  return { told, against, ours: comparisons.toReversed().filter((one) => one !== against) };
};

export function hasComparison(row: ComparedRow): boolean {
  const { told, ours } = partsOf(row);
  return told !== null || ours.length > 0;
}

/** What the source itself says first, where we have no verdict; then ours, largest area first. */
export function LargerAreas({ row }: { row: ComparedRow }) {
  const { told, against, ours } = partsOf(row);
  if (told === null && ours.length === 0) return '–';
  return (
    <>
      {told && (
        <span className="larger-areas__line">
          <SourceVerdictMark
            told={told}
            by={row.source.shortPublisher}
            figure={
              against?.estimate.status === 'shown' ? formatValue(against.estimate.value, row) : undefined
            }
          />
        </span>
      )}
      {ours.map(({ area, estimate, verdict, couldBeChance, comparison }) => (
        <span
          key={area.code}
          className="larger-areas__line"
          data-comparison={comparison}
          data-verdict={verdict}
        >
          <Mark look={verdict}>
            {area.name} {estimate.status === 'shown' ? formatValue(estimate.value, row) : '–'}{' '}
            <span className="larger-areas__quiet">
              {labelOf(verdicts, verdict).toLowerCase()}
              {couldBeChance && <Chance />}
            </span>
          </Mark>
        </span>
      ))}
    </>
  );
}
