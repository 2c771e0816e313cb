import './real-figures-switch.css';
import { figuresAsked } from '../../../server/contract/dimensions.ts';
import type { FiguresSearch } from '../url/page-search.ts';

interface RealFiguresSwitchProps {
  readonly search: FiguresSearch;
  onChange(change: { figures: FiguresSearch['figures'] | undefined }): void;
}

const [real] = figuresAsked;

/** Leaves out, and brings back, what is made for demonstration. */
export const RealFiguresSwitch = ({ search, onChange }: RealFiguresSwitchProps) => (
  <label className="real-switch">
    <input
      type="checkbox"
      checked={search.figures === real.id}
      onChange={({ target }) => onChange({ figures: target.checked ? real.id : undefined })}
    />
    {real.label}
  </label>
);
