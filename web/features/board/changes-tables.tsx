import { Link } from '@tanstack/react-router';
import type { ChangedCell, ChangesReply } from '../../../server/contract/changes-reply.ts';
import {
  definitionParts,
  flipReasons,
  labelOf,
  populationGroups,
} from '../../../server/contract/dimensions.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatNumber } from '../../shared/words/format.ts';

/** More rows than this are in the file. */
const MOST = 100;
const made = (basis: readonly string[]) => basis.length > 0 && basis.every((one) => one === 'synthetic');

interface CellsProps {
  readonly title: string;
  readonly id: string;
  readonly cells: readonly ChangedCell[];
}

/** Figures before and after; nothing where none changed so. */
export function ChangedCells({ title, id, cells }: CellsProps) {
  if (cells.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="board-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col" className="changes__title">
              Figure
            </th>
            <th scope="col">Period</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, MOST).map((cell) => (
            <tr key={`${cell.title} ${cell.period} ${cell.stratum.denominator ?? ''}`}>
              <th scope="row">
                <Link to="/indicators/$id" params={{ id: cell.indicator }}>
                  {cell.title}
                </Link>{' '}
                {made(cell.basis) && <SyntheticMark />}
              </th>
              <td data-label="Period">{cell.periodLabel}</td>
              {(['before', 'after'] as const).map((side) => (
                <td key={side} data-label={side === 'before' ? 'Before' : 'After'}>
                  {valueWords(cell[side], cell)}{' '}
                  <span className="board-table__quiet">{limits(cell, side)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {cells.length > MOST && (
        <p>
          {formatNumber(cells.length - MOST, 0)} more are in the{' '}
          <abbr title="comma-separated values">CSV</abbr> file.
        </p>
      )}
    </section>
  );
}

function limits(cell: ChangedCell, side: 'before' | 'after'): string {
  const words = intervalWords(cell[side], cell);
  return words === '–' ? '' : `(${words})`;
}

type Flips = ChangesReply['verdicts'];

/** Verdicts whose figures moved, and apart from them those that are judged otherwise on the same figures. */
export function FlipsTables({ flips }: { flips: Flips }) {
  const [moved, judged] = [true, false].map((moves) =>
    flips.filter(({ because }) => (because === 'figures-moved') === moves),
  );
  return (
    <>
      <FlipsTable id="flips" title="Verdicts that changed" flips={moved ?? []} />
      <FlipsTable
        id="judged-otherwise"
        title="Verdicts that changed while their figures did not"
        flips={judged ?? []}
      />
    </>
  );
}

interface FlipsTableProps {
  readonly id: string;
  readonly title: string;
  readonly flips: Flips;
}

function FlipsTable({ id, title, flips }: FlipsTableProps) {
  if (flips.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="board-table" aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col" className="changes__title">
              Indicator
            </th>
            <th scope="col">Verdict on</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {flips.map((flip) => (
            <tr key={`${flip.shortTitle} ${flip.populationGroup} ${flip.about}`}>
              <th scope="row">
                <Link to="/indicators/$id" params={{ id: flip.indicator }}>
                  {flip.shortTitle}
                </Link>
                , {labelOf(populationGroups, flip.populationGroup).toLowerCase()}{' '}
                {flip.synthetic && <SyntheticMark />}
              </th>
              <td data-label="Verdict on">{flip.about}</td>
              <td data-label="Before">{flip.before}</td>
              <td data-label="After">{flip.after}</td>
              <td data-label="Why">{labelOf(flipReasons, flip.because)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What indicators are defined as, before and after. */
export function DefinitionsTable({ all }: { all: ChangesReply['definitions'] }) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="definitions">
      <h2 id="definitions">Defined anew</h2>
      <table className="board-table" aria-labelledby="definitions">
        <thead>
          <tr>
            <th scope="col" className="changes__title">
              Indicator
            </th>
            <th scope="col">What of it</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {all.flatMap(({ indicator, shortTitle, basis, parts }) =>
            parts.map(({ part, before, after }) => (
              <tr key={`${indicator} ${part}`}>
                <th scope="row">
                  <Link to="/indicators/$id" params={{ id: indicator }}>
                    {shortTitle}
                  </Link>{' '}
                  {made(basis) && <SyntheticMark />}
                </th>
                <td data-label="What of it">{labelOf(definitionParts, part)}</td>
                <td data-label="Before">{before}</td>
                <td data-label="After">{after}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

export function NewPeriods({ all }: { all: ChangesReply['newPeriods'] }) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="periods">
      <h2 id="periods">New periods</h2>
      <ul>
        {all.map(({ indicator, title, periods, basis }) => (
          <li key={indicator}>
            <Link to="/indicators/$id" params={{ id: indicator }}>
              {title}
            </Link>
            : {inWords(periods.map(({ label }) => label))} {made(basis) && <SyntheticMark />}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NamedListProps {
  readonly title: string;
  readonly id: string;
  readonly all: ChangesReply['newIndicators'];
}

export function NamedList({ title, id, all }: NamedListProps) {
  if (all.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {all.map(({ indicator, title: name, basis }) => (
          <li key={indicator}>
            {name} {made(basis) && <SyntheticMark />}
          </li>
        ))}
      </ul>
    </section>
  );
}
