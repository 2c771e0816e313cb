import '../../shared/documents/document-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { labelOfAge } from '../../../server/contract/ages.ts';
import type { AreaIndicator } from '../../../server/contract/area-replies.ts';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import { inWords } from '../../../server/contract/phrases.ts';
import { documentQueryOptions } from '../../shared/api/queries.ts';
import { Cited, IllustrativeNotice, SourceList } from '../../shared/documents/cited.tsx';
import { numbered } from '../../shared/documents/sources.ts';
import { trackedRows } from '../../shared/documents/tracked.ts';
import { TrackedList } from '../../shared/documents/tracked-list.tsx';
import { usePlaceFigures } from '../../shared/documents/use-place-figures.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle, usePlace } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { formatDay } from '../../shared/words/format.ts';

const route = getRouteApi('/vaccination-facts');
const LIST = 'vaccination-facts';

/** For residents: plain statements on vaccination, each with its source and the day it was last checked. */
export function FactsPage() {
  usePageTitle('Facts about vaccination');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(documentQueryOptions(LIST, releaseOf(search)));
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/vaccination-facts">See the page as it is now</Link>}
      />
    );
  if (data === undefined) return <Loading what="the page" />;
  return <Facts facts={data.document} number={data.release} asked={search.release} />;
}

interface FactsProps {
  readonly facts: DocumentOf<'vaccination-facts'>;
  readonly number: number;
  readonly asked: string | undefined;
}

function Facts({ facts, number, asked }: FactsProps) {
  const figures = usePlaceFigures(releaseOf(asked === undefined ? {} : { release: asked }));
  const place = usePlace() ?? 'this place';
  const sources = numbered(facts.sources, [...facts.topics.flatMap((topic) => topic.facts), ...facts.links]);
  return (
    <article className="plan">
      <div className="intro">
        <h1>Facts about vaccination</h1>
        <p>
          Short answers, each with its source, last checked in {monthOf(facts.date)}. They do not replace
          advice about your own health: ask your GP surgery or a pharmacist.
        </p>
      </div>
      {facts.synthetic && (
        <IllustrativeNotice>marks what is made for demonstration, which nobody asserts.</IllustrativeNotice>
      )}
      <div className="facts-topics">
        {facts.topics.map((topic) => (
          <section key={topic.id} aria-labelledby={`topic-${topic.id}`}>
            <h2 id={`topic-${topic.id}`}>{topic.title}</h2>
            <ul>
              {topic.facts.map((fact) => (
                <li key={fact.words}>
                  {fact.words} <Cited entry={fact} sources={sources} list={LIST} />
                </li>
              ))}
            </ul>
            <p className="tracked__small">Last checked {reviewedWords(topic.facts)}</p>
            {topic.indicators.length > 0 && figures !== undefined && (
              <>
                <h3>
                  The newest figures for {place}: {periodsOf(figures.indicators, topic.indicators)}
                </h3>
                <TrackedList figures={figures} ids={topic.indicators} release={asked} />
              </>
            )}
          </section>
        ))}
      </div>
      <h2>Where to read more</h2>
      <ul>
        {facts.links.map((link) => (
          <li key={link.url}>
            <a href={link.url}>{link.title}</a>: {link.words}{' '}
            <Cited entry={link} sources={sources} list={LIST} />
          </li>
        ))}
      </ul>
      <p className="tracked__small">Last checked {reviewedWords(facts.links)}</p>
      <h2>Sources</h2>
      <SourceList sources={sources} list={LIST} />
      <p className="release-line">Page last reviewed on {formatDay(facts.date)}.</p>
      <ReleaseLine release={number} asked={asked} />
    </article>
  );
}

/** The oldest of the days: nothing here is staler than it says. */
function reviewedWords(checked: readonly { readonly reviewed: string }[]): string {
  const [oldest] = checked.map(({ reviewed }) => reviewed).sort();
  return oldest === undefined ? '' : formatDay(oldest);
}

/** When the figures of a topic are of: "up to 15 July 2021, 5 years ago". */
const periodsOf = (all: readonly AreaIndicator[], ids: readonly string[]): string =>
  inWords([...new Set(trackedRows(all, ids).map(({ periodLabel, age }) => labelOfAge(periodLabel, age)))]);

/** "November 2026". */
const monthOf = (day: string): string => formatDay(day).replace(/^\d+ /, '');
