import { getRouteApi } from '@tanstack/react-router';
import type { BoardRow } from '../../../server/contract/board-reply.ts';
import { rowName } from '../area/row-words.ts';
import { pinOf, pinsOf, pinText, withPin } from './board-search.ts';

const route = getRouteApi('/board');

/** Puts the chart and map of a row into the board pack; the URL remembers. */
export function PinButton({ row }: { row: BoardRow }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const pin = pinOf(row);
  const isPinned = pinsOf(search).some((one) => pinText(one) === pinText(pin));
  return (
    <button
      type="button"
      className="pin-button"
      aria-pressed={isPinned}
      onClick={() => void navigate({ search: (old) => withPin(old, pin), replace: true, resetScroll: false })}
    >
      {isPinned && <span aria-hidden="true">✓ </span>}
      Pin<span className="nhsuk-u-visually-hidden"> {rowName(row)} to the board pack</span>
    </button>
  );
}
