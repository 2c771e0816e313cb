import { Link } from '@tanstack/react-router';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import type { PopulationGroup } from '../../../server/contract/dimensions.ts';
import { isSynthetic, SyntheticMark } from '../ui/synthetic-notice.tsx';
import { intervalWords, valueWords } from '../words/figure-words.ts';
import { unitWords } from '../words/meaning.ts';
import { rowName } from '../words/row-name.ts';
import { standingWords, trackedRows } from './tracked.ts';

interface TrackedListProps {
  /** Undefined until the figures have come. */
  readonly figures: AreaIndicatorsReply | undefined;
  readonly ids: readonly string[];
  readonly group?: PopulationGroup;
  /** Of the page, to go on to the same release. */
  readonly release: string | undefined;
  /** Whose figures they are, where what stands above them is about some people only. */
  readonly of?: string;
}

/** The newest figures of the indicators that a document links to. */
export function TrackedList({ figures, ids, group, release, of }: TrackedListProps) {
  if (figures === undefined || ids.length === 0) return null;
  const rows = trackedRows(figures.indicators, ids, group);
  if (rows.length === 0)
    return <p className="tracked__small">No real figure of it is held in this release.</p>;
  return (
    <ul className="tracked" aria-label={of}>
      {of !== undefined && <li className="tracked__small tracked__of">{of}</li>}
      {rows.map((row) => {
        const estimate = row.estimate ?? row.place;
        const interval = estimate === null ? '–' : intervalWords(estimate, row);
        return (
          <li key={`${row.indicator} ${row.stratum.sex}`}>
            <Link
              to="/indicators/$id"
              params={{ id: row.indicator }}
              search={{
                populationGroup: row.populationGroup,
                ageBand: row.stratum.ageBand,
                ...(row.stratum.sex !== 'all' && { sex: row.stratum.sex }),
                ...(release !== undefined && { release }),
              }}
            >
              {rowName(row)}
            </Link>
            <span className="tracked__value">
              {estimate === null ? '–' : valueWords(estimate, row)}
              {unitWords(row) !== '' && <span className="tracked__unit"> {unitWords(row)}</span>}
            </span>
            {row.scaleNote !== null && <span className="tracked__small tracked__scale">{row.scaleNote}</span>}
            <span className="tracked__small">
              {standingWords(row)} {isSynthetic(estimate) && <SyntheticMark />}
            </span>
            <span className="tracked__small">{interval === '–' ? 'no interval' : interval}</span>
          </li>
        );
      })}
    </ul>
  );
}
