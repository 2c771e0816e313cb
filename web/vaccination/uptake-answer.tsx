import type { IndicatorSummary } from '../../server/contract/replies.ts';
import { useEvents } from '../documents/use-events.ts';
import { releaseOf } from '../page-search.ts';
import type { TextChoice } from '../question/inline-select.tsx';
import type { Word } from '../question/selection.ts';
import { Caveats } from '../ui/caveats.tsx';
import type { VaccinationChange, VaccinationSearch } from '../vaccination-search.ts';
import { AtALook } from './at-a-look.tsx';
import { CompletionFigure } from './completion-figure.tsx';
import { Contents } from './contents.tsx';
import { DenominatorsFigure } from './denominators-figure.tsx';
import { MilestonesFigure } from './milestones-figure.tsx';
import { OtherVaccines } from './other-vaccines.tsx';
import { OverTimeFigure } from './over-time-figure.tsx';
import { type Area, type Asked, everyoneOf, groupOf } from './question.ts';
import { ReachFigure } from './reach-figure.tsx';
import { ReachSentence } from './reach-sentence.tsx';
import { SchemeSwitch } from './scheme-switch.tsx';
import { thresholdsOf } from './thresholds.ts';
import { TimeMap } from './time-map.tsx';
import { useFigures, usePopulations } from './use-figures.ts';
import { useTargets } from './use-targets.ts';

interface UptakeAnswerProps {
  readonly asked: Asked;
  readonly place: Area;
  readonly indicators: readonly IndicatorSummary[];
  readonly vaccines: readonly TextChoice[];
  readonly search: VaccinationSearch;
  onChange(change: VaccinationChange): void;
  onVaccine(indicator: string): void;
  onWord(word: Word, value: string): void;
}

/** One question answered: now, where, since when, whom to reach, how fast, and among whom it is counted. */
export function UptakeAnswer(props: UptakeAnswerProps) {
  const { asked, place, search, onChange } = props;
  const { definition, selection } = asked;
  const release = releaseOf(search);
  const found = useFigures(asked, search);
  const populations = usePopulations(asked, search);
  const targets = useTargets(release);
  const events = useEvents(definition.id, asked.area.code, release);
  const who = everyoneOf(asked);
  const chosen = groupOf(selection).ethnicGroup;
  const thresholds = thresholdsOf(targets, {
    indicator: definition.id,
    area: asked.area.code,
    place: place.code,
    stratum: who,
  });
  const groups = found.groups.data;
  // Of one date alone nothing can be said about when.
  const weeks = (found.milestones.data?.periods.length ?? 0) > 1 ? found.milestones.data : undefined;
  // What comes below the map waits for it, so that nothing jumps, and the chart's script stays away until it is near.
  const isPlaced = found.map === undefined || found.outlines.data !== undefined;
  return (
    <>
      <AtALook
        groups={groups}
        map={found.map?.data}
        reach={found.reach?.data}
        period={selection.period}
        chosen={chosen}
      />
      <Contents
        held={[
          'map',
          'over-time',
          ...(found.reach ? ['reach' as const] : []),
          ...(found.completion || weeks ? ['completion' as const] : []),
          ...(populations.length > 1 ? ['populations' as const] : []),
          'other',
        ]}
      />
      <section id="map" aria-label="On the map">
        <TimeMap asked={asked} found={found} release={release} search={search} onChange={onChange} />
      </section>
      <section id="over-time" className="uptake__part" aria-label="Over time">
        {groups && isPlaced && (
          <OverTimeFigure
            definition={definition}
            reply={groups}
            release={release}
            chosen={chosen}
            schemes={<SchemeSwitch asked={asked} scheme={found.scheme} onChange={onChange} />}
            tally={search.tally ?? 'so-far'}
            events={events}
            thresholds={thresholds}
            busy={found.groups.isPlaceholderData}
            onTally={(tally) => onChange({ tally })}
          />
        )}
      </section>
      <section id="reach" className="uptake__part" aria-label="Whom to reach next">
        <ReachSentence
          asked={asked}
          vaccines={props.vaccines}
          target={search.target ?? 'place'}
          place={place.name}
          thresholds={thresholds}
          onVaccine={props.onVaccine}
          onTarget={(target) => onChange({ target: target === 'place' ? undefined : target })}
          onWord={props.onWord}
        />
        {found.reach === undefined ? (
          <p className="notice">
            There is no list: this indicator is not published by ethnic group for areas within {place.name}.
          </p>
        ) : (
          found.reach.data && (
            <ReachFigure
              definition={definition}
              reply={found.reach.data}
              release={release}
              byWard={search.rows === 'wards'}
              busy={found.reach.isPlaceholderData}
              onByWard={(byWard) => onChange({ rows: byWard ? 'wards' : undefined })}
            />
          )
        )}
      </section>
      {(found.completion || weeks) && (
        <section id="completion" className="uptake__part" aria-label="Completion and weeks behind">
          {found.completion && (
            <CompletionFigure
              {...found.completion}
              release={release}
              period={selection.period}
              chosen={chosen}
            />
          )}
          {weeks && (
            <MilestonesFigure
              definition={definition}
              reply={weeks}
              release={release}
              chosen={chosen}
              busy={found.milestones.isPlaceholderData}
            />
          )}
        </section>
      )}
      {populations.length > 1 && (
        <section id="populations" className="uptake__part" aria-label="Two populations">
          <DenominatorsFigure
            definition={definition}
            populations={populations}
            period={selection.period}
            chosen={who.denominator}
            busy={false}
            onChoose={(denominator) => onChange({ denominator })}
          />
        </section>
      )}
      <Caveats definition={definition} />
      <OtherVaccines indicators={props.indicators} place={place} release={release} targets={targets} />
    </>
  );
}
