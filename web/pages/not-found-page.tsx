import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../ui/place.ts';

export function NotFoundPage() {
  usePageTitle('Page not found');
  return (
    <div className="prose">
      <h1>Page not found</h1>
      <p>
        The address may be mistyped. Go to the <Link to="/">home page</Link> or the <Link to="/map">map</Link>
        .
      </p>
    </div>
  );
}
