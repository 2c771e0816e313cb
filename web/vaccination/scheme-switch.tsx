import { type EthnicScheme, ethnicSchemes, labelOf } from '../../server/contract/dimensions.ts';
import type { VaccinationChange } from '../vaccination-search.ts';
import { type Asked, schemesOf } from './question.ts';

interface SchemeSwitchProps {
  readonly asked: Asked;
  readonly scheme: EthnicScheme | undefined;
  onChange(change: VaccinationChange): void;
}

/** Five groups or nineteen, where the area is published by both; schemes are never mixed. */
export function SchemeSwitch({ asked, scheme, onChange }: SchemeSwitchProps) {
  const held = schemesOf(asked, asked.area.type);
  if (held.length < 2) return null;
  return (
    <fieldset className="switch uptake__scheme" aria-label="Ethnic groups of the charts below">
      {held.map((id) => (
        <button
          key={id}
          type="button"
          className="switch__item switch__button"
          aria-pressed={id === scheme}
          onClick={() => onChange({ ethnicScheme: id, ethnicGroup: undefined })}
        >
          {labelOf(ethnicSchemes, id)}
        </button>
      ))}
    </fieldset>
  );
}
