import { Link } from '@tanstack/react-router';
import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import { bases, kinds, labelOf, units } from '../../../server/contract/dimensions.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import { Sparkline, sparklineLook } from '../../shared/charts/sparkline.tsx';
import { ChangeMark } from '../../shared/ui/change-mark.tsx';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { areaWords } from '../../shared/words/area-words.ts';
import { changeFrom } from '../../shared/words/change-words.ts';
import { basisWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatPeriod, shortLabel } from '../../shared/words/format.ts';
import { markedSynthetic } from '../../shared/words/meaning.ts';
import { rowName } from '../../shared/words/row-name.ts';
import type { Held } from './indicators-found.ts';
import type { IndicatorsSearch } from './indicators-search.ts';

interface IndicatorsTableProps {
  readonly held: readonly Held[];
  readonly search: IndicatorsSearch;
  readonly label: string;
}

/** A row for each indicator and group of people; on a phone a card. */
export const IndicatorsTable = ({ held, search, label }: IndicatorsTableProps) => (
  <table className="catalogue__table" aria-label={label}>
    <thead>
      <tr>
        <th scope="col">Indicator</th>
        <th scope="col">Newest</th>
        <th scope="col">Change</th>
        <th scope="col">Over time</th>
      </tr>
    </thead>
    <tbody>
      {held.map((one) => (
        <IndicatorRows key={one.indicator.id} held={one} search={search} />
      ))}
    </tbody>
  </table>
);

function IndicatorRows({
  held: { indicator, rows },
  search,
}: Omit<IndicatorsTableProps, 'held' | 'label'> & { readonly held: Held }) {
  const release = search.release === undefined ? {} : { release: search.release };
  const own = rows.filter(
    ({ populationGroup }) => (search.populationGroup ?? populationGroup) === populationGroup,
  );
  if (own.length === 0)
    return (
      <tr>
        <th scope="row">
          <Link to="/indicators/$id" params={{ id: indicator.id }} search={release}>
            {markedSynthetic(indicator.shortTitle, indicator)}
          </Link>
          <span className="catalogue__small">{indicator.title}</span>
        </th>
        <td colSpan={3}>
          <span className="catalogue__small">Held for {indicatorFacts(indicator)}</span>
        </td>
      </tr>
    );
  return own.map((row) => (
    <tr key={`${row.populationGroup} ${row.stratum.sex}`}>
      <th scope="row">
        <Link
          to="/indicators/$id"
          params={{ id: indicator.id }}
          search={{
            ...release,
            populationGroup: row.populationGroup,
            ...(row.stratum.sex === 'all' ? {} : { sex: row.stratum.sex }),
          }}
        >
          {markedSynthetic(rowName(row), indicator)}
        </Link>
        <span className="catalogue__small">
          {labelOf(kinds, indicator.kind)}; {areasWords(indicator)}
        </span>
      </th>
      <FigureCells row={row} />
    </tr>
  ));
}

function FigureCells({ row }: { readonly row: AreaIndicator }) {
  const { estimate, change } = row;
  if (estimate === null) return <td colSpan={3}>–</td>;
  const from = change === null ? '' : changeFrom(change, row);
  return (
    <>
      <td>
        <strong>{valueWords(estimate, row)}</strong>
        {row.unit !== 'percent' && ` ${labelOf(units, row.unit)}`}
        <span className="catalogue__small">
          {shortLabel(row.periodLabel)}
          {row.age !== undefined && `, ${row.age} years ago`};{' '}
          {isSynthetic(estimate) ? <SyntheticMark /> : basisWords(estimate).toLowerCase()}
        </span>
      </td>
      <td>
        {change === null ? (
          <span className="catalogue__small">Not tested</span>
        ) : (
          <ChangeMark change={change} />
        )}
        {from !== '' && <span className="catalogue__small">{from}</span>}
      </td>
      <td className="catalogue__line">
        <Sparkline
          points={row.sparkline}
          look={sparklineLook(estimate.status === 'shown' ? estimate.basis : 'published', change?.verdict)}
        />
      </td>
    </>
  );
}

/** "wards and boroughs": the largest are said only where there is nothing smaller. */
function areasWords({ areaTypes }: Pick<IndicatorSummary, 'areaTypes'>): string {
  const small = areaTypes.filter((type) => type !== 'region' && type !== 'country');
  return inWords((small.length === 0 ? areaTypes : small).map((type) => areaWords(type)[1]));
}

/** Where it is held, how new it is and what it rests on: "wards; newest: 2021; published". */
export const indicatorFacts = (
  indicator: Pick<IndicatorSummary, 'areaTypes' | 'latestPeriod' | 'dates' | 'basis'>,
): string => {
  const { latestPeriod, dates, basis } = indicator;
  return [
    areasWords(indicator),
    ...(latestPeriod === null ? [] : [`newest: ${dates?.[latestPeriod] ?? formatPeriod(latestPeriod)}`]),
    inWords(basis.map((id) => labelOf(bases, id).toLowerCase())),
  ].join('; ');
};
