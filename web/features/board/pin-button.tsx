import { getRouteApi } from '@tanstack/react-router';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import { rowKey } from '../../../server/contract/row-key.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { rowName } from '../../shared/words/row-name.ts';
import { pinsOf, withPin } from './board-search.ts';

const route = getRouteApi('/board');

/** Puts the chart and map of a row into the board pack; the URL remembers. */
export function PinButton({ row }: { row: BoardRow }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isPinned = pinsOf(search).some((one) => rowKey(one) === rowKey(row));
  return (
    <ChoiceForm asks={['pins']} hasButton={false}>
      <button
        type="submit"
        name="pins"
        value={withPin(search, row).pins ?? ''}
        className="pin-button"
        aria-pressed={isPinned}
        onClick={() =>
          void navigate({ search: (old) => withPin(old, row), replace: true, resetScroll: false })
        }
      >
        {isPinned && <span aria-hidden="true">✓ </span>}
        Pin<span className="nhsuk-u-visually-hidden"> {rowName(row)} to the board pack</span>
      </button>
    </ChoiceForm>
  );
}
