import './area-panel.css';
import { Link } from '@tanstack/react-router';
import { bases, labelOf } from '../../server/contract/dimensions.ts';
import type { AreaEstimate, ComparedAreaEstimate, ShownEstimate } from '../../server/contract/estimate.ts';
import { formatFraction, formatInterval, lowerFirst, type Measure } from '../format.ts';
import { valueWords, verdictSentence } from './figure-words.ts';
import type { Picture } from './picture.ts';

interface AreaPanelProps {
  readonly picture: Picture;
  readonly selected: string | undefined;
  onClear(): void;
}

/** Everything known about the chosen area; before one is chosen, about the whole place. */
export function AreaPanel({ picture, selected, onClear }: AreaPanelProps) {
  const { definition, reply } = picture;
  const area = reply.areas.find(({ code }) => code === selected);
  if (area === undefined) {
    return (
      <section className="panel" aria-label="Chosen area">
        {reply.benchmark && <Figure area={reply.benchmark} measure={definition} />}
        <p className="panel__hint">
          {selected === undefined
            ? 'Choose an area on the map or in the table to read about it.'
            : 'The area in this link is not on this map. Choose another.'}
        </p>
      </section>
    );
  }
  return (
    <section className="panel panel--chosen" aria-label="Chosen area">
      <Figure area={area} measure={definition} />
      {area.status === 'shown' && <p>{verdictSentence(area, reply.comparison, definition)}</p>}
      <p>
        <Link to="/areas/$code" params={{ code: area.code }}>
          Everything known about {area.name}
        </Link>
      </p>
      <button type="button" className="quiet-button" onClick={onClear}>
        Clear choice
      </button>
    </section>
  );
}

function Figure({ area, measure }: { area: AreaEstimate | ComparedAreaEstimate; measure: Measure }) {
  return (
    <>
      <h3 className="panel__name">{area.name}</h3>
      <p className="panel__value">{valueWords(area, measure)}</p>
      {area.status === 'shown' ? <Details estimate={area} measure={measure} /> : <p>{area.reason}</p>}
    </>
  );
}

function Details({ estimate, measure }: { estimate: ShownEstimate; measure: Measure }) {
  const { lower95, upper95, numerator, denominator, basis, notes } = estimate;
  return (
    <>
      <dl className="facts">
        {numerator !== undefined && denominator !== undefined && (
          <Fact name="People" value={formatFraction(numerator, denominator)} />
        )}
        {lower95 !== undefined && upper95 !== undefined && (
          <Fact name="95% interval" value={formatInterval(lower95, upper95, measure)} />
        )}
        <Fact
          name="Basis"
          value={`${labelOf(bases, basis)}: ${bases.find(({ id }) => id === basis)?.meaning ?? basis}`}
        />
      </dl>
      {notes?.map((note) => (
        <p key={note} className="panel__note">
          {note}
        </p>
      ))}
    </>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{lowerFirst(value)}</dd>
  </div>
);
