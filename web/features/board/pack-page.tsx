import './board.css';
import './pack.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { BoardReply } from '../../../server/contract/board-reply.ts';
import { boardQueryOptions, releasesQueryOptions } from '../../shared/api/queries.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { formatDay } from '../../shared/words/format.ts';
import { AimSection, AimSummary } from './aim-section.tsx';
import { BoardMethod } from './board-method.tsx';
import { BoardNotes } from './board-notes.tsx';
import { boardRows, sourcesOf } from './board-rows.ts';
import { boardAsked, pinsOf } from './board-search.ts';
import { ChangedLines } from './changed-lines.tsx';
import { DecisionsTable } from './decisions-table.tsx';
import { PinnedFigures } from './pinned-figures.tsx';
import { TargetsTable } from './targets-table.tsx';

const route = getRouteApi('/board/pack');

/** The board and what is pinned as a document: A4 on its side, every page with its number and the release. */
export function PackPage() {
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(boardQueryOptions(boardAsked(search)));
  const releases = useQuery(releasesQueryOptions()).data;
  const published = releases?.releases.find(({ id }) => id === data?.release)?.publishedAt;
  usePageTitle('Board pack');
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/board">Go to the board.</Link>}
      />
    );
  if (data === undefined || published === undefined) return <Loading />;
  const day = formatDay(published);
  return (
    <article className="board pack">
      <style>{footerOf(`${data.area.name}: board pack, release ${data.release} of ${day}`)}</style>
      <p className="downloads pack__actions">
        <button type="button" className="nhsuk-button needs-script" onClick={() => window.print()}>
          Print or save as PDF
        </button>
        <Link to="/board" search={search}>
          Back to the board
        </Link>
      </p>
      <header className="pack__head">
        <h1>Where {data.area.name} stands</h1>
        <p>
          Board pack, as reported in release {data.release} of {day}. Every figure here can be seen again by
          that number.
        </p>
      </header>
      <SyntheticNotice figures={boardRows(data).map(({ latest }) => latest)} />
      <ChangedLines board={data} folds={false} />
      <Glance board={data} />
      {data.aims.map((aim) => (
        <AimSection key={aim.aim} aim={aim} board={data} pins={false} summary={false} folds={false} />
      ))}
      <PinnedFigures pins={pinsOf(search)} board={data} />
      <TargetsTable board={data} folds={false} />
      <DecisionsTable board={data} folds={false} />
      <BoardMethod board={data} folds={false} />
      <BoardNotes board={data} folds={false} />
      <Sources board={data} />
    </article>
  );
}

/** The first page: where each aim stands, in sentences. */
function Glance({ board }: { board: BoardReply }) {
  return (
    <div className="pack__glance">
      {board.aims.map((aim) => (
        <section key={aim.aim} aria-labelledby={`glance-${aim.aim}`}>
          <h2 id={`glance-${aim.aim}`}>{aim.label}</h2>
          <AimSummary aim={aim} />
        </section>
      ))}
    </div>
  );
}

function Sources({ board }: { board: BoardReply }) {
  return (
    <section className="pack__sources" aria-labelledby="sources">
      <h2 id="sources">Sources</h2>
      <ul>
        {sourcesOf(board).map(({ publisher, title, url, licence }) => (
          <li key={`${publisher} ${title}`}>
            {publisher}, <a href={url}>{title}</a>. {licence}.
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What stands at the foot of every printed page; text of ours alone, so quotes are all there is to escape. */
function footerOf(words: string): string {
  const text = words.replace(/["\\<>]/g, '');
  return `@page board-pack { @bottom-left { content: "${text}"; } @bottom-right { content: "Page " counter(page) " of " counter(pages); } }`;
}
