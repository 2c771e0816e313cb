import { useQuery } from '@tanstack/react-query';
import type { AgesAndSexesReply, SidesSection } from '../../../server/contract/ages-and-sexes.ts';
import { labelOf, openingTopics } from '../../../server/contract/dimensions.ts';
import { paths } from '../../../server/contract/paths.ts';
import { peopleApartQueryOptions } from '../../shared/api/queries.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { IntervalKey } from '../../shared/charts/interval-plot.tsx';
import { SidesTable } from '../../shared/charts/sides-table.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { countOf } from '../../shared/words/format.ts';

interface AgesAndSexesProps {
  readonly area: string;
  readonly release: { readonly release?: number };
}

/** Outcomes and services by sex and by age, in sections of their own; nothing where the area has none. */
export function AgesAndSexes({ area, release }: AgesAndSexesProps) {
  const { data } = useQuery(peopleApartQueryOptions({ area, ...release }));
  if (data === undefined || data.sections.length === 0) return null;
  return (
    <FoldSection
      id="ages-and-sexes"
      className="gaps__section"
      title="By sex and by age"
      note={data.sections
        .map(({ by, rows }) => `${countOf(rows.length, 'figure', 'figures')} by ${by}`)
        .join(', ')}
    >
      <ul className="sides__lines">
        {data.opening.map(({ topic, text }) => (
          <li key={text}>
            <strong>{labelOf(openingTopics, topic)}:</strong> {text}
          </li>
        ))}
      </ul>
      {data.sections.map((section) => (
        <SidesFigure key={section.by} section={section} reply={data} release={release} />
      ))}
    </FoldSection>
  );
}

interface SidesFigureProps {
  readonly section: SidesSection;
  readonly reply: AgesAndSexesReply;
  readonly release: AgesAndSexesProps['release'];
}

function SidesFigure({ section: { by, title, rows }, reply, release }: SidesFigureProps) {
  return (
    <ChartFrame
      title={title}
      measure={`In ${reply.area.name}. Figures of one row are of one period; those of different periods are never compared. ${by === 'sex' ? 'Surveys and life expectancy are tested only by the limits their source publishes.' : 'Ages are compared as they are: neither high nor low is judged.'}`}
      basis={[...new Set(rows.flatMap(({ basis }) => basis))]}
      source={[...new Set(rows.map(({ source }) => source))].join('. ')}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.agesAndSexesCsv({ area: reply.area.code, ...release })}
            text="Download sexes and ages (CSV)"
          />
        </p>
      }
    >
      {rows.map((row) => (
        <SidesTable key={row.indicator} row={row} />
      ))}
      <IntervalKey place={undefined} country={undefined} />
    </ChartFrame>
  );
}
