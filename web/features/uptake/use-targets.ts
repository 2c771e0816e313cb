import { useQuery } from '@tanstack/react-query';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import type { ReleaseQuery } from '../../../server/contract/queries.ts';
import { documentQueryOptions } from '../../shared/api/queries.ts';

const NONE: DocumentOf<'targets'>['targets'] = [];

/** Every target of the release; none until they have come, or where none are kept. */
export const useTargets = (release: ReleaseQuery) =>
  useQuery(documentQueryOptions('targets', release)).data?.document.targets ?? NONE;
