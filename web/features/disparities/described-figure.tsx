import type {
  DisparityCell,
  DisparityOverviewReply,
  OverviewRow,
} from '../../../server/contract/gap-replies.ts';
import { labelOfReason } from '../../../server/contract/without-figure.ts';
import { writtenInterval } from '../../../server/contract/written-figures.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { formatInterval, formatValue, gapSideWords } from '../../shared/words/format.ts';
import { sampleWords } from '../../shared/words/meaning.ts';
import { OF_INDICATOR } from './disparities-search.ts';
import { columnName } from './gap-words.ts';
import { describedOf, describedTitle } from './held-words.ts';
import { inSentence } from './in-sentence.ts';

interface DescribedFigureProps {
  readonly reply: DisparityOverviewReply;
  readonly busy: boolean;
  onChoose(indicator: string, group: string | undefined): void;
}

/** What shapes health, by the same groups: described, without a verdict and in no count of worse and better. */
export function DescribedFigure({ reply, busy, onChoose }: DescribedFigureProps) {
  const rows = describedOf(reply);
  if (rows.length === 0) return null;
  const ofAreas = rows.every(({ isOfAreas }) => isOfAreas);
  const what = describedTitle(reply);
  return (
    <ChartFrame
      title={`${what}, by ${reply.query.by === 'ethnicGroup' ? 'ethnic group' : 'deprivation'}`}
      measure={`In ${reply.area.name}. These are causes of health, not outcomes: they are described, and nothing here is called better or worse.`}
      basis={[...new Set(rows.flatMap(({ basis }) => basis))]}
      source="each has its own, named with its figures below."
      busy={busy}
    >
      {ofAreas && (
        <p>
          Everybody in a small area counts with the value of that area, so the sample is areas, not people:
          intervals come from the small areas, where there are at least 20.
        </p>
      )}
      <ChoiceForm asks={OF_INDICATOR} hasButton={false}>
        <WideTable label={`${what}, ${reply.area.name}`}>
          <thead>
            <tr>
              <th scope="col">Cause</th>
              {reply.groups.map(({ group, label }) => (
                <th key={group} scope="col" title={label}>
                  {columnName(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <DescribedRow key={row.indicator} row={row} onChoose={onChoose} />
            ))}
          </tbody>
        </WideTable>
      </ChoiceForm>
    </ChartFrame>
  );
}

function DescribedRow({ row, onChoose }: { row: OverviewRow } & Pick<DescribedFigureProps, 'onChoose'>) {
  const sample = row.isOfAreas
    ? row.cells.map(({ estimate }) => sampleWords(estimate, row.counted)).find((words) => words !== undefined)
    : undefined;
  return (
    <tr>
      <th scope="row">
        <button
          type="submit"
          name="indicator"
          value={row.indicator}
          className="link-button"
          onClick={() => onChoose(row.indicator, undefined)}
        >
          {row.shortTitle}
        </button>
        <span className="heat__small">
          {row.periodLabel}
          {row.counted === 'households' && ', of households'}
          {sample !== undefined && `, ${sample}`}
        </span>
      </th>
      {row.cells.map((cell) => (
        <td key={cell.group}>
          <DescribedCell cell={cell} row={row} />
        </td>
      ))}
    </tr>
  );
}

function DescribedCell({ cell: { estimate, gap }, row }: { cell: DisparityCell; row: OverviewRow }) {
  if (estimate.status !== 'shown') return labelOfReason(estimate);
  const { value, lower95, upper95 } = estimate;
  const { difference, reference } = gap;
  const limits = difference?.lower95 !== undefined && difference.upper95 !== undefined;
  return (
    <>
      {formatValue(value, row)}
      <span className="heat__small">
        {lower95 === undefined || upper95 === undefined
          ? 'no interval'
          : formatInterval(lower95, upper95, row)}
      </span>
      {difference !== undefined && (
        <span className="heat__small">
          {`${gapSideWords(difference.value, row) || 'level with'} ${inSentence(reference?.label ?? '')}`}
          {limits &&
            ` (${formatSignedRange(difference.lower95 ?? 0, difference.upper95 ?? 0, row.decimals)})`}
        </span>
      )}
    </>
  );
}

/** "−13.0 to 22.8": limits of a difference keep their signs. */
const formatSignedRange = (lower: number, upper: number, decimals: number) =>
  writtenInterval(lower, upper, { decimals }).replaceAll('-', '−');
