import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AreaEstimate } from '../../../server/contract/estimate.ts';
import type { IndicatorAreasReply } from '../../../server/contract/replies.ts';
import { isSynthetic, SyntheticMark } from '../../shared/ui/synthetic-notice.tsx';
import { intervalWords, valueWords, verdictSentence } from '../../shared/words/figure-words.ts';
import { formatFraction, type WrittenMeasure } from '../../shared/words/format.ts';
import type { MapMoment } from './moments.ts';
import { UptakeLine } from './uptake-line.tsx';

interface TimePanelProps {
  readonly moments: readonly MapMoment[];
  readonly at: number;
  readonly selected: string | undefined;
  readonly measure: WrittenMeasure;
  /** What the test found at the date, once it is known. */
  readonly answers: IndicatorAreasReply | undefined;
}

/** The whole place at the date of the map and, once one is chosen, an area beside it. */
export function TimePanel({ moments, at, selected, measure, answers }: TimePanelProps) {
  const moment = moments[at];
  const area = moment?.areas.find(({ code }) => code === selected);
  const answer = answers?.areas.find(({ code }) => code === selected);
  const whole = useMemo(
    () => moments.map(({ period, whole: estimate }) => ({ period, estimate })),
    [moments],
  );
  const chosen = useMemo(
    () =>
      moments.map(({ period, areas }) => ({
        period,
        estimate: areas.find(({ code }) => code === selected),
      })),
    [moments, selected],
  );
  return (
    <section className="time-map__panel" aria-label="Figures at the date of the map">
      {moment?.whole && <PanelFigure area={moment.whole} measure={measure} />}
      {area ? (
        <>
          <PanelFigure area={area} measure={measure} />
          {answer && answers && (
            <p data-comparison={answer.comparison} data-verdict={answer.verdict}>
              {verdictSentence(answer, answers.comparison, measure)}
            </p>
          )}
          {moments.length > 1 && (
            <>
              <UptakeLine area={chosen} whole={whole} at={moment?.period} />
              <p className="uptake__note">
                {area.name} (blue) beside {moment?.whole?.name ?? 'the place'} (grey), over all dates.
              </p>
            </>
          )}
          <p>
            <Link to="/areas/$code" params={{ code: area.code }}>
              Everything known about {area.name}
            </Link>
          </p>
        </>
      ) : (
        <p className="uptake__note">Choose an area on the map to read about it.</p>
      )}
    </section>
  );
}

function PanelFigure({ area, measure }: { area: AreaEstimate; measure: WrittenMeasure }) {
  const interval = intervalWords(area, measure);
  return (
    <div className="time-map__figure">
      <h3>{area.name}</h3>
      <p className="time-map__value">
        {valueWords(area, measure)} {isSynthetic(area) && <SyntheticMark />}
      </p>
      {area.status !== 'shown' && <p>{area.explanation}</p>}
      {area.status === 'shown' && (
        <p>
          {interval === '–' ? 'No interval' : `95% interval ${interval}`}
          {area.numerator !== undefined && area.denominator !== undefined && (
            <>
              <br />
              {formatFraction(area.numerator, area.denominator)} people
            </>
          )}
        </p>
      )}
      {area.status === 'shown' &&
        area.notes?.map((note) => (
          <p key={note} className="uptake__note">
            {note}
          </p>
        ))}
    </div>
  );
}
