import { Link } from '@tanstack/react-router';
import { lazy, type ReactNode } from 'react';
import type { IndicatorSummary } from '../../../server/contract/replies.ts';
import type { TextChoice } from '../../shared/question/inline-select.tsx';
import type { Word } from '../../shared/question/selection.ts';
import { Caveats } from '../../shared/ui/caveats.tsx';
import { WhenNear } from '../../shared/ui/when-near.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { isOfficial } from '../../shared/words/meaning.ts';
import { hasDates, populationsOf } from './asked-queries.ts';
import { AtALook } from './at-a-look.tsx';
import { Contents } from './contents.tsx';
import type { PartProps } from './part-props.ts';
import { type Area, ethnicGroupOf, everyoneOf } from './question.ts';
import { thresholdsOf } from './thresholds.ts';
import { TimeMap } from './time-map.tsx';
import { type UptakeSearch, withVaccine } from './uptake-search.ts';
import { useGroups, useMap, useReach } from './use-drawn.ts';
import { useTargets } from './use-targets.ts';
import { vaccines } from './vaccines.ts';

/** What stands below the map comes by itself, after it. */
const AgesPart = lazy(async () => ({ default: (await import('./ages-part.tsx')).AgesPart }));
const ChildhoodPart = lazy(async () => ({ default: (await import('./childhood-part.tsx')).ChildhoodPart }));
const OverTimePart = lazy(async () => ({ default: (await import('./over-time-part.tsx')).OverTimePart }));
const ReachPart = lazy(async () => ({ default: (await import('./reach-part.tsx')).ReachPart }));
const CompletionPart = lazy(async () => ({
  default: (await import('./completion-part.tsx')).CompletionPart,
}));
const PopulationsPart = lazy(async () => ({
  default: (await import('./populations-part.tsx')).PopulationsPart,
}));
const OtherVaccines = lazy(async () => ({ default: (await import('./other-vaccines.tsx')).OtherVaccines }));

interface UptakeAnswerProps extends PartProps {
  readonly place: Area;
  readonly indicators: readonly IndicatorSummary[];
  readonly vaccines: readonly TextChoice[];
  onVaccine(indicator: string): void;
  onWord(word: Word, value: string): void;
}

/** One question answered: now, where, since when, who was not reached, how fast, and among whom it is counted. */
export function UptakeAnswer(props: UptakeAnswerProps) {
  const { asked, search, place, indicators, onChange } = props;
  const { definition, selection } = asked;
  const [groups, map, reach] = [useGroups(asked, search), useMap(asked, search), useReach(asked, search)];
  const parts = partsOf(props);
  // What comes below the map waits for it, so that nothing jumps, and what is far below is not asked for yet.
  const isPlaced = map === undefined || map.picture !== undefined || map.error !== null;
  return (
    <>
      <AtALook
        groups={groups.picture?.reply}
        map={map?.picture?.reply}
        reach={reach?.picture?.reply}
        period={selection.period}
        chosen={ethnicGroupOf(selection).ethnicGroup}
        place={place.name}
      />
      <ByEthnicGroup indicator={definition.id} held={indicators} search={search} />
      <Contents
        held={[
          'map',
          ...(parts.hasAges ? ['ages' as const] : []),
          'childhood',
          'over-time',
          ...(reach ? ['reach' as const] : []),
          ...(parts.hasCompletion ? ['completion' as const] : []),
          ...(parts.hasPopulations ? ['populations' as const] : []),
          'other',
        ]}
      />
      <section id="map" aria-label="On the map">
        <TimeMap asked={asked} search={search} onChange={onChange} drawn={map} />
      </section>
      {isPlaced && <BelowMap {...props} {...parts} />}
    </>
  );
}

interface Parts {
  /** Whether official figures of it are held for several ages. */
  readonly hasAges: boolean;
  /** The indicator of those with this dose among people with the one before, where it is held. */
  readonly completion: string | undefined;
  readonly hasCompletion: boolean;
  readonly hasPopulations: boolean;
}

