import './board.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { type PopulationGroup, populationGroups } from '../../../server/contract/dimensions.ts';
import { paths } from '../../../server/contract/paths.ts';
import { boardQueryOptions } from '../../shared/api/queries.ts';
import { ChoiceForm } from '../../shared/ui/choice-form.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { OpeningLines } from '../../shared/ui/opening-lines.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { RealFiguresSwitch } from '../../shared/ui/real-figures-switch.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { ReleasePicker } from '../../shared/ui/release-picker.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { changedSearch } from '../../shared/url/read-search.ts';
import { countOf } from '../../shared/words/format.ts';
import { AimSection } from './aim-section.tsx';
import { BoardMethod } from './board-method.tsx';
import { BoardNotes } from './board-notes.tsx';
import { boardRows } from './board-rows.ts';
import { type BoardSearch, boardAsked, pinsOf } from './board-search.ts';
import { ChangedLines } from './changed-lines.tsx';
import { DecisionsTable } from './decisions-table.tsx';
import { ServicesSection } from './services-section.tsx';
import { TargetsTable } from './targets-table.tsx';

const route = getRouteApi('/board');

/** Where the partnership stands on its four aims; the URL owns release, group and pins. */
export function BoardPage() {
  const search = route.useSearch();
  const asked = boardAsked(search);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...boardQueryOptions(asked),
    placeholderData: keepPreviousData,
  });
  usePageTitle('Board');
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/board">See the newest figures.</Link>}
      />
    );
  if (data === undefined) return <Loading />;
  return (
    <article className="board" aria-busy={isPlaceholderData}>
      <h1>Where {data.area.name} stands</h1>
      <Controls board={data} search={search} />
      <SyntheticNotice figures={boardRows(data).map(({ latest }) => latest)} />
      <OpeningLines lines={data.opening} />
      <ChangedLines board={data} />
      <Body board={data} />
      <p className="downloads">
        <DownloadLink href={paths.boardCsv(asked)} text="Download (CSV)" />
      </p>
      <ReleaseLine release={data.release} asked={search.release} choice={false} />
    </article>
  );
}

function Body({ board }: { board: BoardReply }) {
  return (
    <>
      {board.aims.map((aim) => (
        <AimSection key={aim.aim} aim={aim} board={board} pins />
      ))}
      <ServicesSection place={board.area.name} release={board.release} />
      <TargetsTable board={board} />
      <DecisionsTable board={board} />
      <BoardMethod board={board} />
      <BoardNotes board={board} />
    </>
  );
}

interface ControlsProps {
  readonly board: BoardReply;
  readonly search: BoardSearch;
}

function Controls({ board, search }: ControlsProps) {
  const navigate = route.useNavigate();
  const { populationGroup: _, release: __, ...kept } = search;
  const go = (change: BoardSearch) => void navigate({ search: { ...kept, ...change }, resetScroll: false });
  const release = String(board.release);
  const pinned = pinsOf(search).length;
  return (
    <div className="board__controls">
      <ReleasePicker
        label="As reported on"
        chosen={board.release}
        onChoose={(chosen) =>
          go({
            ...(chosen && { release: chosen }),
            ...(search.populationGroup && { populationGroup: search.populationGroup }),
          })
        }
      />
      <ChoiceForm asks={['populationGroup']}>
        <label className="release-picker">
          For
          <select
            name="populationGroup"
            value={search.populationGroup ?? ''}
            onChange={({ target }) =>
              go({
                ...(search.release && { release: search.release }),
                ...(target.value && { populationGroup: target.value as PopulationGroup }),
              })
            }
          >
            <option value="">every population group</option>
            {populationGroups
              .filter(({ id }) => board.populationGroups.includes(id))
              .map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
          </select>
        </label>
      </ChoiceForm>
      <RealFiguresSwitch
        search={search}
        onChange={(change) =>
          void navigate({ search: (old) => changedSearch(old, change), resetScroll: false })
        }
      />
      <p className="downloads">
        <Link to="/board/pack" search={{ ...search, release }} className="quiet-button download">
          Board pack to print{pinned > 0 && `, with ${countOf(pinned, 'chart', 'charts')}`}
        </Link>
      </p>
    </div>
  );
}
