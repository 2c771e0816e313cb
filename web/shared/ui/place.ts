import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { RequestError } from '../api/client.ts';
import { areasQueryOptions } from '../api/queries.ts';
import { usePageHead } from './page-head.ts';

/** The borough this installation serves; undefined until the API has named it. */
export const usePlace = (): string | undefined => usePlaceArea()?.name;

/** The same with its code and type. */
export const usePlaceArea = () => useQuery(areasQueryOptions('borough')).data?.areas[0];

/** Whether this installation has published nothing so far; asked again until it has. */
export function useNothingPublished(): boolean {
  const isNothing = (error: Error | null) =>
    error instanceof RequestError && error.problem.code === 'nothing-published';
  const { error } = useQuery({
    ...areasQueryOptions('borough'),
    refetchInterval: (query) => (isNothing(query.state.error) ? 5000 : false),
  });
  return isNothing(error);
}

export const siteName = (place: string | undefined) =>
  place === undefined ? 'Health inequalities' : `${place} health inequalities`;

export function usePageTitle(page?: string): void {
  const site = siteName(usePlace());
  const title = page === undefined ? site : `${page} – ${site}`;
  usePageHead({ title });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
