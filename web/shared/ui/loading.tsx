/** Stands in place of what is on its way. */
export const Loading = ({ what = 'figures' }: { what?: string }) => (
  <p className="loading" role="status">
    Loading {what}…
  </p>
);
