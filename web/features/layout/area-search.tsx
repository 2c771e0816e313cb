import './area-search.css';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ChangeEvent, type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { AreasReply } from '../../../server/contract/replies.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { allAreasQueryOptions } from '../../shared/api/queries.ts';
import { matchingAreas, searchable } from '../../shared/search/match.ts';
import { areaWords } from '../../shared/words/area-words.ts';

/**
 * Finds an area by name or code and goes to its page: the combobox pattern of the ARIA practices. The list of
 * areas is asked for when somebody turns to it. Without script, or with words that fit none, it leads to the page that finds things.
 */
export function AreaSearch() {
  const id = useId();
  const { typed, found, at, isOpen, says, choose, find, field } = useCombobox();
  const optionId = (code: string) => `${id}-${code}`;
  const active = isOpen ? found[at] : undefined;
  return (
    <search className="area-search">
      <label htmlFor={id} className="nhsuk-u-visually-hidden">
        Find an area by name or code
      </label>
      <form
        method="get"
        action={belowBase('/find')}
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <input
          id={id}
          type="text"
          name="q"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          placeholder="Find an area"
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active && optionId(active.code)}
          value={typed}
          {...field}
        />
      </form>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Areas found"
        hidden={!isOpen}
        className="area-search__list"
      >
        {found.map((area, index) => (
          <Option
            key={area.code}
            id={optionId(area.code)}
            area={area}
            isActive={index === at}
            onChoose={choose}
          />
        ))}
      </div>
      <p role="status" className={says.isSeen ? 'area-search__none' : 'nhsuk-u-visually-hidden'}>
        {says.text}
      </p>
    </search>
  );
}

/** What is typed, what it finds and which of that is marked; keys move, choose and close as a combobox does. */
function useCombobox() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(false);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { data, isError } = useQuery({ ...allAreasQueryOptions(), enabled: wanted });
  const areas = useMemo(() => searchable(data?.areas ?? []), [data]);
  const found = matchingAreas(areas, typed);
  const isOpen = open && found.length > 0;
  const active = isOpen ? found[at] : undefined;

  const choose = (code: string) => {
    setTyped('');
    setOpen(false);
    void navigate({ to: '/areas/$code', params: { code } });
  };
  const find = () => {
    setOpen(false);
    void navigate({ to: '/find', search: { q: typed } });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (!isOpen) setTyped('');
      setOpen(false);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setOpen(true);
      if (isOpen) setAt((at + step + found.length) % found.length);
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault();
      choose(active.code);
    }
  };
  const field = {
    onFocus: () => setWanted(true),
    onBlur: () => setOpen(false),
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setTyped(event.target.value);
      setAt(0);
      setOpen(true);
    },
    onKeyDown,
  };
  const { text, isSeen } = sayingOf(typed, isError, data !== undefined, found.length);
  return { typed, found, at, isOpen, says: { text, isSeen: isSeen && open }, choose, find, field };
}

interface OptionProps {
  readonly id: string;
  readonly area: AreasReply['areas'][number];
  readonly isActive: boolean;
  onChoose(code: string): void;
}

const Option = ({ id, area: { code, name, type }, isActive, onChoose }: OptionProps) => (
  <div
    id={id}
    role="option"
    tabIndex={-1}
    aria-selected={isActive}
    // Before the field loses focus, which would close the list.
    onMouseDown={(event) => {
      event.preventDefault();
      onChoose(code);
    }}
  >
    {name}
    <span className="area-search__type">
      {areaWords(type)[0]} {code}
    </span>
  </div>
);

/** What is said while somebody types; seen too where there is no list. */
function sayingOf(typed: string, failed: boolean, loaded: boolean, found: number) {
  if (typed.trim() === '') return { text: '', isSeen: false };
  if (failed) return { text: 'The list of areas could not be loaded. Try again in a minute.', isSeen: true };
  if (!loaded) return { text: '', isSeen: false };
  if (found === 0) return { text: 'No area has this name or code.', isSeen: true };
  return { text: `${found} ${found === 1 ? 'area' : 'areas'} found`, isSeen: false };
}
