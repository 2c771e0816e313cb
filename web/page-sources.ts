/** Where the page of each route stands, as the manifest of the build names it: its style sheets come with the document. */
export const pageSources: Readonly<Record<string, string>> = {
  '/': 'features/home/home-page.tsx',
  '/find': 'features/find/find-page.tsx',
  '/map': 'features/map/map-page.tsx',
  '/areas/$code': 'features/area/area-page.tsx',
  '/indicators': 'features/indicator/indicators-page.tsx',
  '/indicators/$id': 'features/indicator/indicator-page.tsx',
  '/board': 'features/board/board-page.tsx',
  '/board/pack': 'features/board/pack-page.tsx',
  '/changes': 'features/board/changes-page.tsx',
  '/disparities': 'features/disparities/disparities-page.tsx',
  '/data': 'features/data/data-page.tsx',
  '/plan': 'features/plan/plan-page.tsx',
  '/vaccination': 'features/uptake/uptake-page.tsx',
  '/vaccination-facts': 'features/facts/facts-page.tsx',
  '/how-we-protect-people': 'features/protection/protection-page.tsx',
  '/about/methods': 'features/methods/methods-page.tsx',
};
