import { Link, useRouter } from '@tanstack/react-router';
import { CopyLink } from '../../shared/ui/copy-link.tsx';
import type { View } from '../../shared/url/question.ts';
import { changedSearch, type SearchChange } from '../../shared/url/read-search.ts';
import { shortAgainst, untestedReason } from '../../shared/words/figure-words.ts';
import type { Display, MapSearch } from './map-search.ts';
import type { Picture } from './picture.ts';

interface MapControlsProps {
  readonly picture: Picture;
  readonly view: View;
  readonly display: Display;
  /** The whole question, nothing left to defaults, so that a copied link means the same later. */
  readonly search: MapSearch;
}

/** How the figures are looked at. Each switch is a link: it can be shared, opened apart and undone. */
export function MapControls({ picture, view, display, search }: MapControlsProps) {
  const router = useRouter();
  const { compared, against, test } = picture.reply.comparison;
  const { publicHref } = router.buildLocation({ to: '/map', search });
  return (
    <div className="controls">
      {compared > 0 && (
        <fieldset className="switch" aria-label="Colours show">
          <Switch search={search} change={{ view: 'value' }} on={view === 'value'} text="Value" />
          <Switch
            search={search}
            change={{ view: 'verdict' }}
            on={view === 'verdict'}
            text={`Against ${shortAgainst(against)}`}
          />
        </fieldset>
      )}
      <fieldset className="switch" aria-label="View as">
        <Switch search={search} change={{ display: 'map' }} on={display === 'map'} text="Map" />
        <Switch search={search} change={{ display: 'table' }} on={display === 'table'} text="View as table" />
      </fieldset>
      <CopyLink address={publicHref} />
      {compared === 0 && <p className="controls__note">Not tested: {untestedReason(test)}</p>}
    </div>
  );
}

interface SwitchProps {
  readonly search: MapSearch;
  readonly change: SearchChange<MapSearch>;
  readonly on: boolean;
  readonly text: string;
}

const Switch = ({ search, change, on, text }: SwitchProps) => (
  <Link
    to="/map"
    search={changedSearch(search, change)}
    resetScroll={false}
    aria-current={on}
    className="switch__item"
  >
    {text}
  </Link>
);
