import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { paths } from '../../../server/contract/paths.ts';
import { belowBase } from '../../shared/api/base-path.ts';
import { placeQueryOptions } from '../../shared/api/queries.ts';
import { unreadSentences } from '../../shared/question/instead.ts';
import { InsteadNotice } from '../../shared/ui/instead-notice.tsx';
import { navItemsFor } from '../../shared/ui/nav-items.ts';
import { siteName, useNothingPublished, usePlace } from '../../shared/ui/place.ts';
import { keptFigures } from '../../shared/url/page-search.ts';
import type { Unread } from '../../shared/url/read-search.ts';
import { AreaSearch } from './area-search.tsx';
import { ReportedThen } from './reported-then.tsx';
import { StaleLine } from './stale-line.tsx';

/** Seldom needed, so no part of what every page loads. */
const GettingStarted = lazy(async () => ({
  default: (await import('./getting-started.tsx')).GettingStarted,
}));

export function PageLayout() {
  const place = usePlace();
  const isEmpty = useNothingPublished();
  const held = useQuery(placeQueryOptions()).data;
  const search: Unread = useMatches({ select: (matches) => matches.at(-1)?.search ?? {} });
  const { unread = {} } = search;
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
      <main id="maincontent" className="page" tabIndex={-1}>
        <StaleLine />
        {isEmpty ? (
          <Suspense>
            <GettingStarted />
          </Suspense>
        ) : (
          <>
            <InsteadNotice parts={unreadSentences(unread).map((sentence) => ({ sentence }))} />
            <ReportedThen />
            <Outlet />
          </>
        )}
      </main>
      <Footer />
    </>
  );
}

const Footer = () => (
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
