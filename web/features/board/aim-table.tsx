import { Link } from '@tanstack/react-router';
import type { BoardAim, BoardGap, BoardReply, BoardRow } from '../../../server/contract/board-reply.ts';
import {
  breakdowns,
  courses,
  labelOf,
  populationGroups,
  units,
  verdicts,
} from '../../../server/contract/dimensions.ts';
import { NOT_ADJUSTED } from '../../../server/contract/good-or-bad.ts';
import { rowKey } from '../../../server/contract/row-key.ts';
import { Sparkline } from '../../shared/charts/sparkline.tsx';
import { Chance, ChangeMark, Mark } from '../../shared/ui/change-mark.tsx';
import { hasComparison, LargerAreas } from '../../shared/ui/larger-areas.tsx';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { changeFrom } from '../../shared/words/change-words.ts';
import { intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { countOf, shortLabel } from '../../shared/words/format.ts';
import { rowName } from '../../shared/words/row-name.ts';
import { courseLooks, gapSize, gapTrendWord, lastFigure, shortGroup, targetText } from './board-words.ts';
import { PinButton } from './pin-button.tsx';

interface AimTableProps {
  readonly aim: BoardAim;
  readonly board: BoardReply;
  /** False in print, where nothing can be pinned any more. */
  readonly pins: boolean;
}

/** One aim: a row for each indicator, by population group. */
export function AimTable({ aim, board, pins }: AimTableProps) {
  return (
    <table className="board-table" aria-label={aim.label}>
      <thead>
        <tr>
          <th scope="col" className="board-table__group">
            For whom
          </th>
          <th scope="col" className="board-table__name">
            Indicator
          </th>
          <th scope="col" className="board-table__number">
            Latest
          </th>
          <th scope="col" className="board-table__line">
            <span className="nhsuk-u-visually-hidden">Over time</span>
          </th>
          <th scope="col">Change</th>
          <th scope="col" className="board-table__beside">
            Against
          </th>
          <th scope="col" className="board-table__gaps">
            Widest gap
          </th>
          <th scope="col" className="board-table__target">
            Target
          </th>
        </tr>
      </thead>
      {populationGroups.map(({ id, label }) => {
        const rows = aim.rows.filter((row) => row.populationGroup === id);
        const awaited = aim.awaited.find((file) => file.populationGroup === id);
        if (rows.length === 0 && awaited === undefined) return null;
        return (
          <tbody key={id}>
            {awaited !== undefined && (
              <AwaitedRow
                label={label}
                file={awaited}
                isOnly={rows.length === 0 && board.query.figures === undefined}
              />
            )}
            {rows.map((row, at) => (
              <tr key={`${row.indicator} ${row.stratum.sex}`} id={rowAnchor(rowKey(row))}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={rows.length} className="board-table__group">
                    {label}
                  </th>
                )}
                <NameCell row={row} board={board} pins={pins} />
                <FigureCell row={row} />
                <td className="board-table__line">
                  <Sparkline points={row.sparkline} />
                </td>
                <ChangeCell row={row} />
                <ComparisonCell row={row} />
                <GapCell row={row} />
                <TargetCell row={row} />
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

/** A part of the list that nothing real is held for: the place stays, and says what would fill it. */
function AwaitedRow({
  label,
  file,
  isOnly,
}: {
  readonly label: string;
  readonly file: BoardAim['awaited'][number];
  readonly isOnly: boolean;
}) {
  return (
    <tr className="board-table__awaited">
      <th scope="row" className="board-table__group">
        {label}
      </th>
      <td colSpan={7}>
        No {isOnly ? '' : 'real '}figure is held. One could come from <a href={file.url}>{file.title}</a> (
        {file.publisher}).
      </td>
    </tr>
  );
}

function NameCell({ row, board, pins }: Omit<AimTableProps, 'aim'> & { readonly row: BoardRow }) {
  const { populationGroup, stratum, decisions } = row;
  const overdue = decisions.filter((one) => one.overdue).length;
  return (
    <th scope="row" className="board-table__name">
      <Link
        to="/indicators/$id"
        params={{ id: row.indicator }}
        search={{
          populationGroup,
          ...(stratum.sex === 'all' ? {} : { sex: stratum.sex }),
          ...(board.query.release !== undefined && { release: String(board.query.release) }),
        }}
      >
        {rowName(row)}
      </Link>
      <span className="board-table__small">
        {shortLabel(row.periodLabel)}
        {row.age !== undefined && `, ${row.age} years ago`}
        {row.unit !== 'percent' && `; ${labelOf(units, row.unit)}`}
        {row.ageAdjusted === false && row.gaps.length === 0 && `; ${NOT_ADJUSTED}`}
        {decisions.length > 0 && `; ${countOf(decisions.length, 'decision or note', 'decisions or notes')}`}
        {overdue > 0 && (
          <>
            , <strong>{overdue} overdue</strong>
          </>
        )}{' '}
        {isSynthetic(row.latest) && <SyntheticMark />}
      </span>
      {pins && <PinButton row={row} />}
    </th>
  );
}

function FigureCell({ row }: { row: BoardRow }) {
  const interval = intervalWords(row.latest, row);
  return (
    <td className="board-table__number" data-label="Latest">
      <strong>{valueWords(row.latest, row)}</strong>
      <span className="board-table__small">{interval === '–' ? 'no interval' : interval}</span>
    </td>
  );
}

function ChangeCell({ row }: { row: BoardRow }) {
  const from = changeFrom(row.change, row);
  return (
    <td data-label="Change">
      <ChangeMark change={row.change} />
      {from !== '' && <span className="board-table__small">{from}</span>}
    </td>
  );
}

/** Empty cells are left out where rows are cards. */
const noneOr = (all: readonly unknown[]) => (all.length === 0 ? 'board-table__none' : '');

function ComparisonCell({ row }: { row: BoardRow }) {
  return (
    <td data-label="Against" className={hasComparison(row) ? '' : 'board-table__none'}>
      <LargerAreas row={row} />
    </td>
  );
}

function GapCell({ row }: { row: BoardRow }) {
  return (
    <td data-label="Gaps" className={`board-table__gaps ${noneOr(row.gaps)}`}>
      {row.gaps.length === 0
        ? '–'
        : row.gaps.map((gap) => (
            <span
              key={gap.by}
              className="board-table__line-of"
              data-comparison={gap.comparison}
              data-verdict={gap.verdict}
            >
              <Mark look={gap.verdict}>
                <GapWords gap={gap} row={row} />
              </Mark>
            </span>
          ))}
      {row.gaps.length > 0 && row.ageAdjusted === false && (
        <span className="board-table__small">{NOT_ADJUSTED}</span>
      )}
    </td>
  );
}

/** A gap that is not beyond chance names no group, unless one test alone would have. */
function GapWords({ gap, row }: { gap: BoardGap; row: BoardRow }) {
  const { verdict, couldBeChance, trend } = gap;
  if ((verdict === 'similar' && !couldBeChance) || verdict === 'not-compared')
    return (
      <>
        {labelOf(verdicts, verdict)} by {labelOf(breakdowns, gap.by).toLowerCase()}
      </>
    );
  return (
    <>
      {shortGroup(gap)} {gapSize(gap, row)}
      {couldBeChance && <Chance />}{' '}
      <span className="board-table__quiet" data-comparison={trend.comparison} data-verdict={trend.verdict}>
        {gapTrendWord(gap)}
      </span>
    </>
  );
}

function TargetCell({ row }: { row: BoardRow }) {
  const { target } = row;
  if (target === null)
    return (
      <td data-label="Target" className="board-table__none">
        –
      </td>
    );
  return (
    <td data-label="Target">
      <Mark look={courseLooks[target.course]}>{labelOf(courses, target.course)}</Mark>
      <span className="board-table__small">
        {target.course === 'date-passed' && `${lastFigure(row)}; `}
        {targetText(target, row)} {target.synthetic && <SyntheticMark />}
      </span>
    </td>
  );
}
