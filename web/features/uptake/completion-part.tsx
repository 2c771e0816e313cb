import { useQuery } from '@tanstack/react-query';
import { groupsOverTimeQueryOptions, indicatorQueryOptions } from '../../shared/api/queries.ts';
import { releaseOf } from '../../shared/url/page-search.ts';
import { groupsQueryOf, hasDates } from './asked-queries.ts';
import { CompletionFigure } from './completion-figure.tsx';
import { MilestonesFigure } from './milestones-figure.tsx';
import type { PartProps } from './part-props.ts';
import { ethnicGroupOf } from './question.ts';
import { useDrawn, useMilestones } from './use-drawn.ts';

type CompletionPartProps = Omit<PartProps, 'onChange'> & {
  /** The indicator of those who came back, where one is held. */
  readonly completion: string | undefined;
};

/** Of those with the dose before, how many came back; and how many weeks a share took. */
export function CompletionPart({ asked, search, completion }: CompletionPartProps) {
  const release = releaseOf(search);
  const chosen = ethnicGroupOf(asked.selection).ethnicGroup;
  const back = useCompletion(completion, { asked, search });
  const weeks = useMilestones(asked, search, hasDates(asked));
  return (
    <>
      {completion !== undefined && back.picture && (
        <CompletionFigure
          {...back.picture}
          release={release}
          period={asked.selection.period}
          chosen={chosen}
          busy={back.busy}
        />
      )}
      {hasDates(asked) && weeks.picture && (
        <MilestonesFigure {...weeks.picture} release={release} chosen={chosen} busy={weeks.busy} />
      )}
    </>
  );
}

/** Counted among people with the dose before, so the population of the page does not apply. */
function useCompletion(id: string | undefined, { asked, search }: Omit<PartProps, 'onChange'>) {
  const { denominator: _, ...query } = groupsQueryOf(asked, search);
  const enabled = id !== undefined;
  const definition = useQuery({ ...indicatorQueryOptions(id ?? '', releaseOf(search)), enabled });
  return useDrawn(definition.data, useQuery({ ...groupsOverTimeQueryOptions(id ?? '', query), enabled }));
}
