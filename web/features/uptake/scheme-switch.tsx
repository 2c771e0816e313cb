import { type EthnicScheme, ethnicSchemes, labelOf } from '../../../server/contract/dimensions.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { type Asked, schemesOf } from './question.ts';
import type { UptakeChange } from './uptake-search.ts';

interface SchemeSwitchProps {
  readonly asked: Asked;
  readonly scheme: EthnicScheme | undefined;
  onChange(change: UptakeChange): void;
}

/** "Five groups", of "Census 2021, five groups", which the caption of each chart has whole. */
function countName(id: EthnicScheme): string {
  const name = labelOf(ethnicSchemes, id).split(', ').at(-1) ?? id;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Five groups or nineteen, where the area is published by both; schemes are never mixed. */
export function SchemeSwitch({ asked, scheme, onChange }: SchemeSwitchProps) {
  const held = schemesOf(asked, asked.area.type);
  if (held.length < 2) return null;
  return (
    <ChoiceForm asks={['ethnicScheme', 'ethnicGroup']} hasButton={false}>
      <fieldset className="switch" aria-label="Ethnic groups">
        {held.map((id) => (
          <button
            key={id}
            type="submit"
            name="ethnicScheme"
            value={id}
            className="switch__item switch__button"
            aria-pressed={id === scheme}
            onClick={() => onChange({ ethnicScheme: id, ethnicGroup: undefined })}
          >
            {countName(id)}
          </button>
        ))}
      </fieldset>
    </ChoiceForm>
  );
}
