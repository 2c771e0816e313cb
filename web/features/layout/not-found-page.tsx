import { Link, useLocation } from '@tanstack/react-router';
import { nearest } from '../../shared/search/nearest.ts';
import { navItems } from '../../shared/ui/nav-items.ts';
import { usePageHead } from '../../shared/ui/page-head.ts';
import { usePageTitle } from '../../shared/ui/place.ts';

export function NotFoundPage() {
  usePageTitle('Page not found');
  usePageHead({ status: 404 });
  const written = useLocation({ select: ({ pathname }) => pathname });
  const near = nearest(written, navItems, ({ to, label }) => [to, label]);
  return (
    <div className="prose">
      <h1>Page not found</h1>
      {near.length > 0 && (
        <>
          <p>There is no page at this address. Did you mean one of these?</p>
          <ul>
            {near.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        The address may be mistyped. Go to the <Link to="/">home page</Link> or the <Link to="/map">map</Link>
        .
      </p>
    </div>
  );
}
