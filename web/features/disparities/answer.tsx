import { lazy, Suspense } from 'react';
import { gapComparisons, gapMeasures } from '../../../server/contract/dimensions.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import type { DisparitiesChange, DisparitiesSearch } from './disparities-search.ts';
import { ForestFigure } from './forest-figure.tsx';
import { GapTrendFigure } from './gap-trend-figure.tsx';
import { InAMinute } from './in-a-minute.tsx';
import { SummarySection } from './summary-section.tsx';
import { UnknownSection } from './unknown-section.tsx';
import type { useAnswer } from './use-disparities.ts';

const GapMapFigure = lazy(async () => ({ default: (await import('./gap-map-figure.tsx')).GapMapFigure }));

interface AnswerProps {
  readonly found: ReturnType<typeof useAnswer>;
  readonly search: DisparitiesSearch;
  onChange(change: DisparitiesChange): void;
}

/** The gaps of one outcome: in sentences, as a plot, what is not known, in one number, over time and on the map. */
export function GapAnswer({ found, search, onChange }: AnswerProps) {
  const { answer, group, trend, gaps, busy } = found;
  if (answer === undefined) return null;
  const { definition, reply } = answer;
  const release = releaseOf(search);
  return (
    <>
      <InAMinute reply={reply} trend={trend} gaps={gaps} />
      <ForestFigure
        definition={definition}
        reply={reply}
        release={release}
        chosen={group}
        busy={busy.answer}
        onGroup={(next) => onChange({ group: next })}
      />
      <UnknownSection reply={reply} />
      <SummarySection reply={reply} />
      <GroupPicker found={found} onGroup={(next) => onChange({ group: next })} />
      {trend && (
        <GapTrendFigure
          definition={definition}
          reply={trend}
          release={release}
          group={group}
          busy={busy.trend}
        />
      )}
      <GapMap found={found} search={search} onChange={onChange} />
    </>
  );
}

function GroupPicker({ found, onGroup }: { found: AnswerProps['found']; onGroup(group: string): void }) {
  const groups = found.answer?.reply.groups ?? [];
  return (
    <h2 className="gaps__follow">
      <ChoiceForm asks={['group']}>
        <label>
          One group over time and across the place:{' '}
          <select name="group" value={found.group ?? ''} onChange={({ target }) => onGroup(target.value)}>
            {groups.map(({ group, label }) => (
              <option key={group} value={group}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </ChoiceForm>
    </h2>
  );
}

function GapMap({ found, search, onChange }: AnswerProps) {
  const { answer, gaps, outlines, busy } = found;
  if (answer === undefined) return null;
  if (gaps === undefined || gaps.areas.length < 2 || outlines === undefined)
    return gaps === undefined || gaps.areas.length < 2 ? (
      <p className="notice">
        There is no map of this gap: these groups are published for the whole place only, or are themselves
        made of whole wards.
      </p>
    ) : null;
  if (gaps.isOfAreas)
    return (
      <p className="notice">
        There is no map of this gap: everybody in a small area shares its value, and a ward has too few small
        areas to compare its groups.
      </p>
    );
  const { compare, measure } = gaps.query;
  const choice = (
    name: 'compare' | 'measure',
    label: string,
    value: string,
    terms: typeof gapComparisons | typeof gapMeasures,
    change: (id: string) => DisparitiesChange,
  ) => (
    <label>
      {label}{' '}
      <select name={name} value={value} onChange={({ target }) => onChange(change(target.value))}>
        {terms.map(({ id, label: text }) => (
          <option key={id} value={id}>
            {lowerFirst(text)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Suspense fallback={<div className="map" />}>
      <GapMapFigure
        definition={answer.definition}
        reply={gaps}
        outlines={outlines}
        release={releaseOf(search)}
        selected={search.area}
        busy={busy.gaps}
        onSelect={(area) => onChange({ area })}
        controls={
          <ChoiceForm className="controls" asks={['compare', 'measure']}>
            {choice('compare', 'Against', compare, gapComparisons, (id) => ({
              compare: id as typeof compare,
            }))}
            {choice('measure', 'Show', measure, gapMeasures, (id) => ({ measure: id as typeof measure }))}
          </ChoiceForm>
        }
      />
    </Suspense>
  );
}
