import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { areasQuery } from '../api/queries.ts';

/** The borough this installation serves; undefined until the API has named it. */
export const usePlace = (): string | undefined => usePlaceArea()?.name;

/** The same with its code and type. */
export const usePlaceArea = () => useQuery(areasQuery('borough')).data?.areas[0];

export const siteName = (place: string | undefined) =>
  place === undefined ? 'Health inequalities' : `${place} health inequalities`;

export function usePageTitle(page?: string): void {
  const site = siteName(usePlace());
  useEffect(() => {
    document.title = page === undefined ? site : `${page} – ${site}`;
  }, [page, site]);
}
