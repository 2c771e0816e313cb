import { useQuery } from '@tanstack/react-query';
import { aims } from '../../../server/contract/dimensions.ts';
import { paths } from '../../../server/contract/paths.ts';
import { serviceFiguresQueryOptions } from '../../shared/api/queries.ts';
import { ServiceTable } from '../../shared/charts/service-table.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { countOf } from '../../shared/words/format.ts';

interface ServicesSectionProps {
  readonly place: string;
  readonly release: number;
  /** False in print, where nothing can be unfolded. */
  readonly folds?: boolean;
}

/** What trusts and the system say of their services and staff, by aim: beside the board, since it is not of residents. */
export function ServicesSection({ place, release, folds = true }: ServicesSectionProps) {
  const { data } = useQuery(serviceFiguresQueryOptions({ release }));
  // Registers of practices are many, and describe patients: they are on the pages of their indicators.
  const shown = data?.indicators.filter(({ areas }) => areas.some(({ type }) => type !== 'pcn')) ?? [];
  if (data === undefined || shown.length === 0) return null;
  return (
    <FoldSection
      id="services"
      className="services"
      title={`Services and staff that ${place} relies on`}
      note={countOf(shown.length, 'indicator', 'indicators')}
      folds={folds}
    >
      <p>{data.notice}</p>
      {aims.map(({ id, label }) => {
        const own = shown.filter(({ aim }) => aim === id);
        return own.length === 0 ? null : (
          <div key={id}>
            <h3>{label}</h3>
            <ServiceTable label={`Figures of services: ${id}`} indicators={own} named />
          </div>
        );
      })}
      <p className="downloads">
        <DownloadLink href={paths.serviceFiguresCsv({ release })} text="Download figures of services (CSV)" />
      </p>
    </FoldSection>
  );
}
