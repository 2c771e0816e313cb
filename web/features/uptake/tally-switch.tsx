import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { tallies, type UptakeTally } from './uptake-search.ts';

interface TallySwitchProps {
  readonly tally: UptakeTally;
  onTally(tally: UptakeTally): void;
}

export const TallySwitch = ({ tally, onTally }: TallySwitchProps) => (
  <ChoiceForm asks={['tally']} hasButton={false}>
    <fieldset className="switch" aria-label="People counted">
      {tallies.map(({ id, label }) => (
        <button
          key={id}
          type="submit"
          name="tally"
          value={id}
          className="switch__item switch__button"
          aria-pressed={id === tally}
          onClick={() => onTally(id)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  </ChoiceForm>
);
