import { verdictsByName } from '../../shared/geography/headline.ts';
import { isSynthetic } from '../../shared/ui/synthetic-notice.tsx';
import '../../shared/geography/map-figure.css';
import './time-map.css';
import { useMemo, useState } from 'react';
import type { AreasOverTimeReply } from '../../../server/contract/over-time-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import type {
  BoundariesReply,
  IndicatorAreasReply,
  IndicatorReply,
} from '../../../server/contract/replies.ts';
import { ChartFrame } from '../../shared/charts/chart-frame.tsx';
import { AreaMap } from '../../shared/geography/area-map.tsx';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { SourceLine } from '../../shared/ui/source-line.tsx';
import { basesOf } from '../../shared/words/figure-words.ts';
import { type MapMoment, momentsOf } from './moments.ts';
import { SyntheticLine } from './synthetic-line.tsx';
import { TimeLegend } from './time-legend.tsx';
import { TimePanel } from './time-panel.tsx';
import { TimeSlider } from './time-slider.tsx';
import { TimeTable } from './time-table.tsx';
import { TimeTooltip } from './time-tooltip.tsx';
import { timeMapTitle } from './uptake-words.ts';
import { useMoment } from './use-moment.ts';

export interface TimeMapFigureProps {
  readonly definition: IndicatorReply;
  readonly reply: AreasOverTimeReply;
  readonly outlines: BoundariesReply;
  readonly release: { readonly release?: number };
  /** What the test found at the date the slider rests on, once it is known. */
  readonly answers: IndicatorAreasReply | undefined;
  /** The date the URL names. */
  readonly moment: string | undefined;
  readonly selected: string | undefined;
  readonly asTable: boolean;
  readonly busy: boolean;
  onRest(period: string): void;
  onSelect(code: string): void;
  onDisplay(asTable: boolean): void;
}

/** The map with time: every date is made ready beforehand, so that a step only paints. */
export function TimeMapFigure(props: TimeMapFigureProps) {
  const { definition, reply, outlines, selected, onSelect } = props;
  const moments = useMemo(() => momentsOf(reply), [reply]);
  const { at, step } = useMoment(reply.periods, props.moment, props.onRest);
  const moment = moments[at];
  const basis = useMemo(() => basesOf(reply.areas.flatMap(({ points }) => points)), [reply]);
  if (moment === undefined) return null;
  const { indicator, ...query } = reply.query;
  const asMap = !props.asTable;
  const answers = props.answers?.query.period === moment.period ? props.answers : undefined;
  return (
    <ChartFrame
      title={timeMapTitle(definition, reply, moment, answers)}
      measure={`${reply.title}, ${moment.label}`}
      basis={basis}
      source={<SourceLine source={definition.source} />}
      busy={props.busy}
      controls={<DisplaySwitch asTable={props.asTable} onDisplay={props.onDisplay} />}
      downloads={
        <p className="downloads">
          <DownloadLink
            href={paths.areasOverTimeCsv(indicator, { ...query, ...props.release })}
            text="Download every date (CSV)"
          />
        </p>
      }
    >
      <SyntheticLine figures={moment.areas} />
      <div className="time-map">
        <div className="time-map__main">
          <p className="time-map__date">
            <output aria-live="polite">{moment.label}</output>
          </p>
          {asMap && (
            <MomentMap
              moment={moment}
              reply={reply}
              outlines={outlines}
              selected={selected}
              onSelect={onSelect}
            />
          )}
          {moments.length > 1 && <TimeSlider dates={moments} at={at} onStep={step} />}
          {asMap ? (
            <TimeLegend moment={moment} reply={reply} />
          ) : (
            <TimeTable
              moment={moment}
              reply={reply}
              answers={answers}
              onSelect={onSelect}
              selected={selected}
            />
          )}
          {asMap && answers && !answers.areas.some(isSynthetic) && (
            <p className="legend__note">{verdictsByName(answers)}</p>
          )}
          {asMap && <p className="attribution">{outlines.attribution}</p>}
        </div>
        <TimePanel moments={moments} at={at} selected={selected} measure={reply} answers={answers} />
      </div>
    </ChartFrame>
  );
}

interface MomentMapProps extends Pick<TimeMapFigureProps, 'reply' | 'outlines' | 'selected' | 'onSelect'> {
  readonly moment: MapMoment;
}

function MomentMap({ moment, reply, outlines, selected, onSelect }: MomentMapProps) {
  const [pointed, onPoint] = useState<string>();
  // The whole place, or an area of another kind, is none of the map's.
  const drawn = moment.areas.some(({ code }) => code === selected) ? selected : undefined;
  return (
    <AreaMap
      outlines={outlines}
      areaType={reply.query.areaType}
      areas={moment.spoken}
      paints={moment.paints}
      pointed={pointed}
      selected={drawn}
      onPoint={onPoint}
      onSelect={onSelect}
      words={(code, where) => (
        <TimeTooltip area={moment.areas.find((one) => one.code === code)} measure={reply} at={where} />
      )}
    />
  );
}

interface DisplaySwitchProps {
  readonly asTable: boolean;
  onDisplay(asTable: boolean): void;
}

const DisplaySwitch = ({ asTable, onDisplay }: DisplaySwitchProps) => (
  <ChoiceForm className="controls" asks={['display']} hasButton={false}>
    <fieldset className="switch" aria-label="View as">
      {[
        { text: 'Map', table: false },
        { text: 'View as table', table: true },
      ].map(({ text, table }) => (
        <button
          key={text}
          type="submit"
          name="display"
          value={table ? 'table' : 'map'}
          className="switch__item switch__button"
          aria-pressed={asTable === table}
          onClick={() => onDisplay(table)}
        >
          {text}
        </button>
      ))}
    </fieldset>
  </ChoiceForm>
);
