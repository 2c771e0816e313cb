import { useQueries } from '@tanstack/react-query';
import { groupsOverTimeQueryOptions } from '../../shared/api/queries.ts';
import { groupsQueryOf, populationsOf } from './asked-queries.ts';
import { DenominatorsFigure } from './denominators-figure.tsx';
import type { PartProps } from './part-props.ts';

/** The groups of the area among each population. */
export function PopulationsPart({ asked, search, onChange }: PartProps) {
  const { definition, selection } = asked;
  const offered = populationsOf(asked, search);
  const replies = useQueries({
    queries: offered.map((denominator) =>
      groupsOverTimeQueryOptions(definition.id, { ...groupsQueryOf(asked, search), denominator }),
    ),
  });
  const populations = offered.flatMap((id, index) => {
    const reply = replies[index]?.data;
    return reply === undefined ? [] : [{ id, reply }];
  });
  return (
    <DenominatorsFigure
      definition={definition}
      populations={populations}
      period={selection.period}
      chosen={offered.find((id) => id === selection.denominator)}
      busy={populations.length < offered.length}
      onChoose={(denominator) => onChange({ denominator })}
    />
  );
}
