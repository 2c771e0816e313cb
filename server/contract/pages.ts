/** The addresses of the site's pages, as patterns: anything else is no page (a test compares them with the client's own). */
export const pagePatterns: readonly string[] = [
  '/',
  '/map',
  '/areas/:code',
  '/indicators',
  '/indicators/:id',
  '/board',
  '/board/pack',
  '/changes',
  '/disparities',
  '/data',
  '/plan',
  '/vaccination',
  '/vaccination-facts',
  '/how-we-protect-people',
  '/about/methods',
  '/fingertips',
];
