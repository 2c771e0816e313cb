import './area-page.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AreaIndicatorsReply } from '../../../server/contract/area-replies.ts';
import { paths } from '../../../server/contract/paths.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { areaIndicatorsQueryOptions } from '../../shared/api/queries.ts';
import { IntervalKey } from '../../shared/charts/interval-plot.tsx';
import { NearAreas } from '../../shared/search/near-matches.tsx';
import { BasisList } from '../../shared/ui/basis-list.tsx';
import { DownloadLink } from '../../shared/ui/download-link.tsx';
import { FoldSection } from '../../shared/ui/fold-section.tsx';
import { Loading } from '../../shared/ui/loading.tsx';
import { OpeningLines } from '../../shared/ui/opening-lines.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { isSynthetic, SyntheticNotice } from '../../shared/ui/synthetic-notice.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { areaWords, illustratedName } from '../../shared/words/area-words.ts';
import { untestedReason } from '../../shared/words/figure-words.ts';
import { countOf } from '../../shared/words/format.ts';
import { footnotesOf, untestedChanges } from './footnotes.ts';
import { LocatorMap } from './locator-map.tsx';
import { NoteList } from './note-marks.tsx';
import { OwnFigures } from './own-figures.tsx';
import { comparedWords, profileHeadline, sourceSentences, widerSentence } from './row-words.ts';
import { type AimRows, sectionsOf } from './sections.ts';
import { WiderFigures } from './wider-figures.tsx';

const route = getRouteApi('/areas/$code');

/** Everything known about one area, beside the whole place and the country; two pages of paper when printed. */
export function AreaPage() {
  const { code } = route.useParams();
  const search = route.useSearch();
  const asked = releaseOf(search);
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...areaIndicatorsQueryOptions(code, asked),
    placeholderData: keepPreviousData,
  });
  usePageTitle(data?.area.name);
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        near={<NearAreas written={code} />}
        advice={
          <>
            Search for an area by its name at the top of the page, or choose one on the{' '}
            <Link to="/map">map</Link>.
          </>
        }
      />
    );
  if (data === undefined) return <Loading />;
  return (
    <article className="profile" aria-busy={isPlaceholderData}>
      <Head reply={data} />
      <Body reply={data} />
      <p className="profile__gaps">
        <Link to="/disparities" search={{ area: code, ...search }}>
          Gaps between groups in {data.area.name}
        </Link>
      </p>
      <p className="downloads">
        <DownloadLink href={paths.areaIndicatorsCsv(code, asked)} text="Download these figures (CSV)" />
        <a className="quiet-button download" href={belowBase(paths.areaFeed(code))}>
          Be told of changes (feed)
        </a>
        <button type="button" className="quiet-button needs-script" onClick={() => window.print()}>
          Print on two pages
        </button>
      </p>
      <ReleaseLine release={data.release} asked={search.release} />
    </article>
  );
}

function Head({ reply }: { reply: AreaIndicatorsReply }) {
  const { area } = reply;
  const [one] = areaWords(area.type);
  return (
    <header className="profile__head">
      <div>
        <h1>{area.name}</h1>
        <p className="profile__where">
          {one.charAt(0).toUpperCase() + one.slice(1)} {area.code}
          {area.parents.length > 0 && `, in ${inWords(area.parents.map(illustratedName))}`}
        </p>
        {area.illustrative && (
          <p>
            Which wards make up {area.name} here is illustrative: made for demonstration, from no official
            list.
          </p>
        )}
        <p className="profile__headline">{profileHeadline(reply)}.</p>
        <OpeningLines lines={reply.opening} />
      </div>
      <LocatorMap reply={reply} />
    </header>
  );
}

const figuresOf = ({ groups }: AimRows) =>
  countOf(groups.flatMap(({ rows }) => rows).length, 'figure', 'figures');

interface OwnSectionProps {
  readonly reply: AreaIndicatorsReply;
  readonly own: AreaIndicatorsReply['indicators'];
  readonly notes: ReturnType<typeof footnotesOf>;
}

function OwnSection({ reply, own, notes }: OwnSectionProps) {
  const { area, place, country, comparison } = reply;
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="own">
      <h2 id="own">Known for this {areaWords(area.type)[0]}</h2>
      <IntervalKey
        place={area.code === place.code ? undefined : place.name}
        country={own.some((row) => row.country !== null) ? country?.name : undefined}
      />
      {sourceSentences(own).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {sectionsOf(own).map((section) => (
        <FoldSection
          key={section.aim}
          id={`own-${section.aim}`}
          className="profile__aim"
          title={section.label}
          note={figuresOf(section)}
          level={3}
        >
          <OwnFigures reply={reply} section={section} notes={notes} />
        </FoldSection>
      ))}
      <p className="profile__test">
        {comparison.compared > 0
          ? `“Against the rest” compares with ${comparison.against}. ${comparedWords(reply)}. ${comparison.test}.`
          : `Nothing here is tested against other areas: ${untestedReason(comparison.test)}`}
      </p>
    </section>
  );
}

function Body({ reply }: { reply: AreaIndicatorsReply }) {
  const { area, place, comparison, indicators } = reply;
  const own = indicators.filter(({ publishedHere }) => publishedHere);
  const elsewhere = indicators.filter(({ publishedHere }) => !publishedHere);
  // Made-up figures of the whole place say nothing of an area within it.
  const wider = elsewhere.filter((row) => !isSynthetic(row.place));
  const leftOut = elsewhere.length - wider.length;
  const notes = footnotesOf([...own, ...wider], comparison.compared > 0);
  const [one] = areaWords(area.type);
  const isPlace = area.code === place.code;
  return (
    <>
      <SyntheticNotice figures={own.map(({ estimate }) => estimate)} />
      <OwnSection reply={reply} own={own} notes={notes} />
      {wider.length > 0 && (
        <section aria-labelledby="wider" className="profile__wider">
          <h2 id="wider">Not published for this {one}</h2>
          <p>
            {isPlace
              ? 'These are published for smaller or larger areas only.'
              : widerSentence(wider, { area: area.name, place: place.name })}
            {leftOut > 0 && (
              <>
                {' '}
                Left out: {countOf(leftOut, 'synthetic figure', 'synthetic figures')}, shown with those of{' '}
                <Link to="/areas/$code" params={{ code: place.code }} search={(old) => old}>
                  {place.name}
                </Link>
                .
              </>
            )}
          </p>
          {sourceSentences(wider).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <div className="profile__columns">
            {sectionsOf(wider).map((section) => (
              <FoldSection
                key={section.aim}
                id={`wider-${section.aim}`}
                className="profile__aim"
                title={section.label}
                note={figuresOf(section)}
                level={3}
              >
                <WiderFigures reply={reply} section={section} notes={notes} />
              </FoldSection>
            ))}
          </div>
        </section>
      )}
      <NoteList texts={notes.texts} untested={untestedChanges([...own, ...wider])} />
      <FoldSection id="bases" className="profile__bases" title="What the bases mean">
        <BasisList />
      </FoldSection>
    </>
  );
}
