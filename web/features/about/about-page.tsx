import '../../shared/documents/document-page.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DocumentOf } from '../../../server/contract/documents/schemas.ts';
import { documentQueryOptions } from '../../shared/api/queries.ts';
import { Cited, IllustrativeNotice, SourceList } from '../../shared/documents/cited.tsx';
import { numbered } from '../../shared/documents/sources.ts';
import { Loading } from '../../shared/ui/loading.tsx';
import { usePageTitle } from '../../shared/ui/place.ts';
import { ProblemMessage } from '../../shared/ui/problem-message.tsx';
import { ReleaseLine } from '../../shared/ui/release-line.tsx';
import { releaseOf } from '../../shared/url/page-search.ts';
import { formatDay } from '../../shared/words/format.ts';

const route = getRouteApi('/about');
const LIST = 'about-this-site';

/** Whom to write to, how accessible the site is and what it keeps of its readers, in the words of the place. */
export function AboutPage() {
  usePageTitle('About this site');
  const search = route.useSearch();
  const { data, error, refetch } = useQuery(documentQueryOptions(LIST, releaseOf(search)));
  if (error !== null)
    return (
      <ProblemMessage
        isPage
        error={error}
        onRetry={() => void refetch()}
        advice={<Link to="/about">See the page as it is now</Link>}
      />
    );
  if (data === undefined) return <Loading what="the page" />;
  return (
    <article className="plan prose">
      <h1>About this site</h1>
      <About about={data.document} />
      <ReleaseLine release={data.release} asked={search.release} />
    </article>
  );
}

function About({ about }: { readonly about: DocumentOf<'about-this-site'> }) {
  const { contact, sections, synthetic, date } = about;
  const sources = numbered(about.sources, [contact, ...sections.flatMap(({ statements }) => statements)]);
  return (
    <>
      {synthetic && (
        <IllustrativeNotice>marks what is made for demonstration, which nobody asserts.</IllustrativeNotice>
      )}
      <section aria-labelledby="contact">
        <h2 id="contact">Contact</h2>
        <p>
          {contact.name}: <a href={`mailto:${contact.email}`}>{contact.email}</a>. {contact.words}{' '}
          <Cited entry={contact} sources={sources} list={LIST} />
        </p>
        {contact.url !== undefined && (
          <p>
            <a href={contact.url}>{contact.url}</a>
          </p>
        )}
      </section>
      {sections.map(({ id, title, statements, reviewed }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {statements.map((one) => (
            <p key={one.words}>
              {one.words} <Cited entry={one} sources={sources} list={LIST} />
            </p>
          ))}
          <p className="tracked__small">Last checked {formatDay(reviewed)}</p>
        </section>
      ))}
      <h2>More about the figures</h2>
      <ul>
        <li>
          <Link to="/about/methods">How figures, intervals and verdicts are worked out</Link>
        </li>
        <li>
          <Link to="/how-we-protect-people">How we protect people</Link>
        </li>
      </ul>
      <h2>Sources</h2>
      <SourceList sources={sources} list={LIST} />
      <p className="release-line">Page last reviewed on {formatDay(date)}.</p>
    </>
  );
}
