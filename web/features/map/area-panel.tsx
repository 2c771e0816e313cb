import './area-panel.css';
import { Link } from '@tanstack/react-router';
import { bases, labelOf } from '../../../server/contract/dimensions.ts';
import type { AreaEstimate, ComparedAreaEstimate, ShownEstimate } from '../../../server/contract/estimate.ts';
import { atAges, NOT_ADJUSTED } from '../../../server/contract/good-or-bad.ts';
import { lowerFirst } from '../../../server/contract/phrases.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { valueWords, verdictSentence } from '../../shared/words/figure-words.ts';
import { formatInterval } from '../../shared/words/format.ts';
import { sampleWords } from '../../shared/words/meaning.ts';
import type { Picture } from './picture.ts';

interface AreaPanelProps {
  readonly picture: Picture;
  readonly selected: string | undefined;
  onClear(): void;
}

/** Everything known about the chosen area; before one is chosen, about the whole place. */
export function AreaPanel({ picture, selected, onClear }: AreaPanelProps) {
  const { reply } = picture;
  const definition = atAges(picture.definition, reply.query.ageBand);
  const area = reply.areas.find(({ code }) => code === selected);
  if (area === undefined) {
    return (
      <section className="panel" aria-label="Chosen area">
        {reply.benchmark && <Figure area={reply.benchmark} definition={definition} />}
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
      <Figure area={area} definition={definition} />
      {area.status === 'shown' && <p>{verdictSentence(area, reply.comparison, definition)}</p>}
      <p>
        <Link to="/areas/$code" params={{ code: area.code }}>
          Everything known about {area.name}
        </Link>
      </p>
      <ChoiceForm asks={['area']} hasButton={false}>
        <button type="submit" className="quiet-button" onClick={onClear}>
          Clear choice
        </button>
      </ChoiceForm>
    </section>
  );
}

type Definition = Picture['definition'];

interface FigureProps {
  readonly area: AreaEstimate | ComparedAreaEstimate;
  readonly definition: Definition;
}

function Figure({ area, definition }: FigureProps) {
  return (
    <>
      <h3 className="panel__name">{area.name}</h3>
      <p className="panel__value">{valueWords(area, definition)}</p>
      {area.status === 'shown' ? (
        <Details estimate={area} definition={definition} />
      ) : (
        <p>{area.explanation}</p>
      )}
    </>
  );
}

function Details({ estimate, definition }: { estimate: ShownEstimate; definition: Definition }) {
  const { lower95, upper95, basis, notes } = estimate;
  const sample = sampleWords(estimate, definition.counted);
  return (
    <>
      <dl className="facts">
        {sample !== undefined && <Fact name="Counted" value={sample} />}
        {lower95 !== undefined && upper95 !== undefined && (
          <Fact name="95% interval" value={formatInterval(lower95, upper95, definition)} />
        )}
        <Fact
          name="Basis"
          value={`${labelOf(bases, basis)}: ${bases.find(({ id }) => id === basis)?.meaning ?? basis}`}
        />
        {definition.scaleNote !== null && <Fact name="Scale" value={definition.scaleNote} />}
        {definition.ageAdjusted === false && <Fact name="Age" value={NOT_ADJUSTED} />}
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
