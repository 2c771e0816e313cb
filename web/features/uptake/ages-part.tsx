import { useQueries, useQuery } from '@tanstack/react-query';
import { ageBandLabel } from '../../../server/contract/age-bands.ts';
import { comparePeriods } from '../../../server/contract/periods.ts';
import { peopleApartQueryOptions, trendQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IntervalKey } from '../../shared/charts/interval-plot.tsx';
import { SidesTable } from '../../shared/charts/sides-table.tsx';
import { WideTable } from '../../shared/ui/wide-table.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { basesOf, intervalWords, valueWords } from '../../shared/words/figure-words.ts';
import { formatPeriod } from '../../shared/words/format.ts';
import type { PartProps } from './part-props.ts';
import { weeksByAge } from './weeks-by-age.ts';

/** The doses asked about by age: at their newest date, and week by week where the weeks of ages are published. */
export function AgesPart({ asked, search }: Pick<PartProps, 'asked' | 'search'>) {
  const release = releaseOf(search);
  const { data } = useQuery(peopleApartQueryOptions({ area: asked.area.code, ...release }));
  const row = data?.sections
    .find(({ by }) => by === 'age')
    ?.rows.find(({ indicator }) => indicator === asked.definition.id);
  return (
    <>
      {row !== undefined && (
        <ChartFrame
          title={`${row.shortTitle} by age in ${asked.area.name}`}
          measure={`${row.title}, ${row.periodLabel}. Each age is compared with all others together: doses were offered to the oldest first, so neither high nor low is judged.`}
          basis={row.basis}
          source={row.source}
        >
          <SidesTable row={row} />
          <IntervalKey place={undefined} country={undefined} />
        </ChartFrame>
      )}
      <Weeks asked={asked} search={search} />
    </>
  );
}

/** Every date there are figures of, a column for each age. */
function Weeks({ asked, search }: Pick<PartProps, 'asked' | 'search'>) {
  const { definition, area } = asked;
  const weeks = weeksByAge(definition, area.type);
  const replies = useQueries({
    queries: (weeks?.ageBands ?? []).map((ageBand) =>
      trendQueryOptions(definition.id, {
        area: area.code,
        ageBand,
        ...(weeks?.denominator && { denominator: weeks.denominator }),
        ...releaseOf(search),
      }),
    ),
  });
  const trends = replies.flatMap(({ data }) => data ?? []);
  if (weeks === undefined || trends.length < weeks.ageBands.length) return null;
  const periods = [...new Set(trends.flatMap(({ points }) => points.map(({ period }) => period)))].toSorted(
    comparePeriods,
  );
  const population = definition.denominators.find(({ id }) => id === weeks.denominator)?.title;
  return (
    <ChartFrame
      title={`${definition.shortTitle}, the weeks of 2021 by age`}
      measure={`People with the dose so far, in ${area.name}${population === undefined ? '' : `, as a percentage of: ${population}`}. A date without figures of an age is left blank.`}
      basis={basesOf(trends.flatMap(({ points }) => points.map(({ estimate }) => estimate)))}
      source={`${definition.source.publisher}: the weekly workbooks by district of 2021, and ${definition.source.title}`}
    >
      <WideTable label={`${definition.shortTitle} by date and age, ${area.name}`}>
        <thead>
          <tr>
            <th scope="col">Up to</th>
            {weeks.ageBands.map((ageBand) => (
              <th key={ageBand} scope="col">
                {ageBand === 'all' ? 'Everyone aged 16 and over' : ageBandLabel(ageBand)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period}>
              <th scope="row">{formatPeriod(period)}</th>
              {trends.map(({ points }, at) => {
                const estimate = points.find((point) => point.period === period)?.estimate;
                return (
                  <td key={weeks.ageBands[at]}>
                    {estimate !== undefined && (
                      <>
                        {valueWords(estimate, definition)}
                        <span className="sides__small">{intervalWords(estimate, definition)}</span>
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </ChartFrame>
  );
}
