import './real-figures-switch.css';
import { figuresAsked } from '../../../server/contract/dimensions.ts';
import type { FiguresSearch } from '../url/page-search.ts';
import { ChoiceForm } from './choice-form.tsx';

interface RealFiguresSwitchProps {
  readonly search: FiguresSearch;
  onChange(change: { figures: FiguresSearch['figures'] | undefined }): void;
}

const [real] = figuresAsked;

/** Leaves out, and brings back, what is made for demonstration. */
export const RealFiguresSwitch = ({ search, onChange }: RealFiguresSwitchProps) => (
  <ChoiceForm asks={['figures']}>
    <label className="real-switch">
      <input
        type="checkbox"
        name="figures"
        value={real.id}
        checked={search.figures === real.id}
        onChange={({ target }) => onChange({ figures: target.checked ? real.id : undefined })}
      />
      {real.label}
    </label>
  </ChoiceForm>
);
