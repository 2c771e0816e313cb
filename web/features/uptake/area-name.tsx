import { Link } from '@tanstack/react-router';

/** Leads to everything known about an area. */
export const AreaName = ({ code, name }: { code: string; name: string }) => (
  <Link to="/areas/$code" params={{ code }}>
    {name}
  </Link>
);