/** Which parts there are of the question asked. */
function partsOf({ asked, indicators, search }: UptakeAnswerProps): Parts {
  const completion = completionOf(asked.definition.id, indicators);
  const own = indicators.find(({ id }) => id === asked.definition.id);
  return {
    hasAges:
      own !== undefined && isOfficial(own) && asked.words.available.some(({ ageBand }) => ageBand !== 'all'),
    completion,
    hasCompletion: completion !== undefined || hasDates(asked),
    hasPopulations: populationsOf(asked, search).length > 1,
  };
}

function BelowMap({
  place,
  indicators,
  vaccines: offered,
  onVaccine,
  onWord,
  completion,
  hasAges,
  hasCompletion,
  hasPopulations,
  ...part
}: UptakeAnswerProps & Parts) {
  const { asked, search } = part;
  const targets = useTargets(releaseOf(search));
  const thresholds = thresholdsOf(targets, {
    indicator: asked.definition.id,
    area: asked.area.code,
    place: place.code,
    stratum: everyoneOf(asked),
  });
  const others = { indicators, place, release: releaseOf(search), targets };
  // After the official figures of doses; after all that is asked about made-up ones.
  const otherVaccines = (
    <>
      <Part id="childhood" label="Childhood vaccines">
        <ChildhoodPart {...others} />
      </Part>
      <Part id="other" label="Care homes and flu">
        <OtherVaccines {...others} />
      </Part>
    </>
  );
  return (
    <>
      {hasAges && (
        <Part id="ages" label="By age">
          <AgesPart asked={asked} search={search} />
        </Part>
      )}
      {hasAges && otherVaccines}
      <Part id="over-time" label="Over time">
        <OverTimePart {...part} thresholds={thresholds} />
      </Part>
      <Part id="reach" label="Who was not reached">
        <ReachPart
          {...part}
          place={place.name}
          vaccines={offered}
          thresholds={thresholds}
          onVaccine={onVaccine}
          onWord={onWord}
        />
      </Part>
      {hasCompletion && (
        <Part id="completion" label="Completion and weeks behind">
          <CompletionPart asked={asked} search={search} completion={completion} />
        </Part>
      )}
      {hasPopulations && (
        <Part id="populations" label="Two populations">
          <PopulationsPart {...part} />
        </Part>
      )}
      <Caveats definition={asked.definition} />
      {!hasAges && otherVaccines}
    </>
  );
}

/** What stands below the map, asked for when it comes near. */
const Part = ({ id, label, children }: { id: string; label: string; children: ReactNode }) => (
  <section id={id} className="uptake__part" aria-label={label}>
    <WhenNear className="uptake__later">{children}</WhenNear>
  </section>
);

interface ByEthnicGroupProps {
  readonly indicator: string;
  readonly held: readonly IndicatorSummary[];
  readonly search: UptakeSearch;
}

/** Where official figures end: the way to those by ethnic group, and what they are. */
function ByEthnicGroup({ indicator, held, search }: ByEthnicGroupProps) {
  const { byEthnicGroup } = vaccines.find((one) => one.indicator === indicator) ?? {};
  const other = held.find(({ id }) => id === byEthnicGroup);
  if (other === undefined) return null;
  return (
    <p>
      {!isOfficial(other)
        ? 'No real figures by ethnic group are held. '
        : 'These figures are not published by ethnic group. '}
      <Link to="/vaccination" search={withVaccine(search, other.id)}>
        {!isOfficial(other) ? 'See how they would look, by ethnic group (synthetic)' : 'See those that are'}
      </Link>
      .
    </p>
  );
}

function completionOf(indicator: string, held: readonly IndicatorSummary[]): string | undefined {
  const { completion } = vaccines.find((one) => one.indicator === indicator) ?? {};
  return held.some(({ id }) => id === completion) ? completion : undefined;
}
