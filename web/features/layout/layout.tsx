import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { paths } from '../../../server/contract/paths.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { placeQueryOptions } from '../../shared/api/queries.ts';
import { navItemsFor } from '../../shared/ui/nav-items.ts';
import { siteName, useNothingPublished, usePlace } from '../../shared/ui/place.ts';
import { keptFigures, type ReleaseSearch } from '../../shared/url/page-search.ts';
import { AreaSearch } from './area-search.tsx';
import { ReportProblem } from './report-problem.tsx';
import { StaleLine } from './stale-line.tsx';
import { useFocusOnPage } from './use-focus-on-page.ts';

/** Seldom needed, so no part of what every page loads. */
const GettingStarted = lazy(async () => ({
  default: (await import('./getting-started.tsx')).GettingStarted,
}));

const ReportedThen = lazy(async () => ({ default: (await import('./reported-then.tsx')).ReportedThen }));
const UnreadNotice = lazy(async () => ({ default: (await import('./unread-notice.tsx')).UnreadNotice }));

export function PageLayout() {
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  useFocusOnPage(main);
  const isEmpty = useNothingPublished();
  const held = useQuery(placeQueryOptions()).data;
  const search: ReleaseSearch = useMatches({ select: (matches) => matches.at(-1)?.search ?? {} });
  const { unread, release } = search;
  return (
    <>
      <a className="nhsuk-skip-link" href="#maincontent">
        Skip to main content
      </a>
      <header className="site-header">
        <div className="site-header__inner">
          <Link to="/" className="site-header__name">
            {siteName(place)}
          </Link>
          <AreaSearch />
          <nav aria-label="Pages">
            <ul className="site-header__list">
              {navItemsFor(held).map(({ to, label, hasSwitch = false }) => (
                <li key={to}>
                  <Link
                    to={to}
                    search={hasSwitch ? keptFigures(search) : {}}
                    activeOptions={{ exact: to === '/', includeSearch: false }}
                  >
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main id="maincontent" className="page" tabIndex={-1} ref={main}>
        <StaleLine />
        {isEmpty ? (
          <Suspense>
            <GettingStarted />
          </Suspense>
        ) : (
          <>
            {unread !== undefined && (
              <Suspense>
                <UnreadNotice unread={unread} />
              </Suspense>
            )}
            {release !== undefined && (
              <Suspense>
                <ReportedThen />
              </Suspense>
            )}
            <Outlet />
          </>
        )}
      </main>
      <Footer contact={held?.contact ?? null} />
    </>
  );
}

/** @param contact whom problems are reported to; null where the place says nothing of its site. */
const Footer = ({ contact }: { readonly contact: string | null }) => (
  <footer className="site-footer">
    <div className="site-footer__inner">
      <p>
        Outlines: Office for National Statistics, Open Government Licence v3.0. Contains OS data © Crown
        copyright and database right. The source of each figure stands beside it.
      </p>
      <ul>
        <li>
          <Link to="/how-we-protect-people">How we protect people</Link>
        </li>
        <li>
          <Link to="/about/methods">Methods</Link>
        </li>
        {contact !== null && (
          <>
            <li>
              <Link to="/about" hash="accessibility">
                Accessibility
              </Link>
            </li>
            <li>
              <Link to="/about" hash="privacy">
                Privacy
              </Link>
            </li>
            <li>
              <Link to="/about">Contact</Link>
            </li>
            <li>
              <ReportProblem to={contact} />
            </li>
          </>
        )}
        <li>
          <Link to="/fingertips">Fingertips API</Link>
        </li>
        <li>
          <a href={belowBase(paths.docs())}>How to use the API</a>
        </li>
        <li>
          <a href={belowBase(paths.openapi())}>OpenAPI document</a>
        </li>
      </ul>
    </div>
  </footer>
);
