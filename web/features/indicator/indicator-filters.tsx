import { useEffect, useRef, useState } from 'react';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { RealFiguresSwitch } from '../../shared/ui/real-figures-switch.tsx';
import type { SearchChange } from '../../shared/url/read-search.ts';
import { isOfficial } from '../../shared/words/meaning.ts';
import { choicesOf, filters, type Held, isNarrowed } from './indicators-found.ts';
import { type IndicatorsSearch, validateIndicatorsSearch } from './indicators-search.ts';

type Change = SearchChange<IndicatorsSearch>;

interface IndicatorFiltersProps {
  readonly held: readonly Held[];
  readonly search: IndicatorsSearch;
  onChange(change: Change, how?: { replace: boolean }): void;
}

const ASKED = ['q', ...filters.map(({ name }) => name)];
const NOTHING: Change = Object.fromEntries(ASKED.map((name) => [name, undefined]));

/** Words and filters; each choice says how many it would find. */
export function IndicatorFilters({ held, search, onChange }: IndicatorFiltersProps) {
  return (
    <search className="filters">
      <ChoiceForm asks={ASKED}>
        <WordsField
          words={search.q ?? ''}
          onType={(q) => onChange({ q: q.trim() === '' ? undefined : q }, { replace: true })}
        />
        {filters.map((filter) => (
          <label key={filter.name} className="filters__field">
            {filter.label}
            <select
              name={filter.name}
              value={search[filter.name] ?? ''}
              onChange={({ target }) =>
                onChange({
                  [filter.name]: validateIndicatorsSearch({ [filter.name]: target.value })[filter.name],
                })
              }
            >
              <option value="">Any</option>
              {choicesOf(filter, held, search).map(({ id, label, count }) => (
                <option key={id} value={id}>
                  {label} ({count})
                </option>
              ))}
            </select>
          </label>
        ))}
      </ChoiceForm>
      <div className="filters__last">
        {held.some(({ indicator }) => !isOfficial(indicator)) && (
          <RealFiguresSwitch search={search} onChange={onChange} />
        )}
        {isNarrowed(search) && (
          <ChoiceForm asks={ASKED} hasButton={false}>
            <button type="submit" className="quiet-button" onClick={() => onChange(NOTHING)}>
              Clear search and filters
            </button>
          </ChoiceForm>
        )}
      </div>
    </search>
  );
}

/** What is being typed is the reader's own; the address follows it, and leads it only from elsewhere. */
function WordsField({ words, onType }: { readonly words: string; onType(words: string): void }) {
  const [typed, setTyped] = useState(words);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(words);
  }, [words]);
  return (
    <label className="filters__field filters__words">
      Search
      <input
        ref={field}
        type="search"
        name="q"
        maxLength={80}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          onType(target.value);
        }}
      />
    </label>
  );
}
