import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { aims, labelOf, populationGroups } from '../../../server/contract/dimensions.ts';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import { Cited } from '../../shared/documents/cited.tsx';
import type { NumberedSource } from '../../shared/documents/sources.ts';
import { TrackedList } from '../../shared/documents/tracked-list.tsx';

interface PrioritiesProps {
  readonly plan: DocumentOf<'plan'>;
  readonly sources: readonly NumberedSource[];
  readonly figures: AreaIndicatorsReply | undefined;
  readonly release: string | undefined;
}

/** Each aim in plain words, with the priorities that serve it and the newest figures that track them. */
export function Priorities({ plan, sources, figures, release }: PrioritiesProps) {
  return aims.map(({ id, label }) => {
    const words = plan.aims.find((aim) => aim.id === id);
    const serving = plan.priorities.filter(({ aim }) => aim === id);
    return (
      <section key={id} className="plan__aim" aria-labelledby={`aim-${id}`}>
        <h3 id={`aim-${id}`}>{label}</h3>
        {words && (
          <p>
            {words.words} <Cited entry={words} sources={sources} list="plan" />
          </p>
        )}
        {serving.length === 0 && <p>No priority of the plan serves this aim yet.</p>}
        <div className="plan__cards">
          {serving.map((priority) => (
            <section key={priority.id} className="plan__card" aria-labelledby={`priority-${priority.id}`}>
              <p className="plan__group">{labelOf(populationGroups, priority.populationGroup)}</p>
              <h4 id={`priority-${priority.id}`}>{priority.title}</h4>
              <p>
                {priority.words} <Cited entry={priority} sources={sources} list="plan" />
              </p>
              <TrackedList
                figures={figures}
                ids={priority.indicators}
                group={priority.populationGroup}
                release={release}
              />
            </section>
          ))}
        </div>
      </section>
    );
  });
}
