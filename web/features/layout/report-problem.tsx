import { useLocation } from '@tanstack/react-router';

/** A message about this very page, to whom the place names. */
export function ReportProblem({ to }: { readonly to: string }) {
  const address = useLocation({ select: ({ publicHref }) => publicHref });
  const body = encodeURIComponent(`The page: ${address}\n\nWhat is wrong:\n`);
  return (
    <a href={`mailto:${to}?subject=A%20problem%20with%20a%20page&body=${body}`}>
      Report a problem with this page
    </a>
  );
}
