// biome-ignore-all lint/a11y/noRedundantRoles: on a phone the table is laid out as blocks, and browsers then forget its roles
// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of cells is a table reached by arrow keys
// biome-ignore-all lint/a11y/useFocusableInteractive: what is focused is the button within a cell
import type { CSSProperties } from 'react';
import { aims, labelOf } from '../../../server/contract/dimensions.ts';
import type {
  DisparityCell,
  DisparityOverviewReply,
  OverviewRow,
} from '../../../server/contract/gap-replies.ts';
import { ADJUSTED, spokenPolarity } from '../../../server/contract/good-or-bad.ts';
import { colours } from '../../shared/ui/colours.ts';
import { rowAnchor } from '../../shared/ui/opening-lines.tsx';
import { SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { verdictLooks } from '../../shared/ui/verdict-looks.ts';
import { adjustmentWords } from '../../shared/words/meaning.ts';
import { aroundCell, cellText, cellVerdict } from './heat-words.ts';
import { isMadeUp } from './made-up.ts';

interface HeatRowProps {
  readonly row: OverviewRow;
  readonly widest: number;
  /** Whether its indicator is the one chosen, with the group. */
  readonly chosen: { readonly group: string | undefined } | undefined;
  onChoose(indicator: string, group: string | undefined): void;
  stopAt(column: number): { readonly 'data-at': string; readonly tabIndex: number };
}

/** One outcome or service: its facts, and a cell for each group. */
export const HeatRow = ({ row, widest, chosen, stopAt, onChoose }: HeatRowProps) => (
  <tr id={rowAnchor(row.indicator)} role="row" className={chosen === undefined ? '' : 'heat__chosen'}>
    <th role="rowheader" scope="row">
      <button
        type="submit"
        name="indicator"
        value={row.indicator}
        onClick={() => onChoose(row.indicator, undefined)}
        {...stopAt(0)}
      >
        {row.shortTitle}
      </button>
      <RowFacts row={row} />
    </th>
    {row.cells.map((cell, place) => (
      <td
        key={cell.group}
        role="gridcell"
        data-comparison={cell.gap.isReference ? undefined : cell.gap.comparison}
        data-verdict={cell.gap.verdict}
        aria-selected={chosen !== undefined && cell.group === chosen.group}
      >
        <button
          type="submit"
          name="gap"
          value={`${row.indicator}/${cell.group}`}
          className={cellClass(cell)}
          style={cellStyle(cell, widest)}
          onClick={() => onChoose(row.indicator, cell.group)}
          {...stopAt(place + 1)}
        >
          <CellWords cell={cell} row={row} />
        </button>
      </td>
    ))}
  </tr>
);

const polarityWords = {
  'higher-is-better': 'higher is better',
  'lower-is-better': 'lower is better',
  neutral: 'not judged as better or worse',
} as const;

const fifthWords = { national: 'national fifths', wards: 'fifths of wards' } as const;

const RowFacts = ({ row }: { row: OverviewRow }) => (
  <span className="heat__small" title={labelOf(aims, row.aim)}>
    {row.periodLabel}, {polarityWords[row.ageAdjusted === false ? row.polarity : spokenPolarity(row)]}
    {adjustmentWords(row)}
    {row.counted === 'households' && ', of households'}
    {row.cells.some(({ crude }) => crude !== undefined) && `, ${ADJUSTED}`}
    {row.scaleNote !== null && `, ${row.scaleNote}`}
    {row.fifths !== undefined && `, ${fifthWords[row.fifths]}`}
    {row.caution !== null && `. ${row.caution}`}
    {row.standardisation.disagrees &&
      !row.basis.includes('synthetic') &&
      `. ${row.standardisation.reading.split(':')[0]?.replace(/\.$/, '')}`}
    {row.basis.includes('synthetic') && (
      <>
        {' '}
        <SyntheticMark />
      </>
    )}
  </span>
);

function CellWords({ cell, row }: { cell: DisparityCell; row: OverviewRow }) {
  const verdict = cellVerdict(cell);
  const mark = cell.gap.couldBeChance ? '?' : markOf(cell);
  const [before, after] = aroundCell(cell, row);
  return (
    <>
      <span className="nhsuk-u-visually-hidden">{before}</span>
      <span className="heat__size">
        {verdict !== '' && (
          <span className="heat__mark" aria-hidden="true">
            {mark}
          </span>
        )}
        {cellText(cell, row)}
      </span>
      {verdict !== '' && <span className="heat__verdict"> {verdict}</span>}
      <span className="nhsuk-u-visually-hidden">{after}</span>
    </>
  );
}

const markOf = ({ gap }: DisparityCell) => verdictLooks[gap.verdict].mark;

const cellClass = (cell: DisparityCell) =>
  [
    'heat__cell',
    `heat__cell--${cell.estimate.status}`,
    ...(isMadeUp(cell) ? ['heat__cell--synthetic'] : []),
  ].join(' ');

/** The widest gap of all, which colours are measured by. */
export const widestOf = ({ indicators }: DisparityOverviewReply) =>
  Math.max(
    ...indicators.flatMap(({ cells }) => cells.map(({ gap }) => Math.abs(gap.difference?.value ?? 0))),
  );

const hues: Readonly<Record<string, string>> = {
  worse: verdictLooks.worse.fill,
  better: verdictLooks.better.fill,
  higher: verdictLooks.higher.fill,
  lower: verdictLooks.lower.fill,
};

/** The hue is the verdict, its strength the size; a gap not proven has no hue, however wide. */
function cellStyle({ estimate, gap }: DisparityCell, widest: number): CSSProperties {
  const hue = hues[gap.verdict];
  if (estimate.status !== 'shown' || hue === undefined || gap.difference === undefined || widest === 0)
    return {};
  const strength = 22 + Math.round(68 * Math.sqrt(Math.abs(gap.difference.value) / widest));
  return { background: `color-mix(in srgb, ${hue} ${strength}%, ${colours.paper})` };
}
