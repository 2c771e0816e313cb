import { useQuery } from '@tanstack/react-query';
import type { ReleaseQuery } from '../../../server/contract/queries.ts';
import { areaIndicatorsQueryOptions } from '../api/queries.ts';
import { usePlaceArea } from '../ui/place.ts';

/** Every indicator of the whole place, asked for once; undefined until it has come. */
export function usePlaceFigures(release: ReleaseQuery) {
  const place = usePlaceArea();
  return useQuery({ ...areaIndicatorsQueryOptions(place?.code ?? '', release), enabled: place !== undefined })
    .data;
}
